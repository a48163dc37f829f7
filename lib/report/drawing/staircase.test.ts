import {describe, expect, it} from 'vitest';
import {ANSWER_VALUES} from '@/lib/answers/answer-value';
import {getInstrumentOrThrow} from '@/lib/instrument/registry';
import {LOCALES} from '@/lib/instrument/schema';
import {listNodes, listOutside, listOverlaps, listTexts} from '@/tests/support/read-drawing';
import {type Values, buildSubject, drawValues, listCodes} from '@/tests/support/staircase-subject';
import {buildStaircase} from '../staircase/build-staircase';
import type {StaircaseLayout} from '../staircase/picture';
import {drawStaircase} from './staircase';
import {writeSvg} from './write-svg';

const {instrument} = getInstrumentOrThrow('wang-zhang-2017');
const cases = LOCALES.flatMap((locale) =>
  (['wide', 'stacked', 'small', 'paper'] as const).flatMap((layout) => [0, 3, 7].map((seed) => ({locale, layout, seed}))),
);

function draw(layout: StaircaseLayout, locale: (typeof LOCALES)[number], values: Values) {
  const picture = buildStaircase({...buildSubject(instrument, values, locale), layout});
  return {picture, drawing: drawStaircase(picture)};
}

describe('drawStaircase', () => {
  it.each(cases)('keeps all words apart and inside: $layout, $locale, seed $seed', ({layout, locale, seed}) => {
    const {picture, drawing} = draw(layout, locale, seed === 0 ? {} : drawValues(instrument, seed));
    expect(listOverlaps(listTexts(drawing))).toEqual([]);
    expect(listOutside(drawing)).toEqual([]);
    expect(drawing).toMatchObject({locale, title: picture.title, description: picture.description});
  });

  it.each(LOCALES)('has the key to the bricks beneath, but for the small one: %s', (locale) => {
    for (const layout of ['wide', 'stacked', 'paper', 'small'] as const) {
      const {picture, drawing} = draw(layout, locale, {});
      const words = listTexts(drawing).map(({text}) => text);
      for (const {label} of picture.legend.states) expect(words.includes(label)).toBe(layout !== 'small');
    }
  });

  it.each(LOCALES)('can be read on paper, 156 mm wide: %s', (locale) => {
    for (const seed of [1, 2, 3, 4]) {
      const {drawing} = draw('paper', locale, drawValues(instrument, seed));
      const points = (size: number) => (size / drawing.width) * (156 / 25.4) * 72;
      expect(Math.min(...listTexts(drawing).map(({size}) => points(size)))).toBeGreaterThanOrEqual(7.5);
      expect((drawing.height / drawing.width) * 156).toBeLessThan(150);
    }
  });

  it('draws each measure once, with its words and a pattern that exists', () => {
    for (const value of ANSWER_VALUES) {
      const {picture, drawing} = draw('paper', 'zh-CN', Object.fromEntries(listCodes(instrument).map((code) => [code, value])));
      const nodes = listNodes(drawing.nodes);
      const labels = nodes.filter(({tag}) => tag === 'title').map(({children}) => children.join(''));
      expect(labels).toEqual(picture.steps.flatMap(({bricks}) => bricks.map(({label}) => label)));
      const ids = nodes.flatMap(({attributes}) => (attributes.id === undefined ? [] : [`url(#${attributes.id})`]));
      const fills = nodes.map(({attributes}) => String(attributes.fill)).filter((fill) => fill.startsWith('url'));
      expect(new Set(ids).size).toBe(ids.length);
      expect(fills.filter((fill) => !ids.includes(fill))).toEqual([]);
      // One of them stands in the key.
      expect(fills).toHaveLength(value === 'under-way' ? 46 : 1);
    }
  });

  it('stands alone without style sheet', () => {
    const svg = writeSvg(draw('wide', 'zh-CN', drawValues(instrument, 3)).drawing);
    expect(svg).toContain('xmlns="http://www.w3.org/2000/svg"');
    expect(svg).not.toMatch(/var\(|class=|style=|href=/);
  });
});
