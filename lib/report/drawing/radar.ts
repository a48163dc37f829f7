import type {Locale} from '@/lib/instrument/schema';
import type {Translate} from '@/lib/messages/translator';
import type {RadarView} from '../compare/radar';
import {estimateWidth, getTextBox, writeLine} from '../staircase/text';
import {drawCountyLine, drawCountySample} from './county-line';
import {fitLines} from './fit-lines';
import {paintForFile} from './paint';
import {layRimLabels} from './rim-labels';
import type {Drawing, SvgNode} from './svg-node';
import {drawShape, drawText} from './text-line';

const WIDTH = 700;
const MARGIN = 8;
const RADIUS = 190;
/** Room between the outer ring, where markers stand, and the words around it. */
const RIM = 14;
const SIZE = 13;
const RINGS = [
  {share: 0.25, label: '1/4'},
  {share: 0.5, label: '1/2'},
  {share: 0.75, label: '3/4'},
  {share: 1, label: '1'},
];
const SAMPLE = 44;
const LEGEND = {line: 21, gap: 8, between: 24};

/** Shares of measures in place by first-level category, a line a county; reads at 156 mm and without colours. */
export function drawRadar(view: RadarView, locale: Locale, t: Translate): Drawing {
  const {rows, counties} = view;
  const labels = layRimLabels(
    rows.map(({code, label}) => `${code} ${label}`),
    RADIUS + RIM,
    WIDTH / 2 - RADIUS - RIM - MARGIN,
    SIZE,
  );
  const boxes = labels.map(getTextBox);
  const centre = MARGIN - Math.min(-RADIUS - RIM, ...boxes.map(({y}) => y));
  const bottom = centre + Math.max(RADIUS + RIM, ...boxes.map(({y, height}) => y + height));
  const legend = drawLegend(counties.map(({label}) => label), bottom + 22);
  const wheel: SvgNode = {
    tag: 'g',
    attributes: {transform: `translate(${WIDTH / 2} ${centre})`},
    children: [
      ...drawGrid(rows.length),
      ...counties.map((_county, index) => drawCountyLine(rows, index, counties.length, RADIUS)),
    ],
  };
  const words = [...labels, ...layRingLabels(rows.length)].map((line) => ({...line, x: line.x + WIDTH / 2, y: line.y + centre}));
  return {
    locale,
    width: WIDTH,
    height: Math.ceil(legend.bottom + MARGIN),
    title: t('drawing.radar-title', {count: rows.length}),
    description: describeRadar(view, locale, t),
    nodes: [wheel, ...words.map((line) => withHalo(drawText(line, paintForFile))), ...legend.nodes],
  };
}

function drawGrid(spokes: number): SvgNode[] {
  const stroke = {stroke: paintForFile('line'), 'stroke-width': 1};
  return [
    ...RINGS.map(({share}) => drawShape('circle', {cx: 0, cy: 0, r: RADIUS * share, fill: 'none', ...stroke})),
    ...Array.from({length: spokes}, (_, index) => {
      const angle = (index / spokes) * 2 * Math.PI;
      return drawShape('line', {x1: 0, y1: 0, x2: RADIUS * Math.sin(angle), y2: -RADIUS * Math.cos(angle), ...stroke});
    }),
  ];
}

// Halfway between the last spoke and the first, where the fewest lines cross.
function layRingLabels(spokes: number) {
  const angle = -Math.PI / Math.max(spokes, 2);
  return RINGS.map(({share, label}) => {
    const reach = RADIUS * share;
    return {...writeLine(label, reach * Math.sin(angle), -reach * Math.cos(angle) + 4, 12, 'quiet'), anchor: 'middle' as const};
  });
}

function withHalo(node: SvgNode): SvgNode {
  const halo = {stroke: paintForFile('paper'), 'stroke-width': 3, 'stroke-linejoin': 'round', 'paint-order': 'stroke'};
  return {...node, attributes: {...node.attributes, ...halo}};
}

function drawLegend(names: readonly string[], top: number): {nodes: SvgNode[]; bottom: number} {
  const room = WIDTH - 2 * MARGIN;
  const entries = names.map((name) => {
    const text = fitLines(name, room - SAMPLE - LEGEND.gap, SIZE, 1)[0] ?? '';
    return {text, width: SAMPLE + LEGEND.gap + estimateWidth(text, SIZE)};
  });
  const lines: {index: number; text: string; width: number}[][] = [];
  for (const [index, entry] of entries.entries()) {
    const line = lines.at(-1);
    if (line && measureLine([...line, entry]) <= room) line.push({index, ...entry});
    else lines.push([{index, ...entry}]);
  }
  const nodes = lines.flatMap((line, row) => {
    const y = top + row * LEGEND.line;
    let x = (WIDTH - measureLine(line)) / 2;
    return line.flatMap(({index, text, width}) => {
      const words = drawText(writeLine(text, x + SAMPLE + LEGEND.gap, y + SIZE * 0.36, SIZE), paintForFile);
      const sample = drawCountySample(index, x, y);
      x += width + LEGEND.between;
      return [sample, words];
    });
  });
  return {nodes, bottom: top + Math.max(0, lines.length - 1) * LEGEND.line + SIZE};
}

function measureLine(line: readonly {width: number}[]): number {
  return line.reduce((sum, {width}) => sum + width, (line.length - 1) * LEGEND.between);
}

function describeRadar({rows, counties}: RadarView, locale: Locale, t: Translate): string {
  const sentences = counties.map(({label}, index) => {
    const cells = rows.map((row) => ({row, share: row.cells[index]?.share ?? null, text: row.cells[index]?.text ?? ''}));
    return t('drawing.radar-county', {
      name: label,
      all: cells.filter(({share}) => share === 1).length,
      none: cells.filter(({share}) => share === 0).length,
      figures: cells.map(({row, text}) => `${row.label} ${text}`).join(t('compare.listComma')),
    });
  });
  return [t('drawing.radar-reading'), ...sentences].join(locale === 'en' ? ' ' : '');
}
