import {ANSWER_VALUES} from '@/lib/answers/answer-value';
import type {Locale} from '@/lib/instrument/schema';
import type {Translate} from '@/lib/messages/translator';
import type {HeatMapView} from '../compare/heat-map';
import type {StaircaseText} from '../staircase/picture';
import {estimateWidth, writeLine} from '../staircase/text';
import {drawHatch} from './brick';
import {fitLines} from './fit-lines';
import {getStageColour, paintForFile} from './paint';
import {drawState, drawStateLegend} from './state-legend';
import type {Drawing, SvgNode} from './svg-node';
import {drawShape, drawText} from './text-line';

type Stage = HeatMapView['stages'][number];
type Measure = Stage['categories'][number]['measures'][number];

const WIDTH = 700;
const MARGIN = 2;
const SIZE = 12;
const HEADING = 13;
const LINE = 13.5;
const PITCH = 14.8;
const BRICK = {width: 30, height: 12};
const CODE = 30;
const COLUMN = {least: 46, most: 84};

/** Every measure in every county, a row a measure and a brick a county; reads at 156 mm and without colours. */
export function drawHeatMap(view: HeatMapView, locale: Locale, t: Translate): Drawing {
  const {counties, stages, legend} = view;
  const columns = getColumnWidth(counties.map(({label}) => label));
  const first = WIDTH - MARGIN - columns * counties.length;
  const head = drawHead(counties.map(({label}) => label), first, columns);
  const nodes: SvgNode[] = [
    {tag: 'defs', attributes: {}, children: stages.map(({number}) => drawHatch(`hatch-${number}`, getStageColour(number), false, paintForFile))},
    ...head.nodes,
  ];
  let y = head.bottom;
  for (const stage of stages) {
    const block = drawStage(stage, y, first, columns);
    nodes.push(...block.nodes);
    y = block.bottom;
  }
  const key = drawStateLegend(legend, {x: MARGIN, y: y + 12, room: WIDTH - 2 * MARGIN}, SIZE);
  return {
    locale,
    width: WIDTH,
    height: Math.ceil(key.bottom + MARGIN),
    title: t('drawing.heat-map-title', {count: listMeasures(stages).length}),
    description: describeHeatMap(view, locale, t),
    nodes: [...nodes, ...key.nodes],
  };
}

// As wide as the longest word of a name, within what leaves the measures' names their room.
function getColumnWidth(names: readonly string[]): number {
  const words = names.flatMap(splitName).flatMap((part) => part.split(/\s+/)).map((word) => estimateWidth(word, SIZE, true) + 4);
  const most = Math.min(COLUMN.most, Math.max(COLUMN.least, 336 / Math.max(1, names.length)));
  return Math.min(most, Math.max(COLUMN.least, ...words));
}

// What stands in brackets after a name goes to a line of its own.
function splitName(name: string): string[] {
  const [before = '', ...brackets] = name.split(/(?=[（(])/);
  return brackets.length === 0 ? [name] : [before.trim(), brackets.join('')];
}

function drawHead(names: readonly string[], first: number, columns: number): {nodes: SvgNode[]; bottom: number} {
  const headings = names.map((name) => splitName(name).flatMap((part) => fitLines(part, columns - 4, SIZE, 2, true)));
  const most = Math.max(0, ...headings.map((lines) => lines.length));
  const bottom = MARGIN + most * LINE + 2;
  const nodes = headings.flatMap((lines, column) =>
    lines.map((text, line) => {
      const y = bottom - 4 - (lines.length - 1 - line) * LINE;
      const words: StaircaseText = {...writeLine(text, first + (column + 0.5) * columns, y, SIZE), anchor: 'middle', bold: true};
      return drawText(words, paintForFile);
    }),
  );
  return {nodes, bottom};
}

function drawStage({number, title, categories}: Stage, top: number, first: number, columns: number) {
  const nodes: SvgNode[] = [];
  let y = top + 5;
  for (const line of fitLines(title, first - MARGIN - 8, HEADING, 2, true)) {
    nodes.push(drawText({...writeLine(line, MARGIN, y + HEADING, HEADING), bold: true}, paintForFile));
    y += HEADING * 1.25;
  }
  y += 3;
  nodes.push(drawRule(y, 'ink', 1.6));
  y += 2;
  for (const [index, {measures}] of categories.entries()) {
    if (index > 0) nodes.push(drawRule(y, 'line', 0.8));
    for (const measure of measures) {
      const row = drawRow(measure, number, y, first, columns);
      nodes.push(...row.nodes);
      y = row.bottom;
    }
  }
  return {nodes, bottom: y};
}

function drawRow({code, name, cells}: Measure, stage: number, top: number, first: number, columns: number) {
  const left = MARGIN + CODE;
  const lines = fitLines(name, first - left - 6, SIZE, 2);
  const height = PITCH + (Math.max(1, lines.length) - 1) * LINE;
  const baseline = top + PITCH / 2 + SIZE * 0.36;
  const middle = top + height / 2;
  return {
    nodes: [
      drawText(writeLine(code, MARGIN, baseline, SIZE, 'quiet'), paintForFile),
      ...lines.map((text, line) => drawText(writeLine(text, left, baseline + line * LINE, SIZE), paintForFile)),
      ...cells.flatMap(({state}, column) => {
        const box = {x: first + (column + 0.5) * columns - BRICK.width / 2, y: middle - BRICK.height / 2, ...BRICK};
        return drawState(state, box, getStageColour(stage), `hatch-${stage}`, paintForFile);
      }),
    ],
    bottom: top + height,
  };
}

function drawRule(y: number, colour: 'ink' | 'line', width: number): SvgNode {
  return drawShape('line', {x1: MARGIN, x2: WIDTH - MARGIN, y1: y, y2: y, stroke: paintForFile(colour), 'stroke-width': width});
}

function listMeasures(stages: readonly Stage[]): readonly Measure[] {
  return stages.flatMap(({categories}) => categories.flatMap(({measures}) => measures));
}

function describeHeatMap({counties, stages, legend}: HeatMapView, locale: Locale, t: Translate): string {
  const comma = t('compare.listComma');
  const sentences = counties.map(({label: name}, county) => {
    const count = (measures: readonly Measure[], state: string) => measures.filter(({cells}) => cells[county]?.state === state).length;
    const states = [...ANSWER_VALUES, 'no-tick' as const].flatMap((state) => {
      const label = legend.find((entry) => entry.state === state)?.label ?? '';
      const number = count(listMeasures(stages), state);
      return number === 0 ? [] : [t('drawing.heat-map-state', {label, count: number})];
    });
    const inPlace = stages.map((stage) => {
      const measures = listMeasures([stage]);
      return t('drawing.heat-map-stage', {stage: stage.title, inPlace: count(measures, 'in-place'), total: measures.length});
    });
    return t('drawing.heat-map-county', {name, states: states.join(comma), stages: inPlace.join(comma)});
  });
  return [t('drawing.heat-map-reading'), ...sentences].join(locale === 'en' ? ' ' : '');
}
