import {type BodySizes, layBodies} from './body';
import {CAPTION_PAD, getCaptionHeight, layCaption, planCaptions} from './captions';
import type {StaircaseDrawing, StaircaseFacts} from './drawing';
import {type FlagSizes, buildFlag, chooseFlagSizes} from './flags';
import {buildFootFlag} from './foot';
import {layArrowLegend} from './legend';
import type {StaircaseArrow, StaircaseText} from './picture';
import {balanceText, estimateWidth, writeLine} from './text';
import {type StepPlace, type WallSizes, buildProfile, buildStep, getWallHeight} from './wall';
import type {StageFacts} from './words';

/** How steps that stand side by side are drawn; lengths in user units. */
export type SideBySideSizes = {
  readonly width: number;
  readonly pad: {readonly left: number; readonly right: number};
  readonly wall: WallSizes;
  readonly flag: FlagSizes;
  readonly body: BodySizes;
  readonly cluster: {readonly size: number; readonly line: number; readonly beside: number};
  readonly rise: number;
  readonly column: {readonly most: number; readonly least: number};
  readonly leastStep: number;
  /** Text beside the arrows, and in their legend. */
  readonly arrow: number;
  readonly legend: number;
  /** A flag before stage 1 flies on ground of its own, or, where width is dear, from a tall pole over stage 1. */
  readonly footFlag: 'own-ground' | 'overhead';
};

const MARGIN = 8;
const LEAST_RISE = 48;
const FOOT = 22;

/**
 * Lays the steps side by side, each higher than the one before. Above each tread: bricks, flag, cluster stage; below
 * it: category labels, e-commerce stage, counts. Government's arrows run below the treads, the market's above the walls.
 */
export function laySideBySide({stages, flags, name, linked, words}: StaircaseFacts, sizes: SideBySideSizes): StaircaseDrawing {
  const {cluster: CLUSTER, rise: RISE, wall: WALL} = sizes;
  const footFlag = flags.find(({stage}) => stage === 0);
  const foot = footFlag && sizes.footFlag === 'own-ground' ? buildFootFlag(footFlag, name, MARGIN, sizes.flag.text) : null;
  const {places, width} = placeSteps(stages, sizes, MARGIN + FOOT, Math.max(0, (foot?.width ?? 0) - FOOT));
  const poles = flags.map((facts) => {
    const place = places[stages.findIndex(({stage}) => stage === facts.stage)];
    const x = place ? place.left + 13 : MARGIN + FOOT / 2;
    return {facts, x, room: (place ?? places[0] ?? {right: width}).right - 18 - x};
  });
  const FLAG = chooseFlagSizes(foot ? poles.filter(({facts}) => facts !== footFlag) : poles, sizes.flag);
  const clusterLines = stages.map(({cluster}, index) => balanceText(cluster, getRoom(places[index]) - CLUSTER.beside, CLUSTER.size));
  const walls = stages.map((facts) => getWallHeight(facts, WALL));
  const clusters = raiseClusters(
    stages.map(({stage}, index) => {
      const lanes = flags.filter((flag) => flag.stage === stage || (!foot && index === 0 && flag.stage === 0)).length;
      return -RISE * index - (walls[index] ?? 0) - lanes * (FLAG.clear + FLAG.height) - 15;
    }),
    clusterLines.map((lines) => LEAST_RISE + (lines.length - 1) * CLUSTER.line),
  );
  const topLines = clusterLines.at(-1)?.length ?? 1;
  const ground = MARGIN - (clusters.at(-1) ?? 0) + CLUSTER.size + (topLines - 1) * CLUSTER.line;
  const standing = places.map((place, index) => ({...place, tread: ground - RISE * index}));

  const pairs = stages.map((facts, index) => ({facts, place: standing[index] as StepPlace}));
  const bodies = layBodies(pairs, sizes.body);
  const base = ground + Math.max(...bodies.map(({height}) => height)) + 6;
  const texts: StaircaseText[] = bodies.flatMap((body) => [...body.texts]);
  const arrows: StaircaseArrow[] = [];
  for (const [index, {place}] of pairs.entries()) {
    const lines = clusterLines[index] ?? [];
    const baseline = ground + (clusters[index] ?? 0);
    for (const [line, text] of lines.toReversed().entries()) {
      texts.push(writeLine(text, place.wall, baseline - line * CLUSTER.line, CLUSTER.size, 'quiet'));
    }
    const next = pairs[index + 1];
    const body = bodies[index];
    const nextBody = bodies[index + 1];
    if (!next || !body || !nextBody) continue;
    const guide = next.place.wall + 8;
    const guideY = body.end.y - CLUSTER.size * 0.36;
    const guideTop = nextBody.end.y + 11;
    arrows.push({kind: 'government', points: [[body.end.x + 14, guideY], [guide, guideY], [guide, guideTop]]});
    texts.push(writeLine(words.government, guide + 12, (guideY + guideTop) / 2 + 4, sizes.arrow, 'ink'));
    const pull = place.right - 6;
    const pullY = baseline - CLUSTER.size * 0.36;
    const pullTop = ground + (clusters[index + 1] ?? 0) - CLUSTER.size * 0.36;
    const from = place.wall + Math.max(...lines.map((line) => estimateWidth(line, CLUSTER.size))) + 12;
    arrows.push({kind: 'market', points: [[from, pullY], [pull, pullY], [pull, pullTop], [next.place.wall - 7, pullTop]]});
    const above = pullY - (lines.length - 1) * CLUSTER.line;
    texts.push({...writeLine(words.market, pull - 10, (above + pullTop) / 2 + 4, sizes.arrow), anchor: 'end'});
  }

  const left = places[0]?.left ?? 0;
  const legend = layArrowLegend(
    [
      {kind: 'government', text: words.governmentLegend},
      {kind: 'market', text: words.marketLegend},
    ],
    {x: left, y: base + 16, room: width - MARGIN - left},
    sizes.legend,
  );
  const plan = planCaptions(stages, width - MARGIN - left - 2 * CAPTION_PAD, [16, 15, 14]);
  const lane = {x: left, y: legend.bottom + 10, width: width - MARGIN - left, height: getCaptionHeight(plan)};
  const captionOf = linked ? (label: string) => layCaption(lane, plan.size, label) : null;
  return {
    width,
    height: Math.ceil((linked ? lane.y + lane.height : legend.bottom) + 4),
    bodies: [buildProfile(standing, MARGIN, base)],
    steps: pairs.map(({facts, place}) => buildStep(facts, place, WALL, captionOf)),
    arrows: [...arrows, ...legend.arrows],
    flags: poles.map(({facts, x, room}) => {
      const index = stages.findIndex(({stage}) => stage === facts.stage);
      if (index < 0 && foot) return foot.buildAt(base);
      // A flag before stage 1 that flies over its wall leaves the lane there to a flag of that stage.
      const lanes = index < 0 && flags.some(({stage}) => stage === stages[0]?.stage) ? 1 : 0;
      const tread = standing[Math.max(0, index)]?.tread ?? ground;
      const bottom = tread - (walls[Math.max(0, index)] ?? 0) - FLAG.clear - lanes * (FLAG.clear + FLAG.height);
      return buildFlag(facts, name, {x, foot: index < 0 ? base : tread}, {bottom, room}, FLAG);
    }),
    texts: [...texts, ...legend.texts],
    hint: linked ? writeLine(words.hint, lane.x, lane.y + CAPTION_PAD / 2 + plan.size, sizes.legend, 'quiet') : null,
  };
}

function getRoom(place: StepPlace | undefined): number {
  return place ? place.right - place.wall : 0;
}

// The flag's ground at the foot widens the picture, so that the steps stay as they are for every county.
function placeSteps(
  stages: readonly StageFacts[],
  {pad, wall, column, leastStep, width: whole}: SideBySideSizes,
  start: number,
  before: number,
): {places: StepPlace[]; width: number} {
  const measure = (pitchX: number) =>
    stages.map(({categories}) => Math.max(leastStep, pad.left + categories.length * pitchX - wall.mortar + pad.right));
  const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);
  const free = whole - start - MARGIN;
  let pitchX = column.most;
  while (pitchX > column.least && sum(measure(pitchX)) > free) pitchX -= 0.5;
  const widths = measure(pitchX);
  const spare = Math.max(0, free - sum(widths)) / widths.length;
  let left = start + before;
  const places = widths.map((width) => {
    const place = {left, right: left + width + spare, wall: left + pad.left, pitchX, tread: 0};
    left = place.right;
    return place;
  });
  return {places, width: Math.ceil(left + MARGIN)};
}

// A low wall after a high one would let the path of the clusters fall, though its stages rise.
function raiseClusters(baselines: readonly number[], rises: readonly number[]): number[] {
  const raised: number[] = [];
  for (const [index, baseline] of baselines.entries()) {
    const before = raised.at(-1);
    raised.push(before === undefined ? baseline : Math.min(baseline, before - (rises[index - 1] ?? LEAST_RISE)));
  }
  return raised;
}
