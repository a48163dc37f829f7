import type {StageReport} from '@/lib/report/document/stage-report';
import {LATIN_LANGUAGE} from './fonts';
import {escapeXml} from './printable-text';

/** The document's properties, written whole because the language among them has no other way in. */
export function writeCoreProperties({properties, issuer, locale}: StageReport, now: Date): {path: string; data: string} {
  const author = escapeXml(issuer.author || issuer.organisation);
  const time = `${now.toISOString().slice(0, 19)}Z`;
  return {
    path: 'docProps/core.xml',
    data:
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
      ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
      `<dc:title>${escapeXml(properties.title)}</dc:title><dc:subject>${escapeXml(properties.subject)}</dc:subject>` +
      `<dc:creator>${author}</dc:creator><cp:keywords>${escapeXml(properties.keywords)}</cp:keywords>` +
      `<dc:description>${escapeXml(properties.description)}</dc:description><cp:lastModifiedBy>${author}</cp:lastModifiedBy>` +
      `<cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created>` +
      `<dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified><dc:language>${LATIN_LANGUAGE[locale]}</dc:language>` +
      '</cp:coreProperties>',
  };
}
