import type {StaircaseArrow, StaircaseFlag} from '../staircase/picture';
import type {Paint} from './paint';
import type {SvgNode} from './svg-node';
import {drawShape, drawText} from './text-line';

/** An arrow between stages: whole for what government guides, dashed for what the market pulls. */
export function drawArrow({kind, points}: StaircaseArrow, paint: Paint): SvgNode[] {
  const [x, y] = points.at(-1) ?? [0, 0];
  const [fromX, fromY] = points.at(-2) ?? [0, 0];
  const angle = (Math.atan2(y - fromY, x - fromX) * 180) / Math.PI;
  const ink = paint('ink');
  return [
    drawShape('polyline', {
      points: points.map((point) => point.join(',')).join(' '),
      fill: 'none',
      stroke: ink,
      'stroke-width': 1.8,
      'stroke-linejoin': 'round',
      ...(kind === 'market' ? {'stroke-dasharray': '6 4'} : {}),
    }),
    drawShape('path', {d: 'M3 0 L-7 -5 L-7 5 Z', transform: `translate(${x} ${y}) rotate(${angle})`, fill: ink}),
  ];
}

/** A flag on its pole: solid where the known answers lead, dashed where unknown ones leave more open. */
export function drawFlag({kind, pole, banner, texts}: StaircaseFlag, paint: Paint): SvgNode {
  const tail = Math.min(banner.height * 0.35, 13);
  const stroke = banner.height < 12 ? 1 : 2;
  const ink = paint('ink');
  const right = banner.x + banner.width;
  const lower = banner.y + banner.height;
  const dash: SvgNode['attributes'] = kind === 'open' ? {'stroke-dasharray': `${stroke * 2.5} ${stroke * 1.75}`} : {};
  return {
    tag: 'g',
    attributes: {},
    children: [
      drawShape('line', {
        x1: pole.x,
        x2: pole.x,
        y1: kind === 'open' ? lower : pole.top,
        y2: pole.foot,
        stroke: ink,
        'stroke-width': stroke * 1.2,
        ...dash,
      }),
      drawShape('path', {
        d: `M${banner.x} ${banner.y} H${right} L${right - tail} ${(banner.y + lower) / 2} L${right} ${lower} H${banner.x} Z`,
        fill: paint(kind === 'reached' ? 'ink' : 'paper'),
        stroke: ink,
        'stroke-width': stroke,
        'stroke-linejoin': 'round',
        ...dash,
      }),
      ...texts.map((line) => drawText(line, paint)),
    ],
  };
}
