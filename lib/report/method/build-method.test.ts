import {describe, expect, it, test} from 'vitest';
import {registerInstrument} from '@/lib/instrument/parse-content';
import {getContent, getInstrumentOrThrow} from '@/lib/instrument/registry';
import {LOCALES, type Locale} from '@/lib/instrument/schema';
import {getTraitsOrThrow} from '@/lib/instrument/trait-registry';
import {translatorFor} from '@/lib/messages/translator';
import {buildMethod} from './build-method';
import {buildMethodSubject} from './subject';

const registered = getInstrumentOrThrow('wang-zhang-2017');

function methodOf(locale: Locale, of = registered) {
  return buildMethod(buildMethodSubject(of, getContent().sources, locale, translatorFor(locale)), getTraitsOrThrow().instrument);
}

function part(id: string, locale: Locale = 'en', of = registered) {
  const section = methodOf(locale, of).sections.find((each) => each.id === id);
  if (!section) throw new Error(`There is no section ${id}.`);
  return section;
}

/** The cells of a section's table by the key of each row. */
function rows(id: string, table = 0, of = registered): Record<string, readonly string[]> {
  return Object.fromEntries((part(id, 'en', of).tables[table]?.rows ?? []).map(({key, cells}) => [key, cells.slice(1)]));
}

const worked = (id: string) => part(id).worked.map(({text}) => text).join(' ');
const found = (id: string) => part(id).findings.map(({text}) => text);

describe('the worked example, as METHOD.md works it out by hand', () => {
  test('coverage, needed and stage', () => {
    expect(worked('coverage')).toContain('A 15/15, B 4/13, C 0/17');
    expect(rows('needed')).toEqual({
      A: ['15', '15/2', '8', '15', 'yes'],
      B: ['13', '13/2', '7', '4', 'no'],
      C: ['17', '17/2', '9', '0', 'no'],
    });
    expect(worked('frontier')).toBe('Stages met: Stage 1. The highest is Stage 1.');
    expect(part('frontier').lines.map(({text}) => text).join(' ')).toContain('Qinghe stands at Stage 3 with a coverage of only 8/15 at Stage 1');
  });

  test('interval, next question and what settles it', () => {
    expect(worked('interval')).toContain('the 9 unticked measures of Stage 2 (B14, B21, B22, B31, B32, B33, B41, B42, B43)');
    expect(worked('interval')).toContain('counts 4/13 and gives Stage 1; the high end counts 13/13 and gives Stage 2');
    expect(worked('next-question')).toMatch(/first B14 .*: 2 benchmark counties have it/);
    expect(worked('next-question')).toContain('7 − 4 = 3 more in place. To rule it out: 9 − 3 + 1 = 7 not in place');
  });

  test('readings, in which the trials part', () => {
    expect(rows('readings')).toMatchObject({
      claimed: [expect.any(String), 'A 15/15, B 4/13, C 0/17 → Stage 1', 'A 15/15, B 4/13, C 0/17 → Stage 1', 'A 15/15, B 4/4, C 0/17 → Stage 2'],
      strict: [expect.any(String), expect.any(String), expect.any(String), 'A 15/15, B 4/13, C 0/17 → Stage 1'],
      evidenced: [expect.any(String), 'A 0/15, B 0/13, C 0/17 → Stage 1', expect.any(String), expect.any(String)],
      outlook: [expect.any(String), 'A 15/15, B 4/13, C 0/17 → Stage 1', 'A 15/15, B 7/13, C 0/17 → Stage 2', expect.any(String)],
    });
  });

  test('rules', () => {
    const of = rows('rules');
    expect(of['by-category']?.[1]).toBe('Category means: A 1, B 7/20, C 0');
    // Guangshan and Jinzhai: 5 A, 9 B and 1 C differ; Guangshan and Qinghe: 7 A, 5 B and 17 C.
    expect(of['nearest-benchmark']?.[1]).toBe('Measures that differ: Guangshan 0, Jinzhai 15, Qinghe 29; 45 compared');
    for (const cells of Object.values(of)) expect(cells.slice(2)).toEqual(['Stage 1', 'Stage 2', 'Stage 3']);
    expect(rows('rules', 1)['B1']).toEqual(['3/4', '4/4', '4/4']);
  });

  test('margins, threshold range and roadmap', () => {
    expect(worked('margin')).toBe('To Stage 2: 7 − 4 = 3 more. To Stage 3: 9 − 0 = 9 more. It is at stage 1 and can’t fall.');
    expect(worked('threshold-range')).toContain('B 4/13, C 0/17; the largest is 4/13. So it is Stage 1 for θ above 4/13, up to 1.');
    expect(worked('roadmap')).toBe('7 − 4 = 3 to pick, in this order: B21, B32, B41.');
    expect(rows('roadmap')['B32']).toEqual(['2', 'B3 0/3', '2']);
  });
});

test('the three counties’ results are those of METHOD.md', () => {
  expect(rows('results')).toMatchObject({
    stage: ['Stage 1', 'Stage 2', 'Stage 3'],
    gaps: ['none', 'none', 'none'],
    up: ['Stage 2: 3, Stage 3: 9', 'Stage 3: 8', 'none'],
    down: ['none', '7', '9'],
    range: ['above 4/13, up to 1', 'above 1/17, up to 1', 'above 0, up to 1'],
    roadmap: ['B21, B32, B41', 'C11, C21, C41, C51, C12, C22, C32, C42', 'none'],
  });
});

test('our placements stand beside the paper’s, with the thresholds that give them', () => {
  for (const cells of Object.values(rows('reproduction'))) expect(cells[1]).toBe(cells[2]);
  expect(found('reproduction')[0]).toContain('above 4/13, up to 1');
});

test('the staging is checked in both senses', () => {
  expect(found('staging')).toEqual([
    'B measures that occur without A: none.',
    expect.stringContaining('13 of 13'),
    'C measures that occur without B: none.',
    expect.stringContaining('17 of 17'),
    expect.stringContaining('8/15'),
    expect.any(String),
  ]);
  expect(found('scalogram')[0]).toBe('Stages: 1 − 0/9 = 1.');
  expect(found('scalogram')[1]).toBe('Measures: 1 − 23/135 = 112/135 (about 0.830); baseline 101/135, scalability 11/34.');
  expect(rows('scalogram', 1)['jinzhai']).toEqual(['10/15', '13/13', '1/17', 'A, B', 'C31', 'A22, A23, A31, A32, A52', '6']);
});

test('numbers follow the instrument: another threshold, other numbers', () => {
  const changed = structuredClone(registered.instrument);
  changed.threshold.value = [4, 13];
  const of = registerInstrument(changed, registered.benchmarks);
  expect(rows('needed', 0, of)).toMatchObject({A: ['15', '60/13', '5', '15', 'yes'], B: ['13', '4', '4', '4', 'yes']});
  expect(rows('reproduction', 0, of)['guangshan']?.slice(1, 4)).toEqual(['Stage 2', 'Stage 1', 'no']);
});

test('without a benchmark county below the last stage there is no example, and it says so', () => {
  const highest = registered.benchmarks.filter(({id}) => id === 'qinghe');
  const of = registerInstrument({...registered.instrument, benchmarks: ['qinghe']}, highest);
  expect(() => methodOf('en', of)).toThrow('below the last stage');
});

describe.each(LOCALES)('in %s', (locale) => {
  const {sections, ticks, lead} = methodOf(locale);

  it('has the ticks of all measures', () => {
    const cells = ticks.stages.flatMap(({categories}) => categories.flatMap(({measures}) => measures.flatMap((measure) => measure.cells)));
    expect(cells.filter(({state}) => state === 'in-place')).toHaveLength(19 + 24 + 32);
  });

  it('has no id, row or line twice in a section, and as many cells as headings', () => {
    const ids = sections.flatMap(({id, tables}) => [id, ...tables.map((table) => table.id)]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const {lines, formulas, worked: example, findings, tables} of sections) {
      for (const texts of [lines, formulas, example, findings].map((each) => each.map(({text}) => text))) expect(new Set(texts).size).toBe(texts.length);
      for (const {headings, rows: body} of tables) {
        expect(new Set(headings).size).toBe(headings.length);
        expect(new Set(body.map(({key}) => key)).size).toBe(body.length);
        for (const {cells, from} of body) expect(cells.length + (from ? 1 : 0)).toBe(headings.length);
      }
    }
  });

  it('says everything in that language', () => {
    const texts = [lead, ...sections.flatMap(({heading, lines, formulas, worked: example, findings}) => [heading, ...[...lines, ...formulas, ...example, ...findings].map(({text}) => text)])];
    expect(texts.filter((text) => /\p{Script=Han}/u.test(text) !== (locale === 'zh-CN'))).toEqual([]);
    expect(texts.filter((text) => /undefined|NaN|\{|\}/.test(text))).toEqual([]);
  });
});
