/** Number format that marks cells for `rewriteStyles`: what is typed into them stays text. */
export const TEXT_FORMAT = '@';
/** As TEXT_FORMAT, for a text that begins like a formula; without the rewriting the cell looks the same. */
export const QUOTED_FORMAT = '@;@;@;@';

/** The format “Text” that every spreadsheet program knows by this number. */
const BUILT_IN_TEXT = '49';

/**
 * Gives cells that bear TEXT_FORMAT or QUOTED_FORMAT the built-in format “Text”, in which whatever is typed stays text,
 * and the quoted ones a quote prefix too, so that editing them never makes a formula. Takes and gives a styles part.
 */
export function rewriteStyles(xml: string): string {
  const attributes = new Map<string, string>();
  const left: string[] = [];
  for (const [element, id = '', format = ''] of xml.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"\/>/g)) {
    if (format === TEXT_FORMAT) attributes.set(id, `numFmtId="${BUILT_IN_TEXT}"`);
    else if (format === QUOTED_FORMAT) attributes.set(id, `numFmtId="${BUILT_IN_TEXT}" quotePrefix="1"`);
    else left.push(element);
  }
  return xml
    .replace(/<numFmts[^>]*>.*?<\/numFmts>/s, left.length === 0 ? '' : `<numFmts count="${left.length}">${left.join('')}</numFmts>`)
    .replace(/(?<=<xf )numFmtId="(\d+)"/g, (attribute, id: string) => attributes.get(id) ?? attribute);
}
