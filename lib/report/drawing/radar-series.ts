/** How one county's line is drawn: colour, dash and marker all differ, so that it reads in black and white. */
export type RadarSeries = {
  readonly colour: string;
  readonly dash: string;
  /** Outline of the marker around the origin, about 10 units wide. */
  readonly marker: string;
  readonly isHollow: boolean;
};

const CIRCLE = 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z';
const SQUARE = 'M-4.5-4.5h9v9h-9z';
const TRIANGLE = 'M0-5.8 5.4 4.2h-10.8z';
const DIAMOND = 'M0-6 6 0 0 6-6 0z';

const SERIES: readonly RadarSeries[] = [
  {colour: '#0b5394', dash: 'none', marker: CIRCLE, isHollow: false},
  {colour: '#b4460b', dash: '9 4', marker: SQUARE, isHollow: false},
  {colour: '#15703a', dash: '2 3', marker: TRIANGLE, isHollow: false},
  {colour: '#9d174d', dash: '10 3 2 3', marker: DIAMOND, isHollow: true},
  {colour: '#1d2733', dash: '16 5', marker: CIRCLE, isHollow: true},
  {colour: '#6b3a9b', dash: '5 3', marker: SQUARE, isHollow: true},
  {colour: '#7a5c00', dash: '12 3 2 3 2 3', marker: TRIANGLE, isHollow: true},
  {colour: '#0f6e84', dash: '1 4', marker: DIAMOND, isHollow: false},
];

/** The drawing of the nth county, counted from 0; it starts anew after the eighth. */
export function radarSeries(index: number): RadarSeries {
  return SERIES[index % SERIES.length] as RadarSeries;
}

export type RadarPoint = {readonly x: number; readonly y: number; readonly value?: number | null};

/** The line through a county's points; it stops before a point without a value and starts again after it. */
export function radarPath(points: readonly RadarPoint[]): string {
  const gap = points.findIndex(({value}) => value == null);
  if (gap === -1) return points.length === 0 ? '' : `${points.map(pathStep).join('')}Z`;
  // Starting after a gap, every stretch of points is met whole, also the one that runs past the last point.
  const turned = [...points.slice(gap), ...points.slice(0, gap)];
  return turned
    .map((point, index) => {
      if (point.value == null) return '';
      return turned[index - 1]?.value == null ? pathStep(point, 0) : pathStep(point, index);
    })
    .join('');
}

function pathStep({x, y}: RadarPoint, index: number): string {
  return `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
}
