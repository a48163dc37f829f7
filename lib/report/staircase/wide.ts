import {layBodies} from './body';
import {CAPTION_PAD, getCaptionHeight, layCaption, planCaptions} from './captions';
import type {StaircaseDrawing, StaircaseFacts} from './drawing';
import {buildFlag} from './flags';
import {buildFootFlag} from './foot';
import {layArrowLegend} from './legend';
import type {StaircaseArrow, StaircaseText} from './picture';
import {balanceText, estimateWidth, writeLine} from './text';
import {type StepPlace, buildProfile, buildStep, getWallHeight} from './wall';
import type {StageFacts} from './words';

const WIDTH = 1120;
const MARGIN = 8;
const PAD = {left: 27, right: 16};
const WALL = {pitchY: 39, mortar: 5, bed: 6, code: 16};
const FLAG = {height: 32, clear: 12, text: 16};
const BODY = {labels: {whole: [14, 13.5, 13, 12.5], broken: [13.5, 12.5, 11.5, 10.5]}, heading: [20, 18.5, 17, 16, 15, 14.5], counts: [15.5, 14.5, 13.5], beside: 44, aligned: true};
const CLUSTER = {size: 15.5, line: 19.5};
const RISE = 100;
const LEAST_RISE = 48;
const FOOT = 22;
const COLUMN = {most: 84, least: 32};
const LEAST_STEP = 232;

/**
 * Lays the steps side by side, each higher than the one before. Above each tread: bricks, flag, cluster stage; below
 * it: category labels, e-commerce stage, counts. Government's arrows run below the treads, the market's above the walls.
 */
export function layWide({stages, flags, name, linked, words}: StaircaseFacts): StaircaseDrawing {
  const footFlag = flags.find(({stage}) => stage === 0);
  const foot = footFlag ? buildFootFlag(footFlag, name, MARGIN, FLAG.text) : null;
  const {places, width} = placeSteps(stages, MARGIN + FOOT, Math.max(0, (foot?.width ?? 0) - FOOT));
  const clusterLines = stages.map(({cluster}, index) => balanceText(cluster, getRoom(places[index]) - 48, CLUSTER.size));
  const walls = stages.map((facts) => getWallHeight(facts, WALL));
  const clusters = raiseClusters(
    stages.map(({stage}, index) => {
      const lane = flags.some((flag) => flag.stage === stage) ? FLAG.clear + FLAG.height : 0;
      return -RISE * index - (walls[index] ?? 0) - lane - 15;
    }),
    clusterLines.map((lines) => LEAST_RISE + (lines.length - 1) * CLUSTER.line),
  );
  const topLines = clusterLines.at(-1)?.length ?? 1;
  const ground = MARGIN - (clusters.at(-1) ?? 0) + CLUSTER.size + (topLines - 1) * CLUSTER.line;
  const standing = places.map((place, index) => ({...place, tread: ground - RISE * index}));

  const pairs = stages.map((facts, index) => ({facts, place: standing[index] as StepPlace}));
  const bodies = layBodies(pairs, BODY);
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
    texts.push(writeLine(words.government, guide + 12, (guideY + guideTop) / 2 + 4, 14, 'ink'));
    const pull = place.right - 6;
    const pullY = baseline - CLUSTER.size * 0.36;
    const pullTop = ground + (clusters[index + 1] ?? 0) - CLUSTER.size * 0.36;
    const from = place.wall + Math.max(...lines.map((line) => estimateWidth(line, CLUSTER.size))) + 12;
    arrows.push({kind: 'market', points: [[from, pullY], [pull, pullY], [pull, pullTop], [next.place.wall - 7, pullTop]]});
    const above = pullY - (lines.length - 1) * CLUSTER.line;
    texts.push({...writeLine(words.market, pull - 10, (above + pullTop) / 2 + 4, 14), anchor: 'end'});
  }

  const left = places[0]?.left ?? 0;
  const legend = layArrowLegend(
    [
      {kind: 'government', text: words.governmentLegend},
      {kind: 'market', text: words.marketLegend},
    ],
    {x: left, y: base + 16, room: width - MARGIN - left},
    13.5,
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
    flags: flags.map((flag) => {
      const index = stages.findIndex(({stage}) => stage === flag.stage);
      const place = standing[index];
      if (!place) return (foot as NonNullable<typeof foot>).buildAt(base);
      const bottom = place.tread - (walls[index] ?? 0) - FLAG.clear;
      const x = place.left + 13;
      return buildFlag(flag, name, {x, foot: place.tread}, {bottom, room: place.right - 18 - x}, FLAG);
    }),
    texts: [...texts, ...legend.texts],
    hint: linked ? writeLine(words.hint, lane.x, lane.y + CAPTION_PAD / 2 + plan.size, 13.5, 'quiet') : null,
  };
}

function getRoom(place: StepPlace | undefined): number {
  return place ? place.right - place.wall : 0;
}

// The flag's ground at the foot widens the picture, so that the steps stay as they are for every county.
function placeSteps(stages: readonly StageFacts[], start: number, before: number): {places: StepPlace[]; width: number} {
  const measure = (pitchX: number) =>
    stages.map(({categories}) => Math.max(LEAST_STEP, PAD.left + categories.length * pitchX - WALL.mortar + PAD.right));
  const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);
  const free = WIDTH - start - MARGIN;
  let pitchX = COLUMN.most;
  while (pitchX > COLUMN.least && sum(measure(pitchX)) > free) pitchX -= 0.5;
  const widths = measure(pitchX);
  const spare = Math.max(0, free - sum(widths)) / widths.length;
  let left = start + before;
  const places = widths.map((width) => {
    const place = {left, right: left + width + spare, wall: left + PAD.left, pitchX, tread: 0};
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
