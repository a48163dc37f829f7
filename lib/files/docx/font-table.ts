import {FONTS} from './fonts';
import {escapeXml} from './printable-text';

/** The part that tells Word and WPS what to take where a named font is not installed, so that neither reports one missing. */
export function writeFontTable(): {path: string; data: string} {
  const fonts = Object.entries(FONTS).map(
    ([name, {alternatives, family, charset}]) =>
      `<w:font w:name="${escapeXml(name)}"><w:altName w:val="${escapeXml(alternatives.join(','))}"/><w:charset w:val="${charset}"/>` +
      `<w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  );
  return {
    path: 'word/fontTable.xml',
    data:
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
      `<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`,
  };
}
