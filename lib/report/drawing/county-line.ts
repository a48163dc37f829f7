import type {RadarRow} from '../compare/radar';
import {type RadarSeries, radarPath, radarSeries} from './radar-series';
import {paintForFile} from './paint';
import type {SvgNode} from './svg-node';
import {drawShape} from './text-line';

/** One county's line around a centre at 0 0, with a marker at each category that has applicable measures. */
export function drawCountyLine(rows: readonly RadarRow[], county: number, counties: number, radius: number): SvgNode {
  const series = radarSeries(county);
  // Each line is a little larger than those drawn over it, so that equal values all show.
  const above = counties - 1 - county;
  const points = rows.map(({cells}, index) => {
    const value = cells[county]?.share ?? null;
    const angle = (index / rows.length) * 2 * Math.PI;
    const reach = radius * (value ?? 0);
    return {x: reach * Math.sin(angle), y: -reach * Math.cos(angle), value};
  });
  const line = drawShape('path', {
    d: radarPath(points),
    'stroke-width': 1.8 + above * 0.35,
    'stroke-dasharray': series.dash,
    'stroke-linejoin': 'round',
  });
  const markers = points.flatMap(({x, y, value}) => (value === null ? [] : [drawMarker(series, x, y, 0.8 + above * Math.min(0.32, 1 / counties))]));
  return {tag: 'g', attributes: {fill: 'none', stroke: series.colour}, children: [line, ...markers]};
}

/** A sample of a county's line, 44 wide, for the legend; `y` is its middle. */
export function drawCountySample(county: number, x: number, y: number): SvgNode {
  const series = radarSeries(county);
  const line = drawShape('path', {d: `M${x} ${y}h44`, 'stroke-width': 2.2, 'stroke-dasharray': series.dash});
  return {tag: 'g', attributes: {fill: 'none', stroke: series.colour}, children: [line, drawMarker(series, x + 22, y, 0.9)]};
}

function drawMarker({marker, isHollow, colour}: RadarSeries, x: number, y: number, scale: number): SvgNode {
  return drawShape('path', {
    d: marker,
    transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${scale.toFixed(2)})`,
    // A rim of paper keeps a filled marker apart from one beneath it, also without colours.
    ...(isHollow ? {fill: paintForFile('paper'), 'stroke-width': 2} : {fill: colour, stroke: paintForFile('paper'), 'stroke-width': 2, 'paint-order': 'stroke'}),
  });
}
