import {describe, expect, it} from 'vitest';
import {listMeasures} from '@/lib/instrument/list-measures';
import {getInstrumentOrThrow} from '@/lib/instrument/registry';
import {getProgress} from './progress';

const {instrument} = getInstrumentOrThrow('wang-zhang-2017');
const codes = listMeasures(instrument).map(({measure}) => measure.code);
const categories = instrument.stages.flatMap((stage) => stage.categories);
const mark = (confirmed: boolean) => (measure: string) => ({measure, confirmed});

describe('getProgress', () => {
  it('begins with the first category', () => {
    expect(getProgress(instrument, [])).toMatchObject({answered: 0, toConfirm: 0, total: 45, next: {code: 'A1'}});
  });

  it('has nothing left when all is answered and confirmed', () => {
    const progress = getProgress(instrument, codes.map(mark(true)));
    expect(progress).toMatchObject({answered: 45, toConfirm: 0, total: 45, next: null});
    expect(progress.categories.map(({category}) => category.code)).toEqual(categories.map(({code}) => code));
    expect(progress.categories.every(({answered, total}) => answered === total && total > 0)).toBe(true);
  });

  it('goes on at the first category with a gap, even if later ones are done', () => {
    const gap = categories[2]!.measures[1]!.code;
    expect(getProgress(instrument, codes.filter((code) => code !== gap).map(mark(true))).next).toBe(categories[2]);
  });

  it('counts carried-over answers apart: they are still to be done', () => {
    const progress = getProgress(instrument, [...codes.slice(0, 3).map(mark(false)), ...codes.slice(3).map(mark(true))]);
    expect(progress).toMatchObject({answered: 42, toConfirm: 3, next: {code: 'A1'}});
    expect(progress.categories[0]).toMatchObject({answered: categories[0]!.measures.length - 3, toConfirm: 3});
  });

  it('ignores answers to measures that the instrument does not have', () => {
    expect(getProgress(instrument, ['Z99', 'constructor'].map(mark(true)))).toMatchObject({answered: 0, toConfirm: 0});
  });
});
