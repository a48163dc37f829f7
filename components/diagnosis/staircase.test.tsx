import {renderToStaticMarkup} from 'react-dom/server';
import {describe, expect, it} from 'vitest';
import {getInstrumentOrThrow} from '@/lib/instrument/registry';
import {LOCALES} from '@/lib/instrument/schema';
import {buildStaircase} from '@/lib/report/staircase/build-staircase';
import {buildStaircaseFigure} from '@/lib/report/staircase/figure';
import {buildSubject, buildToyInstrument, drawValues, listCodes} from '@/tests/support/staircase-subject';
import {Staircase} from './staircase';
import {StaircaseFigure} from './staircase-figure';

const {instrument} = getInstrumentOrThrow('wang-zhang-2017');
const hrefOf = (code: string) => `/answers#${code}`;
const mixed = drawValues(instrument, 3);

function find(markup: string, pattern: RegExp): string[] {
  return [...markup.matchAll(pattern)].map((match) => match[1] ?? '');
}

describe('Staircase', () => {
  it('is one image with title and description where bricks are no links', () => {
    const picture = buildStaircase({...buildSubject(instrument, mixed, 'zh-CN'), layout: 'wide'});
    const markup = renderToStaticMarkup(<Staircase picture={picture} idPrefix="one" />);
    expect(markup).toMatch(/^<svg [^>]*role="img"[^>]*aria-labelledby="one-title"[^>]*aria-describedby="one-desc"/);
    expect(markup).toContain(`<title id="one-title">${picture.title}</title>`);
    expect(markup).not.toContain('<a ');
    expect(markup).not.toContain('role="list"');
  });

  it.each(LOCALES)('is a group of named links, a list a stage, where bricks have addresses: %s', (locale) => {
    const picture = buildStaircase({...buildSubject(instrument, mixed, locale, {hrefOf}), layout: 'wide'});
    const markup = renderToStaticMarkup(<Staircase picture={picture} />);
    expect(markup).toMatch(/^<svg [^>]*role="group"/);
    expect(find(markup, /<g role="list" aria-label="([^"]+)"/g)).toHaveLength(3);
    expect(find(markup, /<g role="listitem"><a href="([^"]+)"/g)).toEqual(listCodes(instrument).map(hrefOf));
    const names = find(markup, /<a [^>]*aria-label="([^"]+)"/g);
    expect(names).toHaveLength(45);
    expect(names[0]).toMatch(locale === 'en' ? /^A11 Build network infrastructure: / : /^A11 建设网络基础设施：/);
  });

  it('gives each state a pattern of its own', () => {
    const toy = buildToyInstrument([[5]]);
    const states = ['in-place', 'under-way', 'not-in-place', 'unknown', 'not-applicable'] as const;
    const values = Object.fromEntries(listCodes(toy).map((code, index) => [code, states[index] ?? 'unknown']));
    const picture = buildStaircase({...buildSubject(toy, values, 'zh-CN'), layout: 'wide'});
    const markup = renderToStaticMarkup(<Staircase picture={picture} idPrefix="p" />);
    const bricks = find(markup, /<g><title>A\d+[^<]*<\/title>(.*?)<\/g>/g);
    expect(bricks[0]).toMatch(/^<rect [^>]*fill="var\(--color-stage-1, #0f6e84\)"/);
    expect(bricks[1]).toContain('fill="url(#p-hatch-1)"');
    expect(bricks[2]).not.toMatch(/dasharray|url\(/);
    expect(bricks[3]).toContain('stroke-dasharray="6 4"');
    expect(bricks[4]).toContain('stroke-linecap="round"');
    expect(new Set(bricks.map((brick) => brick.replaceAll(/ [xy]="[^"]*"|A\d+/g, ''))).size).toBe(5);
    expect(markup).toContain('<pattern id="p-hatch-1"');
  });

  it('comes round to the first colour after the last', () => {
    const toy = buildToyInstrument([[1], [1], [1], [1]]);
    const values = Object.fromEntries(listCodes(toy).map((code) => [code, 'in-place' as const]));
    const picture = buildStaircase({...buildSubject(toy, values, 'en'), layout: 'small'});
    expect(picture.steps.map(({colour}) => colour)).toEqual([1, 2, 3, 1]);
    expect(renderToStaticMarkup(<Staircase picture={picture} />)).not.toContain('NaN');
  });
});

describe('StaircaseFigure', () => {
  it.each(LOCALES)('has unique ids, all referenced patterns, both pictures and the table: %s', (locale) => {
    const figure = buildStaircaseFigure(buildSubject(instrument, mixed, locale, {hrefOf}));
    const markup = renderToStaticMarkup(
      <>
        <StaircaseFigure {...figure} />
        <StaircaseFigure {...figure} />
        <Staircase picture={figure.wide} />
      </>,
    );
    const ids = find(markup, / id="([^"]+)"/g);
    expect(new Set(ids).size).toBe(ids.length);
    const references = [...find(markup, /url\(#([^)]+)\)/g), ...find(markup, /aria-(?:labelled|described)by="([^"]+)"/g)];
    expect(references.filter((reference) => !ids.includes(reference))).toEqual([]);
    expect(find(markup, /<th scope="row"[^>]*>(.)/g)).toHaveLength(90);
    expect(find(markup, /<th scope="(rowgroup)"/g)).toHaveLength(6);
    expect(find(markup, /<(details)/g)).toHaveLength(2);
    for (const {label} of figure.wide.legend.states) expect(markup).toContain(label);
  });
});
