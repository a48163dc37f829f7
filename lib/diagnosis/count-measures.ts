import type {Counts, EngineAnswers} from './model';
import {readAnswer} from './read-answer';

/**
 * Counts the answers to one list of measures; every field is a number of measures.
 * Assumes that no code is listed twice; a measure without an answer counts as unknown, an evidence mark on
 * anything but an in-place answer counts for nothing. Source: METHOD.md: Counting.
 */
export function countMeasures(codes: readonly string[], answers: EngineAnswers): Counts {
  let inPlace = 0;
  let underWay = 0;
  let notInPlace = 0;
  let notApplicable = 0;
  let evidenced = 0;
  for (const code of codes) {
    const answer = readAnswer(answers, code);
    if (answer.value === 'in-place') {
      inPlace += 1;
      if (answer.evidenced === true) evidenced += 1;
    } else if (answer.value === 'under-way') underWay += 1;
    else if (answer.value === 'not-in-place') notInPlace += 1;
    else if (answer.value === 'not-applicable') notApplicable += 1;
  }
  const measures = codes.length;
  const applicable = measures - notApplicable;
  const unknown = applicable - inPlace - underWay - notInPlace;
  return {measures, applicable, inPlace, underWay, notInPlace, unknown, notApplicable, evidenced};
}
