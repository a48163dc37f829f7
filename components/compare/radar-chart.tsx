'use client';

import {useSyncExternalStore} from 'react';
import {PolarAngleAxis, PolarGrid, PolarRadiusAxis, Radar, RadarChart as Chart} from 'recharts';
import type {RadarView} from '@/lib/report/compare/radar';
import {type RadarPoint, type RadarSeries, radarPath, radarSeries} from '@/lib/report/drawing/radar-series';
import {stageColour} from '../diagnosis/stage-colour';

const WIDE = {width: 720, height: 520, radius: 215, hasNames: true};
const NARROW = {width: 340, height: 320, radius: 128, hasNames: false};
/** Room between the outer ring, where markers stand, and the words around it. */
const RIM = 12;
const WIDE_SCREEN = '(min-width: 40rem)';

type RadarChartProps = {
  view: RadarView;
  /** Keys of the counties left out of the drawing. */
  hidden: ReadonlySet<string>;
};

/** A radar, one line a county. It draws in the browser only; its figures stand in the table below it. */
export function RadarChart({view, hidden}: RadarChartProps) {
  const isWide = useSyncExternalStore(subscribe, () => matchMedia(WIDE_SCREEN).matches, () => true);
  const size = isWide ? WIDE : NARROW;
  const data = view.rows.map(({code, cells}) => ({code, shares: cells.map(({share}) => share)}));
  return (
    <div role="img" aria-label={view.chartLabel} className="mx-auto" style={{maxWidth: size.width}}>
      <Chart
        width={size.width}
        height={size.height}
        data={data}
        outerRadius={size.radius}
        accessibilityLayer={false}
        // Scaled by its view box, so that paper and zoom get the whole drawing without a new measurement.
        style={{width: '100%', height: 'auto', aspectRatio: `${size.width} / ${size.height}`}}
      >
        <PolarGrid stroke="var(--color-line)" polarRadius={[size.radius / 2, size.radius]} />
        <PolarAngleAxis
          dataKey="code"
          tick={({x, y, textAnchor, index}) => (
            <RimLabel
              x={Number(x) + RIM * ((Number(x) - size.width / 2) / size.radius)}
              y={Number(y) + RIM * ((Number(y) - size.height / 2) / size.radius)}
              anchor={textAnchor}
              row={view.rows[index]}
              hasName={size.hasNames}
            />
          )}
        />
        <PolarRadiusAxis domain={[0, 1]} tick={false} axisLine={false} />
        {view.counties.map(({key, label}, index) => (
          <Radar
            key={key}
            name={label}
            dataKey={(row: {shares: readonly (number | null)[]}) => row.shares[index]}
            hide={hidden.has(key)}
            isAnimationActive={false}
            shape={({points}: {points: RadarPoint[]}) => (
              <CountyLine points={points} series={radarSeries(index)} above={view.counties.length - 1 - index} />
            )}
          />
        ))}
      </Chart>
    </div>
  );
}

type RimLabelProps = {
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end' | 'inherit';
  row: RadarView['rows'][number] | undefined;
  hasName: boolean;
};

function RimLabel({x, y, anchor, row, hasName}: RimLabelProps) {
  if (!row) return <g />;
  return (
    <text x={x} y={y} dy="0.35em" textAnchor={anchor} fontSize="13" fill="currentColor" className={stageColour(row.stage)}>
      <tspan fontWeight="700">{row.code}</tspan>
      {hasName && <tspan dx="4">{row.label}</tspan>}
    </text>
  );
}

type CountyLineProps = {
  points: readonly RadarPoint[];
  series: RadarSeries;
  /** How many lines are drawn over this one: it is made a little larger for each, so that equal values all show. */
  above: number;
};

function CountyLine({points, series, above}: CountyLineProps) {
  const scale = 0.75 + above * 0.14;
  return (
    <g fill="none" stroke={series.colour}>
      <path d={radarPath(points)} strokeWidth={1.8 + above * 0.35} strokeDasharray={series.dash} strokeLinejoin="round" />
      {points.map(({x, y, value}, index) =>
        value == null ? null : (
          <path
            key={index}
            d={series.marker}
            transform={`translate(${x} ${y}) scale(${scale})`}
            fill={series.isHollow ? 'var(--color-paper)' : series.colour}
            strokeWidth={2}
          />
        ),
      )}
    </g>
  );
}

function subscribe(onChange: () => void): () => void {
  const query = matchMedia(WIDE_SCREEN);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}
