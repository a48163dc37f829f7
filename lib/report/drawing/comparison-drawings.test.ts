import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {getInstrumentOrThrow} from '@/lib/instrument/registry';
import {LOCALES, type Locale} from '@/lib/instrument/schema';
import {translatorFor} from '@/lib/messages/translator';
import {compareDrawn} from '@/tests/support/drawn-counties';
import {listNodes, listOutside, listOverlaps, listTexts} from '@/tests/support/read-drawing';
import {listCodes} from '@/tests/support/staircase-subject';
import {type HeatMapView, buildHeatMap} from '../compare/heat-map';
import {type RadarView, buildRadar} from '../compare/radar';
import {drawHeatMap} from './heat-map';
import {drawRadar} from './radar';
import {radarSeries} from './radar-series';
import type {Drawing, SvgNode} from './svg-node';

const {instrument} = getInstrumentOrThrow('wang-zhang-2017');
const PAPER_WIDTH_IN_POINTS = (156 / 25.4) * 72;

function expectLegible(drawing: Drawing) {
  const texts = listTexts(drawing);
  expect(listOverlaps(texts)).toEqual([]);
  expect(listOutside(drawing)).toEqual([]);
  for (const {size} of texts) expect((size / drawing.width) * PAPER_WIDTH_IN_POINTS).toBeGreaterThanOrEqual(7.5);
}

function radarOf(locale: Locale, seed: number): {view: RadarView; drawing: Drawing} {
  const view = buildRadar(compareDrawn(locale, seed));
  return {view, drawing: drawRadar(view, locale, translatorFor(locale))};
}

function heatMapOf(locale: Locale, seed: number): {view: HeatMapView; drawing: Drawing} {
  const view = buildHeatMap(compareDrawn(locale, seed));
  return {view, drawing: drawHeatMap(view, locale, translatorFor(locale))};
}

function readState(attributes: SvgNode['attributes']): string {
  if (String(attributes.fill).startsWith('url')) return 'under-way';
  if (attributes['stroke-linecap'] === 'round') return 'not-applicable';
  if (attributes['stroke-dasharray'] !== undefined) return 'unknown';
  return attributes.fill === '#ffffff' ? 'outline' : 'in-place';
}

const hostileName = fc.oneof(fc.string({maxLength: 80, unit: 'binary'}), fc.constant('双江拉祜族佤族布朗族傣族自治县'.repeat(4)), fc.constant('W'.repeat(200)));
const locales = fc.constantFrom(...LOCALES);

describe('drawRadar', () => {
  it.each(LOCALES)('names all categories around the rim, the rings and the counties: %s', (locale) => {
    const {view, drawing} = radarOf(locale, 4);
    expectLegible(drawing);
    const words = listTexts(drawing).map(({text}) => text);
    expect(words).toEqual(expect.arrayContaining(view.rows.map(({code, label}) => `${code} ${label}`)));
    expect(words).toEqual(expect.arrayContaining(['1/4', '1/2', '3/4', '1', ...view.counties.map(({label}) => label)]));
  });

  it('tells lines apart by dash and marker, and marks each category that has applicable measures', () => {
    const {view, drawing} = radarOf('zh-CN', 4);
    const nodes = listNodes(drawing.nodes);
    for (const [index] of view.counties.entries()) {
      const {dash, marker, isHollow, colour} = radarSeries(index);
      const line = nodes.find(({tag, attributes}) => tag === 'g' && attributes.stroke === colour);
      expect(line?.children[0]).toMatchObject({attributes: {'stroke-dasharray': dash}});
      const markers = listNodes(line?.children ?? []).filter(({attributes}) => attributes.d === marker);
      expect(markers).toHaveLength(view.rows.filter(({cells}) => cells[index]?.share !== null).length);
      expect(markers.every(({attributes}) => (attributes.fill === '#ffffff') === isHollow)).toBe(true);
    }
  });

  it('says the figures of every county', () => {
    const {view, drawing} = radarOf('en', 4);
    for (const [index, {label}] of view.counties.entries()) {
      const figures = view.rows.map((row) => `${row.label} ${row.cells[index]?.text}`).join('; ');
      expect(drawing.description).toContain(`${label} has all measures in place in`);
      expect(drawing.description).toContain(figures);
    }
  });

  it('keeps everything apart and inside whatever the words', () => {
    const words = fc.array(fc.oneof(fc.string({maxLength: 40}), fc.lorem({maxCount: 8}), fc.constant('一级类别的名称很长'.repeat(3))), {minLength: 1, maxLength: 30});
    fc.assert(
      fc.property(words, fc.array(hostileName, {maxLength: 8}), locales, (labels, names, locale) => {
        const view: RadarView = {
          ...radarOf(locale, 1).view,
          counties: names.map((label, index) => ({key: String(index), label})),
          rows: labels.map((label, index) => ({
            code: `A${index}`, stage: 1, name: label, label, cells: names.map((_name, county) => ({share: county / 8, text: `${county}/8`, unknownText: null})),
          })),
        };
        const drawing = drawRadar(view, locale, translatorFor(locale));
        expectLegible(drawing);
        expect(JSON.stringify(drawing.nodes)).not.toContain('NaN');
      }),
      {numRuns: 150},
    );
  });
});

describe('drawHeatMap', () => {
  it.each(LOCALES)('has every measure with its name, under its stage, and the counties: %s', (locale) => {
    const {view, drawing} = heatMapOf(locale, 4);
    expectLegible(drawing);
    const words = listTexts(drawing).map(({text}) => text);
    expect(words.filter((text) => /^[ABC]\d\d$/.test(text))).toEqual(listCodes(instrument));
    const names = view.stages.flatMap(({title, categories}) => [title, ...categories.flatMap(({measures}) => measures.map(({name}) => name))]);
    const drawn = words.join('').replaceAll(' ', '');
    for (const name of names) expect(drawn).toContain(name.replaceAll(' ', ''));
    for (const {label} of [...view.counties, ...view.legend]) expect(drawn).toContain(label.replaceAll(' ', ''));
  });

  it.each(LOCALES)('leaves a page of 156 × 225 mm room for its caption: %s', (locale) => {
    const {width, height} = heatMapOf(locale, 4).drawing;
    expect((height / width) * 156).toBeLessThan(212);
  });

  it('paints each state with the pattern of the staircase', () => {
    const {view, drawing} = heatMapOf('zh-CN', 4);
    const counted = new Map<string, number>();
    for (const {tag, attributes} of listNodes(drawing.nodes)) {
      const width = Number(attributes.width);
      if (tag !== 'circle' && !(width > 28 && width < 29)) continue;
      const state = tag === 'circle' ? 'no-tick' : readState(attributes);
      counted.set(state, (counted.get(state) ?? 0) + 1);
    }
    const cells = view.stages.flatMap(({categories}) => categories.flatMap(({measures}) => measures.flatMap((measure) => measure.cells)));
    const count = (state: string) => [...cells, ...view.legend].filter((cell) => cell.state === state).length;
    for (const state of ['in-place', 'under-way', 'unknown', 'not-applicable', 'no-tick']) {
      expect([state, counted.get(state)]).toEqual([state, count(state)]);
    }
    // A brick under way is an outline beneath its stripes.
    expect(counted.get('outline')).toBe(count('not-in-place') + count('under-way'));
  });

  it('says the figures of every county', () => {
    const {drawing} = heatMapOf('zh-CN', 4);
    expect(drawing.description).toContain('光山：已实施19项、表1未打勾26项；各阶段已实施：第一阶段：强固电商链条 15/15、第二阶段：引导电商协同 4/13、第三阶段：优化电商价值网 0/17。');
  });

  it('keeps everything apart and inside whatever the names', () => {
    fc.assert(
      fc.property(fc.array(hostileName, {maxLength: 8}), hostileName, locales, (names, measure, locale) => {
        const {view} = heatMapOf(locale, 1);
        const cells = names.map(() => ({state: 'in-place' as const, label: 'x'}));
        const drawing = drawHeatMap(
          {
            ...view,
            counties: names.map((label, index) => ({key: String(index), label})),
            stages: [{number: 1, title: measure, categories: [{code: 'A1', name: 'x', measures: [{code: 'A11', name: measure, cells}, {code: 'A12', name: '', cells}]}]}],
          },
          locale,
          translatorFor(locale),
        );
        expectLegible(drawing);
      }),
      {numRuns: 150},
    );
  });
});
