/** The longest text that a cell holds, in UTF-16 units. */
const LONGEST = 32_767;

/**
 * Writes a text so that a spreadsheet gives it back sign by sign: what XML can't hold, and what reads like such an
 * escape, becomes `_xHHHH_` (ECMA-376, ST_Xstring); halves of characters are left out.
 */
export function escapeCellText(text: string): string {
  const escaped = text
    .replace(/\p{Cs}/gu, '')
    // Also before a sign that is escaped next, for an escape begins with the underscore that ends this one.
    .replace(/_(?=x[0-9A-Fa-f]{4}[_\0-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff])/g, '_x005F_')
    .replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]/g, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
  return escaped.length <= LONGEST ? escaped : `${escaped.slice(0, LONGEST - 1).replace(/\p{Cs}/gu, '')}…`;
}

/** Whether a spreadsheet may take a typed text for a formula: it begins with = + - @ in either width, after any blanks. */
export function looksLikeFormula(text: string): boolean {
  return /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫]/u.test(text);
}
