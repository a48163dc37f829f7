import {countMeasures} from './count-measures';
import type {CategoryCounts, EngineAnswers, Model} from './model';

/**
 * Counts the answers of every first-level category: one list a stage, stages and categories in table order.
 * Assumes that a measure stands in one category only; a measure without an answer counts as unknown.
 * Source: METHOD.md: What else a diagnosis holds (categories).
 */
export function countCategories(model: Model, answers: EngineAnswers): readonly (readonly CategoryCounts[])[] {
  return model.stages.map((stage) =>
    stage.categories.map(({code, measures}) => ({code, ...countMeasures(measures, answers)})),
  );
}
