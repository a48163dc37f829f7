import type {Category, InstrumentFile, Measure, Stage} from './schema';

/** A measure with the stage and category that hold it. */
export type PlacedMeasure = {readonly measure: Measure; readonly category: Category; readonly stage: Stage};

/** All measures of an instrument in table order. */
export function listMeasures(instrument: InstrumentFile): PlacedMeasure[] {
  return instrument.stages.flatMap((stage) =>
    stage.categories.flatMap((category) => category.measures.map((measure) => ({measure, category, stage}))),
  );
}

/** All first-level categories of an instrument in table order, each with its stage. */
export function listCategories(instrument: InstrumentFile): {category: Category; stage: Stage}[] {
  return instrument.stages.flatMap((stage) => stage.categories.map((category) => ({category, stage})));
}
