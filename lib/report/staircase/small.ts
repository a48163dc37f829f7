import type {StaircaseDrawing, StaircaseFacts} from './drawing';
import {pickSize, estimateWidth, writeLine, writeWithName} from './text';
import {type StepPlace, buildProfile, buildStep, getWallHeight} from './wall';

const WIDTH = 200;
const MARGIN = 3;
const FOOT = 16;
const PAD = {left: 9, right: 3};
const WALL = {pitchY: 8.5, mortar: 1.6, bed: 2, code: 0};
const FLAG = {width: 13, height: 9, clear: 3};
const RISE = 22;
const BODY = 10;
const MAST = 34;
const COLUMN = {most: 16, least: 5};
const TEXT = {room: WIDTH - 2 * MARGIN, name: 14, standing: [13, 12, 11, 10]};

/**
 * Lays silhouettes of the walls with bare pennants, and name and standing below: for lists and comparisons. All
 * pictures of one instrument have the same size and the same ground, so that they line up side by side.
 */
export function laySmall({stages, flags, name, standing}: StaircaseFacts): StaircaseDrawing {
  const columns = stages.reduce((total, {categories}) => total + categories.length, 0);
  const free = WIDTH - 2 * MARGIN - FOOT - stages.length * (PAD.left + PAD.right);
  const pitchX = Math.max(COLUMN.least, Math.min(COLUMN.most, Math.floor((free / columns) * 10) / 10));
  const spare = Math.max(0, free - pitchX * columns) / stages.length;
  const walls = stages.map((facts) => getWallHeight(facts, WALL));
  const tops = walls.map((height, index) => height + RISE * index + FLAG.clear + FLAG.height);
  const ground = MARGIN + Math.max(MAST - BODY, ...tops);
  const base = ground + BODY;

  let left = MARGIN + FOOT;
  const pairs = stages.map((facts, index) => {
    const right = left + PAD.left + facts.categories.length * pitchX + PAD.right + spare;
    const place: StepPlace = {left, right, wall: left + PAD.left, pitchX, tread: ground - RISE * index};
    left = right;
    return {facts, place};
  });
  const width = Math.max(WIDTH, Math.ceil(left + MARGIN));
  const nameText = writeWithName(name, TEXT.room, TEXT.name, (short) => short);
  const size = pickSize(TEXT.standing, (candidate) => estimateWidth(standing, candidate) <= TEXT.room);
  return {
    width,
    height: Math.ceil(base + 44),
    bodies: [buildProfile(pairs.map(({place}) => place), MARGIN, base)],
    steps: pairs.map(({facts, place}) => buildStep(facts, place, WALL, null)),
    arrows: [],
    flags: flags.map(({kind, stage, label}) => {
      const index = pairs.findIndex(({facts}) => facts.stage === stage);
      const place = pairs[index]?.place;
      const x = place ? place.left + 4 : MARGIN + 1;
      const top = place ? place.tread - (walls[index] ?? 0) - FLAG.clear - FLAG.height : base - MAST;
      return {
        kind,
        stage,
        label,
        pole: {x, top, foot: place ? place.tread : base},
        banner: {x, y: top, width: FLAG.width, height: FLAG.height},
        texts: [],
      };
    }),
    texts: [
      {...writeLine(nameText, MARGIN, base + 20, TEXT.name), bold: true},
      writeLine(standing, MARGIN, base + 38, size, 'quiet'),
    ],
    hint: null,
  };
}
