import {describe, expect, it} from 'vitest';
import {type StatedAnswers, answerHash} from '@/lib/answers/answer-hash';
import {listMeasures} from '@/lib/instrument/list-measures';
import {getInstrumentOrThrow} from '@/lib/instrument/registry';
import {type Claim, checkClaim} from './check-claim';

const registered = getInstrumentOrThrow('wang-zhang-2017');
const {instrument: {id, version}, hash} = registered;
const measures = listMeasures(registered.instrument).map(({measure}) => measure);
const codes = measures.map(({code}) => code);

/** Table 1's ticks of a benchmark county, whose stage the paper gives. */
function ticksOf(benchmark: string): StatedAnswers {
  return Object.fromEntries(
    measures.map(({code, benchmarks}) => [code, {value: benchmarks.ids.includes(benchmark) ? 'in-place' : 'not-in-place', evidenced: false} as const]),
  );
}

function claimOf(answers: StatedAnswers, stage: number): Claim {
  return {
    county: '光山县',
    period: '2026',
    revision: null,
    instrument: {id, version, hash},
    answers,
    answerHash: answerHash(hash, codes, answers),
    result: {stage, entering: false, low: stage, high: stage},
  };
}

describe('checkClaim', () => {
  it.each([['guangshan', 1], ['jinzhai', 2], ['qinghe', 3]] as const)('confirms what the paper says of %s', (county, stage) => {
    expect(checkClaim(claimOf(ticksOf(county), stage), registered)).toMatchObject({follows: true, answersIntact: true, sameContent: true});
  });

  it('finds a stage, an interval or a mark that does not follow', () => {
    const claim = claimOf(ticksOf('jinzhai'), 2);
    for (const wrong of [{stage: 3}, {low: 1}, {high: 3}, {entering: true}]) {
      const check = checkClaim({...claim, result: {...claim.result, ...wrong}}, registered);
      expect(check).toMatchObject({follows: false, answersIntact: true, computed: {stage: 2, low: 2, high: 2, entering: false}});
    }
  });

  it('finds an answer changed after the hash was made, also where the result still follows', () => {
    const claim = claimOf(ticksOf('qinghe'), 3);
    const A11 = {value: 'not-in-place', evidenced: false} as const;
    expect(checkClaim({...claim, answers: {...claim.answers, A11}}, registered).answersIntact).toBe(false);
    expect(checkClaim({...claim, answers: {...claim.answers, A11: {value: 'in-place', evidenced: true}}}, registered)).toMatchObject({follows: true, answersIntact: false});
  });

  it('finds an instrument whose content is another one here', () => {
    const other = {id, version, hash: 'f'.repeat(64)};
    expect(checkClaim({...claimOf(ticksOf('qinghe'), 3), instrument: other}, registered).sameContent).toBe(false);
  });
});
