import {describe, expect, it} from 'vitest';
import {readDocument} from './read-document';

const wrap = (body: string) => `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`;
const paragraph = (text: string) => `<w:p><w:pPr><w:jc w:val="left"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const cell = (...texts: string[]) => `<w:tc><w:tcPr/>${texts.map(paragraph).join('')}</w:tc>`;

describe('readDocument', () => {
  it('reads paragraphs, and tables as rows of cells', () => {
    const xml = wrap(`${paragraph('第一')}<w:tbl><w:tblPr/><w:tr><w:trPr/>${cell('A11')}${cell('已实施', '附注')}</w:tr></w:tbl>${paragraph('')}`);
    expect(readDocument(xml)).toEqual({paragraphs: ['第一', ''], tables: [[['A11', '已实施\n附注']]]});
  });

  it('joins runs, keeps spaces, breaks and signs, and decodes what is escaped', () => {
    const xml = wrap('<w:p><w:r><w:t> a &lt;b&gt; &amp;</w:t><w:br/><w:t>&#20013;&#x4e2d;😀</w:t><w:tab/></w:r><w:hyperlink><w:r><w:t>end </w:t></w:r></w:hyperlink></w:p>');
    expect(readDocument(xml).paragraphs).toEqual([' a <b> &\n中中😀\tend ']);
  });

  it('goes through content controls and leaves out deleted text and pictures', () => {
    const row = `<w:sdt><w:sdtContent><w:tr>${cell('x')}</w:tr></w:sdtContent></w:sdt>`;
    const xml = wrap(`<w:sdt><w:sdtContent><w:tbl>${row}</w:tbl></w:sdtContent></w:sdt><w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:drawing><w:p><w:r><w:t>in</w:t></w:r></w:p></w:drawing><w:ins><w:r><w:t>kept</w:t></w:r></w:ins></w:p>`);
    expect(readDocument(xml)).toEqual({paragraphs: ['kept'], tables: [[['x']]]});
  });

  it('reads a document with thousands of escaped signs', () => {
    expect(readDocument(wrap(paragraph('&amp;'.repeat(20_000)))).paragraphs).toEqual(['&'.repeat(20_000)]);
  });

  it.each([
    ['no XML', 'PK'],
    ['cut in half', wrap(paragraph('a')).slice(0, 90)],
    ['another document', '<html><body/></html>'],
    ['a document type', `<!DOCTYPE x [<!ENTITY a "aaaa">]>${wrap(paragraph('&a;'))}`],
  ])('refuses %s', (_what, xml) => {
    expect(() => readDocument(xml)).toThrow();
  });
});
