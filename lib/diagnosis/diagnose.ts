import {countCategories} from './count-categories';
import {countStages} from './count-stages';
import {listFoundationGaps} from './foundation-gaps';
import {getInterval} from './interval';
import {getMargin} from './margin';
import type {Diagnosis, DiagnosisOptions, EngineAnswers, Model} from './model';
import {getNextQuestion} from './next-question';
import {placeStage} from './place-stage';
import {getReadings} from './readings';
import {buildRoadmap} from './roadmap';
import {getRules} from './rules';
import {countToSettle} from './settle';
import {getThresholdRange} from './threshold-range';

/**
 * Turns an answer set into its whole diagnosis: the one entry that pages, files and interfaces call.
 * Assumes a model as `buildModel` makes it and, if given, a threshold in (0, 1] as a fraction with terms up to
 * 1,000,000; counts are numbers of measures; missing answers are unknown and codes outside the model are ignored.
 * Source: METHOD.md: Counting, The stage (frontier rule), What else a diagnosis holds.
 */
export function diagnose(model: Model, answers: EngineAnswers, options: DiagnosisOptions = {}): Diagnosis {
  const {threshold = model.threshold, setAside = []} = options;
  const categories = countCategories(model, answers);
  const stages = countStages(model, categories, threshold);
  const stage = placeStage(stages, ({met}) => met);
  const interval = getInterval(stages, threshold);
  return {
    stage,
    entering: !stages.some(({met}) => met),
    interval,
    readings: getReadings(stages, threshold),
    rules: getRules(model, answers, stages, categories, threshold),
    stages,
    categories: categories.flat(),
    foundationGaps: listFoundationGaps(stages, stage),
    margin: getMargin(stages, stage),
    thresholdRange: getThresholdRange(stages, stage),
    nextQuestion: getNextQuestion(model, answers, interval),
    settle: countToSettle(stages, interval),
    roadmap: buildRoadmap(model, answers, stages, categories, stage, setAside),
  };
}
