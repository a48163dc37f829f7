import type {AnswerValue} from '@/lib/answers/answer-value';
import {diagnose} from '@/lib/diagnosis/diagnose';
import type {Fraction, StageCounts} from '@/lib/diagnosis/model';
import {listUp} from '../sureness/list-up';
import {writeFraction} from '../sureness/subject';
import {placementKey} from './placement-key';
import type {WhatIf, WhatIfMeasure} from './what-if';

/** What is tried: answers that differ from the real ones, by measure code, and a threshold. */
export type Trial = {readonly values: Readonly<Record<string, AnswerValue>>; readonly threshold: Fraction};

/** The diagnosis of a trial beside the real one. */
export type TrialOutcome = {
  placement: string;
  real: string;
  moved: boolean;
  stages: readonly StageCounts[];
  /** Measures still missing, by stage. */
  up: {stage: number; measures: number}[];
  /** The thresholds that keep the trial's stage, as an inequality. */
  kept: string;
  changed: {measure: WhatIfMeasure; to: AnswerValue}[];
};

/**
 * Diagnoses a trial with the engine that diagnosed the real answers.
 * Assumes a threshold in (0, 1]; codes outside the model are ignored, and nothing is stored.
 */
export function tryOut(whatIf: WhatIf, {values, threshold}: Trial): TrialOutcome {
  const measures = whatIf.stages.flatMap((stage) => stage.measures);
  const real = Object.fromEntries(measures.map(({code, value}) => [code, {value}]));
  const tried = Object.fromEntries(measures.map(({code, value}) => [code, {value: values[code] ?? value}]));
  const before = diagnose(whatIf.model, real, {threshold: whatIf.threshold});
  const after = diagnose(whatIf.model, tried, {threshold});
  const keys = [before, after].map(({interval, entering}) => placementKey({...interval, entering}));
  const [realPlacement = '', placement = ''] = keys.map((key) => whatIf.placements[key] ?? '');
  const {above, upTo} = after.thresholdRange;
  return {
    placement,
    real: realPlacement,
    moved: keys[0] !== keys[1],
    stages: after.stages,
    up: listUp(after),
    kept: `${writeFraction(above)} < θ ≤ ${writeFraction(upTo)}`,
    changed: measures.flatMap((measure) => {
      const to = values[measure.code] ?? measure.value;
      return to === measure.value ? [] : [{measure, to}];
    }),
  };
}
