import type {Point, StaircaseBrick, StaircaseStep} from './picture';
import type {StageFacts} from './words';

/** How a layout draws walls; lengths in user units. */
export type WallSizes = {
  /** From one row of bricks to the next, mortar included. */
  readonly pitchY: number;
  readonly mortar: number;
  /** Between the tread and the lowest row. */
  readonly bed: number;
  /** Largest size of a code; 0 draws none. */
  readonly code: number;
};

/** Where a stage's step stands. */
export type StepPlace = {
  readonly left: number;
  readonly right: number;
  /** Left edge of the first column. */
  readonly wall: number;
  /** From one column to the next, mortar included. */
  readonly pitchX: number;
  readonly tread: number;
};

/** Makes the lane and texts of a brick's caption from its label; null where bricks are no links. */
export type CaptionOf = ((label: string) => StaircaseBrick['caption']) | null;

/** Height of a wall from its tread to the top of its tallest column. */
export function getWallHeight({categories}: StageFacts, {pitchY, mortar, bed}: WallSizes): number {
  return bed + Math.max(...categories.map(({measures}) => measures.length)) * pitchY - mortar;
}

/** Builds a stage's step: columns from left to right, each stacked upwards from the tread. */
export function buildStep(facts: StageFacts, place: StepPlace, sizes: WallSizes, captionOf: CaptionOf): StaircaseStep {
  const width = place.pitchX - sizes.mortar;
  const height = sizes.pitchY - sizes.mortar;
  return {
    stage: facts.stage,
    colour: facts.colour,
    label: facts.label,
    tread: {x1: place.left, x2: place.right, y: place.tread},
    bricks: facts.categories.flatMap(({measures}, column) =>
      measures.map(({code, state, label, href}, row) => ({
        x: place.wall + column * place.pitchX,
        y: place.tread - sizes.bed - row * sizes.pitchY - height,
        width,
        height,
        code,
        state,
        label,
        href,
        // Plate and outline want a margin of 9 beside the code.
        codeSize: sizes.code === 0 ? 0 : Math.min(sizes.code, (width - 9) / (code.length * 0.64)),
        caption: captionOf?.(label) ?? null,
      })),
    ),
  };
}

/** The outline of a flight of steps that stand side by side on ground that starts at `start`, before the first. */
export function buildProfile(places: readonly StepPlace[], start: number, base: number): Point[] {
  const treads = places.flatMap(({left, right, tread}): Point[] => [[left, tread], [right, tread]]);
  return [[start, base], [places[0]?.left ?? start, base], ...treads, [places.at(-1)?.right ?? start, base]];
}
