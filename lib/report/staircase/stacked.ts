import {layBodies} from './body';
import {CAPTION_PAD, getCaptionHeight, layCaption, planCaptions} from './captions';
import type {StaircaseDrawing, StaircaseFacts} from './drawing';
import {buildFlag} from './flags';
import {layArrowLegend} from './legend';
import type {Point, StaircaseArrow, StaircaseText} from './picture';
import {balanceText, estimateWidth, writeLine} from './text';
import {type StepPlace, buildStep, getWallHeight} from './wall';

const WIDTH = 340;
const MARGIN = 6;
const PAD = {left: 25, right: 8};
const WALL = {pitchY: 39, mortar: 5, bed: 6, code: 16};
const FLAG = {height: 30, clear: 10, text: 15, tall: null};
const BODY = {labels: {whole: [13, 12.5, 12], broken: [13, 12, 11.5, 11, 10.5], listed: null}, heading: [18, 17, 16, 15, 14], counts: [14.5, 13.5], beside: 0, aligned: false};
const CLUSTER = {size: 14.5, line: 19, clear: 12};
const ARROWS = {height: 76, size: 14, gap: 26};
const COLUMN = {most: 72, least: 32};
const FOOT = 74;

/**
 * Lays the steps one above the other, the last stage on top: up means further on, as on a stair and in the wide
 * picture, so flag and arrows keep their direction; steps stay in table order for reading aloud and for the keyboard.
 */
export function layStacked({stages, flags, name, linked, words}: StaircaseFacts): StaircaseDrawing {
  const columns = Math.max(...stages.map(({categories}) => categories.length));
  const room = WIDTH - 2 * MARGIN - PAD.left - PAD.right + WALL.mortar;
  const pitchX = Math.max(COLUMN.least, Math.min(COLUMN.most, Math.floor((room / columns) * 2) / 2));
  const width = Math.max(WIDTH, Math.ceil(WIDTH - room + columns * pitchX));
  const place: StepPlace = {left: MARGIN, right: width - MARGIN, wall: MARGIN + PAD.left, pitchX, tread: 0};
  const inner = width - 2 * MARGIN;

  const raw = stages.map((facts) => ({facts, place}));
  const bodyHeights = layBodies(raw, BODY).map(({height}) => height);
  const plans = stages.map((facts) => planCaptions([facts], inner - 2 * CAPTION_PAD, [14, 13]));
  const laneHeights = plans.map((plan) => (linked ? getCaptionHeight(plan) : 0));
  const blockHeights = bodyHeights.map((height, index) => Math.ceil(height + (laneHeights[index] ?? 0) + 6));

  let y = MARGIN;
  const treads = stages.map(() => 0);
  const texts: StaircaseText[] = [];
  const arrows: StaircaseArrow[] = [];
  for (const [index, facts] of [...stages.entries()].toReversed()) {
    for (const line of balanceText(facts.cluster, inner - PAD.left, CLUSTER.size)) {
      texts.push(writeLine(line, place.wall, y + CLUSTER.size, CLUSTER.size, 'quiet'));
      y += CLUSTER.line;
    }
    y += CLUSTER.clear;
    if (flags.some(({stage}) => stage === facts.stage)) y += FLAG.height + FLAG.clear;
    y += getWallHeight(facts, WALL);
    treads[index] = y;
    y += blockHeights[index] ?? 0;
    if (index === 0) continue;
    const strip = layArrows(y, place.wall, words);
    arrows.push(...strip.arrows);
    texts.push(...strip.texts);
    y += ARROWS.height;
  }

  const pairs = stages.map((facts, index) => ({facts, place: {...place, tread: treads[index] ?? 0}}));
  const blocks = pairs.map(({place: {left, right, tread}}, index): Point[] => {
    const bottom = tread + (blockHeights[index] ?? 0);
    return [[left, tread], [right, tread], [right, bottom], [left, bottom]];
  });
  const foot = flags.some(({stage}) => stage === 0) ? y + FOOT : null;
  const ground: Point[] = [[place.left, foot ?? y], [place.right, foot ?? y]];
  const legend = layArrowLegend(
    [
      {kind: 'government', text: words.governmentLegend},
      {kind: 'market', text: words.marketLegend},
    ],
    {x: MARGIN, y: (foot ?? y) + 16, room: inner},
    12.5,
  );
  return {
    width,
    height: Math.ceil(legend.bottom + MARGIN),
    bodies: foot === null ? blocks : [...blocks, ground],
    steps: pairs.map(({facts, place: at}, index) => {
      const lane = {x: MARGIN, y: at.tread + (bodyHeights[index] ?? 0), width: inner, height: laneHeights[index] ?? 0};
      const captionOf = linked ? (label: string) => layCaption(lane, plans[index]?.size ?? 13, label) : null;
      return buildStep(facts, at, WALL, captionOf);
    }),
    arrows: [...arrows, ...legend.arrows],
    flags: flags.map((flag) => {
      const pair = pairs.find(({facts}) => facts.stage === flag.stage);
      const pole = {x: place.left + 11, foot: pair ? pair.place.tread : (foot ?? y)};
      const bottom = pair ? pair.place.tread - getWallHeight(pair.facts, WALL) - FLAG.clear : y + 14 + FLAG.height;
      return buildFlag(flag, name, pole, {bottom, room: place.right - pole.x - 4}, FLAG);
    }),
    texts: [...texts, ...layBodies(pairs, BODY).flatMap((body) => body.texts), ...legend.texts],
    hint: null,
  };
}

function layArrows(top: number, x: number, words: StaircaseFacts['words']) {
  const upper = top + 12;
  const lower = top + ARROWS.height - 14;
  const second = x + ARROWS.gap + Math.ceil(estimateWidth(words.government, ARROWS.size)) + 20;
  const baseline = (upper + lower) / 2 + ARROWS.size * 0.36;
  const draw = (kind: StaircaseArrow['kind'], at: number): StaircaseArrow => ({kind, points: [[at, lower], [at, upper]]});
  return {
    arrows: [draw('government', x + 8), draw('market', second + 8)],
    texts: [
      writeLine(words.government, x + ARROWS.gap, baseline, ARROWS.size),
      writeLine(words.market, second + ARROWS.gap, baseline, ARROWS.size),
    ],
  };
}
