import {renderToStaticMarkup} from 'react-dom/server';
import {describe, expect, test, vi} from 'vitest';
import type {AnswerValue} from '@/lib/answers/answer-value';
import {buildModel} from '@/lib/diagnosis/build-model';
import {diagnose} from '@/lib/diagnosis/diagnose';
import {listMeasures} from '@/lib/instrument/list-measures';
import {getInstrumentOrThrow} from '@/lib/instrument/registry';
import type {Locale} from '@/lib/instrument/schema';
import {translatorFor} from '@/lib/messages/translator';
import {type ComparedCounty, buildComparison} from '@/lib/report/compare/build-comparison';
import {ComparisonView} from './comparison-view';

// The drawing is made in the browser only; without it these tests see what a page without scripts shows.
vi.mock('next/dynamic', () => ({default: () => () => null}));

const {instrument, benchmarks} = getInstrumentOrThrow('wang-zhang-2017');
const model = buildModel(instrument, benchmarks);
const measures = listMeasures(instrument).map(({measure}) => measure);

function county(key: string, valueOf: (code: string) => AnswerValue, more: Partial<ComparedCounty> = {}): ComparedCounty {
  const values = Object.fromEntries(measures.map(({code}) => [code, valueOf(code)]));
  const answers = Object.fromEntries(Object.entries(values).map(([code, value]) => [code, {value}]));
  const diagnosis = diagnose(model, answers);
  return {key, name: key, detail: `${key} 2025`, isBenchmark: false, href: `/c/${key}`, values, diagnosis, underWayKnown: true, ...more};
}

function ticksOf(id: string): ComparedCounty {
  const ticked = new Set(measures.filter((measure) => measure.benchmarks.ids.includes(id)).map(({code}) => code));
  return county(id, (code) => (ticked.has(code) ? 'in-place' : 'not-in-place'), {isBenchmark: true, href: null, underWayKnown: false});
}

function render(counties: readonly ComparedCounty[], locale: Locale = 'zh-CN'): string {
  return renderToStaticMarkup(<ComparisonView view={buildComparison({instrument, counties, locale, t: translatorFor(locale)})} />);
}

const count = (html: string, part: string) => html.split(part).length - 1;
const mixed = county('mixed', (code) =>
  code === 'A11' ? 'unknown' : code === 'A12' ? 'under-way' : code === 'A13' ? 'not-applicable' : 'not-in-place',
);
const three = ['guangshan', 'jinzhai', 'qinghe'].map(ticksOf);

describe('ComparisonView', () => {
  test('without a county shows a sentence and no table', () => {
    const html = render([]);
    expect(html).toContain('还没有选择县');
    expect(html).not.toContain('<table');
  });

  test('gives every chart a table of the same figures that needs no script', () => {
    const html = render(three);
    expect(count(html, '<h2')).toBe(5);
    expect(html).toContain('15/15');
    expect(html).toContain('17/17');
    expect(html).toContain('<noscript>');
    expect(count(html, '#compare-state-in-place"')).toBe(19 + 24 + 32 + 1);
    expect(count(html, '>表1未打勾</span>')).toBe(135 - 75);
  });

  test('says each state in words beside its mark', () => {
    const html = render([mixed, ticksOf('qinghe')]);
    for (const label of ['不清楚', '推进中', '不适用', '未实施', '已实施', '表1未打勾']) {
      expect(html).toContain(`<span class="sr-only">${label}</span>`);
    }
    expect(html).toContain('compare-hatch-1');
  });

  test('keeps wide tables in named regions that take the focus', () => {
    const html = render(three);
    const labels = [...html.matchAll(/role="region" aria-labelledby="([^"]+)" tabindex="0"/g)].map(([, id]) => id);
    expect(labels).toHaveLength(4);
    for (const id of labels) expect(html).toContain(`<caption id="${id}"`);
  });

  test('uses no id twice', () => {
    const ids = [...render([mixed, ...three]).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('leads to a county that has a page and marks the benchmark counties', () => {
    const html = render([mixed, ticksOf('qinghe')]);
    expect(html).toContain('<a href="/c/mixed">mixed</a>');
    expect(count(html, '>标杆县</span>')).toBe(1);
  });

  test('with one county says how to see differences', () => {
    expect(render([mixed], 'en')).toContain('Only one county has been chosen.');
  });

  test('lists what was not compared, in both languages', () => {
    expect(render([mixed, ticksOf('qinghe')])).toContain('不清楚：mixed');
    expect(render([mixed, ticksOf('qinghe')], 'en')).toContain('Don’t know: mixed');
  });

  test('writes names downwards where there are many counties', () => {
    const eight = [...three, ...['a', 'b', 'c', 'd', 'e'].map((key) => county(key, () => 'in-place'))];
    expect(render(three)).not.toContain('vertical-rl');
    expect(count(render(eight), 'vertical-rl')).toBe(16);
  });

  test('shows the pictures it is given', () => {
    const view = buildComparison({instrument, counties: three, locale: 'zh-CN', t: translatorFor('zh-CN')});
    const html = renderToStaticMarkup(<ComparisonView view={view} pictures={{jinzhai: <i data-picture="" />}} />);
    expect(count(html, 'data-picture')).toBe(1);
    expect(count(html, '<figcaption')).toBe(1);
  });
});
