/**
 * What of a text can stand in a document: a character that XML forbids is dropped, half a surrogate pair becomes U+FFFD,
 * every kind of line end becomes `\n`, a tab a space.
 */
export function printableText(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[^\n\u0020-\u007e\u00a0-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}

/** A text as character data or attribute value of an XML part that is written by hand. */
export function escapeXml(text: string): string {
  return printableText(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
