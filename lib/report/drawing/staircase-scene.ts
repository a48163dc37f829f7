import type {Staircase, StaircaseBrick, StaircaseStep} from '../staircase/picture';
import {drawBrick, drawHatch} from './brick';
import {type Paint, getStageColour} from './paint';
import {drawArrow, drawFlag} from './staircase-marks';
import type {SvgNode} from './svg-node';
import {drawShape, drawText} from './text-line';

/** A whole staircase whose bricks are no links; hover captions and their hint are left out. */
export function drawStaircaseNodes(picture: Staircase, paint: Paint): SvgNode[] {
  return [
    drawStaircaseHatches(picture, paint),
    ...drawStaircaseScene(picture, paint),
    ...picture.steps.map((step) => group(step.bricks.map((brick) => group(drawStaircaseBrick(step, brick, paint))))),
  ];
}

/** The hatch patterns that the bricks of a staircase refer to. */
export function drawStaircaseHatches({steps, layout}: Staircase, paint: Paint): SvgNode {
  const hatched = [...new Set(steps.filter(hasHatch).map(({colour}) => colour))];
  return {
    tag: 'defs',
    attributes: {},
    children: hatched.map((colour) => drawHatch(nameHatch(colour), getStageColour(colour), layout === 'small', paint)),
  };
}

/** Everything around the bricks: stair, treads, arrows, words and flags. */
export function drawStaircaseScene({layout, bodies, steps, arrows, flags, texts}: Staircase, paint: Paint): SvgNode[] {
  const small = layout === 'small';
  return [
    ...bodies.map((points) =>
      drawShape('polygon', {
        points: points.map((point) => point.join(',')).join(' '),
        fill: paint('shade'),
        stroke: paint('line'),
        'stroke-width': small ? 0.6 : 1.2,
      }),
    ),
    ...steps.map(({tread: {x1, x2, y}}) =>
      drawShape('line', {x1, x2, y1: y, y2: y, stroke: paint('ink'), 'stroke-width': small ? 1.4 : 3}),
    ),
    ...arrows.flatMap((arrow) => drawArrow(arrow, paint)),
    ...texts.map((line) => drawText(line, paint)),
    ...flags.map((flag) => drawFlag(flag, paint)),
  ];
}

/** A brick of a step: its words as a tooltip, and its face. */
export function drawStaircaseBrick({colour}: StaircaseStep, brick: StaircaseBrick, paint: Paint): SvgNode[] {
  return [
    {tag: 'title', attributes: {}, children: [brick.label]},
    ...drawBrick(brick, getStageColour(colour), nameHatch(colour), paint),
  ];
}

/** What hover and focus show of a brick: a frame around it and its words in the caption lane. */
export function drawStaircaseCaption({x, y, width, height, caption}: StaircaseBrick, paint: Paint): SvgNode[] {
  const frame = drawShape('rect', {
    x: x - 1.5,
    y: y - 1.5,
    width: width + 3,
    height: height + 3,
    rx: 5,
    fill: 'none',
    stroke: paint('link'),
    'stroke-width': 3,
  });
  if (!caption) return [frame];
  const lane = drawShape('rect', {...caption.lane, rx: 4, fill: paint('paper'), stroke: paint('line'), 'stroke-width': 1});
  return [frame, lane, ...caption.texts.map((line) => drawText(line, paint))];
}

function group(children: readonly SvgNode[]): SvgNode {
  return {tag: 'g', attributes: {}, children};
}

function hasHatch({bricks}: StaircaseStep): boolean {
  return bricks.some(({state}) => state === 'under-way');
}

function nameHatch(colour: number): string {
  return `hatch-${colour}`;
}
