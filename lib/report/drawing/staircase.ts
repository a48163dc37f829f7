import type {Staircase} from '../staircase/picture';
import {paintForFile} from './paint';
import {drawStaircaseNodes} from './staircase-scene';
import {drawStateLegend} from './state-legend';
import type {Drawing} from './svg-node';

const MARGIN = 8;
const SIZES = {wide: 13.5, stacked: 12.5, paper: 12} as const;

/**
 * The staircase as a drawing that stands alone, with the key to its bricks beneath (but for the small layout, which
 * has no room for words). Hover captions, their hint and links belong to pages and are left out.
 */
export function drawStaircase(picture: Staircase): Drawing {
  const {locale, width, height, title, description, steps, legend, layout} = picture;
  const left = layout === 'stacked' ? MARGIN : (steps[0]?.tread.x1 ?? MARGIN);
  const key = layout === 'small' ? null : drawStateLegend(legend.states, {x: left, y: height + 6, room: width - MARGIN - left}, SIZES[layout]);
  return {
    locale,
    width,
    height: Math.ceil(key ? key.bottom + MARGIN : height),
    title,
    description,
    nodes: [...drawStaircaseNodes(picture, paintForFile), ...(key ? key.nodes : [])],
  };
}
