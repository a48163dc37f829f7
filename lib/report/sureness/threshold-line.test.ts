import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {diagnose} from '@/lib/diagnosis/diagnose';
import {compareFractions} from '@/lib/diagnosis/fraction';
import {arbitraryCase, arbitraryThreshold} from '@/tests/support/arbitrary-model';
import {buildAnswers, buildSureness, goldenAnswers, listStageCodes} from '@/tests/support/sureness-subject';
import {buildThresholdLine, listThresholdSegments} from './threshold-line';

describe('listThresholdSegments', () => {
  it('cuts the whole of (0, 1] into the stages that the engine gives', () => {
    fc.assert(
      fc.property(arbitraryCase(), arbitraryThreshold, ({model, answers}, threshold) => {
        const diagnosis = diagnose(model, answers, {threshold});
        const segments = listThresholdSegments(diagnosis.stages);
        expect(segments[0]?.above).toEqual([0, 1]);
        expect(segments.at(-1)?.upTo).toEqual([1, 1]);
        for (const [index, {upTo}] of segments.slice(0, -1).entries()) expect(segments[index + 1]?.above).toEqual(upTo);
        const here = segments.filter(({above, upTo}) => compareFractions(above, threshold) < 0 && compareFractions(threshold, upTo) <= 0);
        expect(here.map(({stage, entering}) => ({stage, entering}))).toEqual([{stage: diagnosis.stage, entering: diagnosis.entering}]);
        const kept = segments.filter(({stage}) => stage === diagnosis.stage);
        expect({above: kept[0]?.above, upTo: kept.at(-1)?.upTo}).toEqual(diagnosis.thresholdRange);
      }),
      {numRuns: 300},
    );
  });
});

describe('buildThresholdLine', () => {
  it('places Guangshan’s coverages and threshold, and says the same in rows', () => {
    const line = buildThresholdLine(buildSureness(goldenAnswers('guangshan')));
    expect(line.marks).toEqual([
      {stage: 1, at: 100, label: 'A 15/15'},
      {stage: 2, at: (4 / 13) * 100, label: 'B 4/13'},
      {stage: 3, at: 0, label: 'C 0/17'},
    ]);
    expect(line.segments).toEqual([
      {from: 0, to: (4 / 13) * 100, kept: false},
      {from: (4 / 13) * 100, to: 100, kept: true},
    ]);
    expect(line.threshold).toEqual({at: 50, label: '门槛 1/2'});
    expect(line.rows).toEqual([
      {range: '不超过 4/13（约 31%）', stage: '第二阶段', note: ''},
      {range: '大于 4/13（约 31%）', stage: '第一阶段', note: '现用的门槛 1/2 在这里'},
    ]);
    expect(line.coverages).toContain('A 15/15（100%）、B 4/13（约 31%）和C 0/17（0%）');
  });

  it('says below which threshold not even stage 1 is met, and leaves out a stage that does not apply', () => {
    const answers = buildAnswers({'in-place': listStageCodes(1).slice(0, 9), 'not-applicable': listStageCodes(3)});
    const line = buildThresholdLine(buildSureness(answers, 'en'));
    expect(line.rows.map(({range, stage}) => [range, stage])).toEqual([['up to 3/5 (60%)', 'Stage 1'], ['above 3/5 (60%)', 'Stage 1 not yet met']]);
    expect(line.segments.map(({kept}) => kept)).toEqual([true, true]);
    expect(line.marks.map(({stage}) => stage)).toEqual([1, 2]);
    expect(line.coverages).toContain('C no measure applies');
  });
});
