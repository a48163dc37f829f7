import fc from 'fast-check';
import {XMLParser, XMLValidator} from 'fast-xml-parser';
import {describe, expect, it} from 'vitest';
import type {Drawing, SvgNode} from './svg-node';
import {writeSvg, writeSvgNodes} from './write-svg';

const parser = new XMLParser({ignoreAttributes: false, attributeNamePrefix: '@', trimValues: false, parseTagValue: false, htmlEntities: true});

function draw(text: string): Drawing {
  return {
    locale: 'en',
    width: 100,
    height: 50,
    title: text,
    description: text,
    nodes: [{tag: 'g', attributes: {id: text, x: 1 / 3}, children: [{tag: 'text', attributes: {x: 0}, children: [text]}, {tag: 'rect', attributes: {}, children: []}]}],
  };
}

/** What XML can hold of a text. */
function keep(text: string): string {
  return [...text].map((sign) => (/[\p{Cs}\ufffe\uffff]/u.test(sign) || (sign < ' ' && !'\t\n\r'.includes(sign)) ? '\ufffd' : sign)).join('');
}

describe('writeSvg', () => {
  it('writes size, language, title and description', () => {
    const {svg} = parser.parse(writeSvg(draw('县 & <b>'))) as {svg: Record<string, string>};
    expect(svg).toMatchObject({
      '@xmlns': 'http://www.w3.org/2000/svg', '@width': '100', '@height': '50', '@viewBox': '0 0 100 50', '@xml:lang': 'en', '@role': 'img', title: '县 & <b>', desc: '县 & <b>',
    });
  });

  it('rounds lengths to what can be seen', () => {
    expect(writeSvg(draw('x'))).toContain('<g id="x" x="0.333">');
  });

  it('gives every text back as it was, however hostile', () => {
    const hostile = fc.oneof(
      fc.string({unit: 'binary'}),
      fc.string({unit: 'grapheme'}),
      fc.array(fc.constantFrom('<', '>', '&', '"', "'", ']]>', '<!--', '-->', '<script>', '&amp;', '&#0;', '\u0000', '\ud800', '\udc00', '\ufffe', '\n', '\t', '\r', '县', '👩‍👩‍👧')).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const written = writeSvg(draw(text));
        expect(XMLValidator.validate(written)).toBe(true);
        const {svg} = parser.parse(written) as {svg: {title: string; desc: string; g: {'@id': string; text: {'#text'?: string}}}};
        expect([svg.title, svg.desc, svg.g['@id'], svg.g.text['#text'] ?? '']).toEqual(Array.from({length: 4}, () => keep(text)));
      }),
      {numRuns: 500},
    );
  });
});

describe('writeSvgNodes', () => {
  const hatch: SvgNode = {tag: 'pattern', attributes: {id: 'hatch'}, children: []};
  const brick: SvgNode = {tag: 'rect', attributes: {fill: 'url(#hatch)', stroke: 'var(--color-ink, #1d2733)'}, children: []};

  it('starts every id and every reference with the prefix, at any depth, and nothing else', () => {
    const nodes: SvgNode[] = [hatch, {tag: 'g', attributes: {}, children: [brick, {tag: 'title', attributes: {}, children: ['url(#hatch)']}]}];
    expect(writeSvgNodes(nodes, 'one-')).toBe(
      '<pattern id="one-hatch"/><g><rect fill="url(#one-hatch)" stroke="var(--color-ink, #1d2733)"/><title>url(#hatch)</title></g>',
    );
    expect(writeSvgNodes([hatch, brick])).toBe('<pattern id="hatch"/><rect fill="url(#hatch)" stroke="var(--color-ink, #1d2733)"/>');
  });

  it('lets no text become an element', () => {
    const text = '</title></svg><script>alert(1)</script>" onload="x';
    const written = writeSvgNodes([{tag: 'title', attributes: {id: text}, children: [text]}], text);
    expect(written.match(/<\/?[a-z]+/g)).toEqual(['<title', '</title']);
    expect(written.match(/"/g)).toHaveLength(2);
  });
});
