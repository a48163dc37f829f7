import {describe, expect, it} from 'vitest';
import {buildModel} from '@/lib/diagnosis/build-model';
import {diagnose} from '@/lib/diagnosis/diagnose';
import {reread} from '@/lib/diagnosis/reread';
import {registerInstrument} from '@/lib/instrument/parse-content';
import {translatorFor} from '@/lib/messages/translator';
import {buildToyInstrument} from '@/tests/support/staircase-subject';
import {buildReread} from './reread';

const FROM = registerInstrument({...buildToyInstrument([[2], [2]]), benchmarks: []}, []);
const t = translatorFor('en');

function view(to: typeof FROM, values = {A11: 'in-place', A12: 'in-place', B11: 'in-place', B12: 'not-in-place'} as const) {
  const before = diagnose(buildModel(FROM.instrument, []), Object.fromEntries(Object.entries(values).map(([code, value]) => [code, {value}])));
  return buildReread({from: FROM, to, before, reread: reread(FROM.instrument, to, values), values, locale: 'en', t});
}

describe('buildReread', () => {
  it('sets both versions side by side, a stage of one of them alone with a dash', () => {
    const to = registerInstrument({...buildToyInstrument([[1], [3], [1]]), version: '1.1.0', benchmarks: []}, []);
    const {verdict, columns, rows, changes} = view(to);
    expect(verdict).toBe(t('versions.other-stage', {before: 'Stage 2', after: 'Stage 1 to Stage 3'}));
    expect(columns).toEqual([t('versions.as-assessed', {version: FROM.instrument.version}), t('versions.re-read', {version: '1.1.0'})]);
    expect(rows.map(({cells}) => cells)).toEqual([
      ['Stage 2', 'Stage 1 to Stage 3'],
      ['2 / 2, 1 needed', '1 / 1, 1 needed'],
      ['1 / 2, 1 needed', '1 / 3, 2 needed'],
      ['—', '0 / 1, 1 needed'],
      ['4', '5'],
      ['1/2', '1/2'],
      [FROM.hash, to.hash],
    ]);
    expect(changes.map(({heading, measures}) => [heading, measures.map(({code, answer}) => `${code} ${answer}`)])).toEqual([
      [t('versions.added'), ['B13 Don’t know', 'C11 Don’t know']],
      [t('versions.dropped'), ['A12 In place']],
    ]);
  });

  it('says that nothing parts two versions that are the same', () => {
    const {verdict, changes} = view(FROM);
    expect(verdict).toBe(t('versions.same-stage', {stage: 'Stage 2'}));
    expect(changes).toEqual([]);
  });
});
