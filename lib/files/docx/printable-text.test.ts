import {XMLParser, XMLValidator} from 'fast-xml-parser';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {escapeXml, printableText} from './printable-text';

describe('printableText', () => {
  it('drops what XML forbids, mends half characters, and leaves all other text as it is', () => {
    expect(printableText('a\u0000\u0008\u000b\u001f\u007f\ufffe\uffffb')).toBe('ab');
    expect(printableText('\ud83d|\ude00|😀|𠮷')).toBe('\ufffd|\ufffd|😀|𠮷');
    expect(printableText('a\r\nb\rc\u2028d\te')).toBe('a\nb\nc\nd e');
    fc.assert(fc.property(fc.string({unit: 'grapheme'}), (text) => printableText(text) === printableText(printableText(text))));
  });
});

describe('escapeXml', () => {
  it('makes any text well-formed character data that reads back', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), (text) => {
        const xml = `<a b="${escapeXml(text)}">${escapeXml(text)}</a>`;
        expect(XMLValidator.validate(xml)).toBe(true);
        const read = new XMLParser({trimValues: false, parseTagValue: false, ignoreAttributes: true}).parse(xml) as {a: string};
        expect(read.a).toBe(printableText(text));
      }),
    );
  });
});
