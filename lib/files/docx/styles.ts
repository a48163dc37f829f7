import type {Locale} from '@/lib/instrument/schema';
import type {MessageKey, Translate} from '@/lib/messages/translator';
import {FACES, type FontRole, LATIN_LANGUAGE} from './fonts';
import {BODY_POINTS, GRID_PITCH} from './page-layout';
import {escapeXml} from './printable-text';
import {listStyles, type ParagraphStyle} from './style-list';

const BOXES = {
  frame: ['top', 'left', 'bottom', 'right'].map((side) => `<w:${side} w:val="single" w:sz="12" w:space="4" w:color="9C1C1C"/>`).join(''),
  bar: '<w:left w:val="single" w:sz="36" w:space="8" w:color="262626"/>',
  under: '<w:bottom w:val="single" w:sz="4" w:space="3" w:color="A6A6A6"/>',
};

const twips = (points: number) => Math.round(points * 20);

function writeFonts(role: FontRole, locale: Locale): string {
  const {latin, eastAsia} = FACES[locale][role];
  const hint = locale === 'zh-CN' ? ' w:hint="eastAsia"' : '';
  return `<w:rFonts${hint} w:ascii="${latin}" w:hAnsi="${latin}" w:eastAsia="${eastAsia}" w:cs="${latin}"/>`;
}

/** Whether a style is set in the 22 lines of 28 characters of an official document. */
function isOfficial({room}: ParagraphStyle, locale: Locale): boolean {
  return room.line === 'body' && locale === 'zh-CN';
}

function writeSpacing(style: ParagraphStyle, locale: Locale): string {
  const {before = 0, after = 0, line} = style.room;
  const exact = isOfficial(style, locale) ? GRID_PITCH.line : typeof line === 'number' ? twips(line) : null;
  const height = exact === null ? `w:line="${line === 'body' ? 276 : 240}" w:lineRule="auto"` : `w:line="${exact}" w:lineRule="exact"`;
  return `<w:spacing w:before="${twips(before)}" w:after="${twips(after)}" ${height}/>`;
}

function writeIndent({firstLine = 0, outer = 0, points, align}: ParagraphStyle): string {
  const side = align === 'left' ? 'left' : 'right';
  const first = firstLine === 0 ? '' : ` w:firstLineChars="${firstLine * 100}" w:firstLine="${twips(firstLine * points)}"`;
  const edge = outer === 0 ? '' : ` w:${side}Chars="${outer * 100}" w:${side}="${twips(outer * points)}"`;
  return first + edge === '' ? '' : `<w:ind${edge}${first}/>`;
}

function writeParagraphStyle(style: ParagraphStyle, locale: Locale, t: Translate): string {
  const name = style.name ?? t(`word.style.${style.id}` as MessageKey);
  return (
    `<w:style w:type="paragraph"${style.name === null ? ' w:customStyle="1"' : ''} w:styleId="${style.id}"><w:name w:val="${escapeXml(name)}"/>` +
    `<w:basedOn w:val="${style.basedOn}"/>${style.next ? `<w:next w:val="${style.next}"/>` : ''}${style.quick ? '<w:qFormat/>' : ''}<w:pPr>` +
    (style.keepNext ? '<w:keepNext/>' : '') +
    (style.keepLines ? '<w:keepLines/>' : '') +
    (style.box ? `<w:pBdr>${BOXES[style.box]}</w:pBdr>` : '') +
    (style.box === 'bar' ? '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>' : '') +
    '<w:snapToGrid w:val="0"/>' +
    writeSpacing(style, locale) +
    writeIndent(style) +
    `<w:jc w:val="${style.align}"/>` +
    (style.outline ? `<w:outlineLvl w:val="${style.outline - 1}"/>` : '') +
    `</w:pPr><w:rPr>${writeFonts(style.font, locale)}${style.bold ? '<w:b/><w:bCs/>' : '<w:b w:val="0"/><w:bCs w:val="0"/>'}` +
    `<w:snapToGrid w:val="0"/><w:color w:val="${style.color ?? '000000'}"/>` +
    (isOfficial(style, locale) ? `<w:spacing w:val="${GRID_PITCH.letter}"/>` : '') +
    `<w:sz w:val="${style.points * 2}"/><w:szCs w:val="${style.points * 2}"/></w:rPr></w:style>`
  );
}

/** The part with every style, written whole: the library has no way to set a paragraph off the grid, nor Word's default style. */
export function writeStyles(locale: Locale, t: Translate): {path: string; data: string} {
  const size = BODY_POINTS[locale] * 2;
  return {
    path: 'word/styles.xml',
    data:
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
      `<w:docDefaults><w:rPrDefault><w:rPr>${writeFonts('body', locale)}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>` +
      `<w:lang w:val="${LATIN_LANGUAGE[locale]}" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>` +
      '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>' +
      `<w:rPr>${writeFonts('body', locale)}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>` +
      '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>' +
      '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>' +
      '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
      '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>' +
      '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:color w:val="0B4F8A"/><w:u w:val="single"/></w:rPr></w:style>' +
      listStyles(locale)
        .map((style) => writeParagraphStyle(style, locale, t))
        .join('') +
      '</w:styles>',
  };
}
