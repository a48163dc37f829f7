import {describe, expect, it, test} from 'vitest';
import {listMeasures} from '@/lib/instrument/list-measures';
import {getContent, getInstrumentOrThrow} from '@/lib/instrument/registry';
import {LOCALES, type Locale} from '@/lib/instrument/schema';
import {translatorFor} from '@/lib/messages/translator';
import {buildInstrumentPage, readInstrumentFilter} from './instrument-page';

const registered = getInstrumentOrThrow('wang-zhang-2017');
const codes = listMeasures(registered.instrument).map(({measure}) => measure.code);

function page(stage: number | null, text: string, locale: Locale = 'zh-CN') {
  return buildInstrumentPage({registered, sources: getContent().sources, filter: {stage, text}, locale, t: translatorFor(locale)});
}

function shown(...args: Parameters<typeof page>): string[] {
  return page(...args).stages.flatMap(({categories}) => categories.flatMap(({measures}) => measures.map(({code}) => code)));
}

describe('readInstrumentFilter', () => {
  const read = (stage: string, text = '', isCut = false) => readInstrumentFilter({stage, text, isCut}, registered, translatorFor('en'));

  it('takes a stage of the instrument and a text', () => {
    expect(read('2', '  logistics ')).toEqual({filter: {stage: 2, text: 'logistics'}, problems: []});
    expect(read('')).toEqual({filter: {stage: null, text: ''}, problems: []});
  });

  it.each(['0', '4', '02', '2.0', 'B', ' ', '__proto__', '９', '<b>'])('tells that there is no stage %j', (stage) => {
    expect(read(stage)).toEqual({filter: {stage: null, text: ''}, problems: [`There is no stage “${stage}”; all stages are shown.`]});
  });

  it('names every problem', () => {
    expect(read('x'.repeat(99), 'y', true).problems).toEqual([expect.stringContaining(`“${'x'.repeat(40)}”`), expect.stringContaining('200 characters')]);
  });
});

describe('buildInstrumentPage', () => {
  test.each(LOCALES)('shows everything without a filter, in %s', (locale) => {
    const {stages, shown: count, total, filtered} = page(null, '', locale);
    expect(shown(null, '', locale)).toEqual(codes);
    expect([count, total, filtered]).toEqual([45, 45, null]);
    for (const {about, categories} of stages) {
      expect(about).toHaveLength(3);
      for (const {fields, sources} of categories.flatMap(({measures}) => measures)) {
        expect(fields.map(({key}) => key)).toEqual(['question', 'in-place-when', 'evidence', 'why', 'better', 'benchmarks']);
        expect(fields.every(({text}) => text !== '')).toBe(true);
        expect(sources).not.toContain('#');
      }
    }
  });

  it('keeps a stage', () => {
    expect(shown(2, '')).toEqual(codes.filter((code) => code.startsWith('B')));
    expect(page(2, '').filtered).toContain('第二阶段');
  });

  it('finds by code, category, name and content, whatever the case and width of letters', () => {
    expect(shown(null, 'b21')).toContain('B21');
    expect(shown(null, 'Ｂ２１')).toEqual(shown(null, 'b21'));
    expect(shown(null, '建设现代物流配送系统')).toEqual(['B21', 'B22']);
    expect(shown(null, 'LOGISTICS', 'en')).toEqual(shown(null, 'logistics', 'en'));
    expect(shown(null, '物流')).toContain('A14');
  });

  it('asks for every word, and for the stage too', () => {
    const both = shown(null, '物流 仓储');
    expect(both).toContain('B22');
    expect(both).toEqual(codes.filter((code) => shown(null, '物流').includes(code) && shown(null, '仓储').includes(code)));
    expect(shown(1, '物流　仓储')).toEqual(both.filter((code) => code.startsWith('A')));
  });

  it('takes signs for themselves and finds nothing where there is nothing', () => {
    for (const text of ['.*', '%', '_', '\\', '<script>', '{t}', "'; DROP TABLE", '🙂']) {
      expect(shown(null, text)).toEqual([]);
      expect(page(null, text)).toMatchObject({stages: [], shown: 0, filtered: expect.stringContaining(text)});
    }
  });
});
