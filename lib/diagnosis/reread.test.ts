import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {ANSWER_VALUES} from '@/lib/answers/answer-value';
import {listMeasures} from '@/lib/instrument/list-measures';
import {registerInstrument} from '@/lib/instrument/parse-content';
import type {InstrumentFile} from '@/lib/instrument/schema';
import {buildToyInstrument} from '@/tests/support/staircase-subject';
import {buildModel} from './build-model';
import {diagnose} from './diagnose';
import {reread} from './reread';

const FROM = buildToyInstrument([[2], [2]]);
const codesOf = (instrument: InstrumentFile) => listMeasures(instrument).map(({measure}) => measure.code);
const register = (instrument: InstrumentFile) => registerInstrument({...instrument, benchmarks: []}, []);

describe('reread', () => {
  it('keeps the answers of measures that both have, leaves new ones unknown and drops the others', () => {
    const [a1 = '', a2 = '', b1 = '', b2 = ''] = codesOf(FROM);
    const wider = buildToyInstrument([[1], [3]]);
    const added = codesOf(wider).filter((code) => !codesOf(FROM).includes(code));
    const values = {[a1]: 'in-place', [a2]: 'in-place', [b1]: 'in-place', [b2]: 'not-in-place'} as const;
    const found = reread(FROM, register(wider), values);
    expect(found).toMatchObject({kept: [a1, b1, b2], added, dropped: [a2], reworded: []});
    expect(found.diagnosis).toMatchObject({stage: 1, interval: {low: 1, high: 2}});
    expect(found.diagnosis.stages.map(({inPlace, unknown}) => [inPlace, unknown])).toEqual([[1, 0], [1, 1]]);
  });

  it('names the measures that read differently, in either language', () => {
    const changed = structuredClone(FROM);
    const [first, second] = listMeasures(changed);
    first!.measure.question.en += ' Really?';
    second!.measure.better.en += ' And more.';
    expect(reread(FROM, register(changed), {}).reworded).toEqual([first!.measure.code]);
  });

  it('under the same instrument gives the same diagnosis, for any answers', () => {
    const values = fc.dictionary(fc.constantFrom(...codesOf(FROM)), fc.constantFrom(...ANSWER_VALUES));
    fc.assert(
      fc.property(values, (given) => {
        const answers = Object.fromEntries(Object.entries(given).map(([code, value]) => [code, {value}]));
        const found = reread(FROM, register(FROM), given);
        expect(found).toMatchObject({kept: codesOf(FROM), added: [], dropped: [], reworded: []});
        expect(found.diagnosis).toEqual(diagnose(buildModel(FROM, []), answers));
      }),
    );
  });
});
