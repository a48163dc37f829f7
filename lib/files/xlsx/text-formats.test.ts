import {describe, expect, it} from 'vitest';
import {QUOTED_FORMAT, TEXT_FORMAT, rewriteStyles} from './text-formats';

const xfs = '<cellXfs count="4"><xf numFmtId="0" fontId="0"/><xf numFmtId="164" fontId="1"/><xf numFmtId="165" fontId="1"><protection locked="0"/></xf><xf numFmtId="166" fontId="0"/></cellXfs>';

describe('rewriteStyles', () => {
  it('turns the two marks into the built-in text format, the quoted one with a quote prefix, and keeps other formats', () => {
    const formats = `<numFmts count="3"><numFmt numFmtId="164" formatCode="${TEXT_FORMAT}"/><numFmt numFmtId="165" formatCode="${QUOTED_FORMAT}"/><numFmt numFmtId="166" formatCode="0.0"/></numFmts>`;
    expect(rewriteStyles(`<styleSheet>${formats}${xfs}</styleSheet>`)).toBe(
      '<styleSheet><numFmts count="1"><numFmt numFmtId="166" formatCode="0.0"/></numFmts><cellXfs count="4"><xf numFmtId="0" fontId="0"/><xf numFmtId="49" fontId="1"/>' +
        '<xf numFmtId="49" quotePrefix="1" fontId="1"><protection locked="0"/></xf><xf numFmtId="166" fontId="0"/></cellXfs></styleSheet>',
    );
  });

  it('drops a list of formats that it has emptied', () => {
    expect(rewriteStyles(`<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="@"/></numFmts>${xfs}</styleSheet>`)).not.toContain('numFmts');
  });

  it('leaves styles without them as they are', () => {
    expect(rewriteStyles(`<styleSheet>${xfs}</styleSheet>`)).toBe(`<styleSheet>${xfs}</styleSheet>`);
  });
});
