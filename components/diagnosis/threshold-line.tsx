import type {ThresholdLine as Line} from '@/lib/report/sureness/threshold-line';
import {stageColour} from './stage-colour';

const LANE = 26;
const TOP = 14;
const BAR = 12;

/**
 * Thresholds from 0 to 1 as a line: above it the coverage of each stage in a lane of its own, on it the part in
 * which the result stays, below it the threshold in use. Places are percentages, so that text keeps its size.
 */
export function ThresholdLine({line, keptLabel}: {line: Line; keptLabel: string}) {
  const {marks, segments, threshold} = line;
  const axis = TOP + marks.length * LANE;
  const kept = segments.filter((segment) => segment.kept);
  const from = Math.min(...kept.map((segment) => segment.from));
  const to = Math.max(...kept.map((segment) => segment.to));
  return (
    <div className="my-4 max-w-3xl px-3">
      <svg role="img" aria-label={line.label} width="100%" height={axis + 78} className="block overflow-visible text-ink" fontSize={15}>
        <rect x="0" y={axis} width="100%" height={BAR} fill="#fff" stroke="#6b7684" />
        {/* `kept` is never empty: the stage holds at the threshold in use. */}
        <rect x={`${from}%`} y={axis} width={`${to - from}%`} height={BAR} fill="var(--color-link)" style={{printColorAdjust: 'exact'}} />
        {marks.map(({stage, at, label}, index) => (
          <Mark key={stage} stage={stage} at={at} label={label} y={TOP + index * LANE} axis={axis} />
        ))}
        <line x1={`${threshold.at}%`} x2={`${threshold.at}%`} y1={axis - 6} y2={axis + 40} stroke="currentColor" strokeWidth="3" />
        <text x="0" y={axis + BAR + 18} fill="currentColor">
          0
        </text>
        <text x="100%" y={axis + BAR + 18} fill="currentColor" textAnchor="end">
          1
        </text>
        <text x={`${threshold.at}%`} y={axis + 58} fill="currentColor" fontWeight="700" textAnchor={anchorAt(threshold.at)}>
          {threshold.label}
        </text>
      </svg>
      <p className="text-sm text-quiet" aria-hidden="true">
        <svg width="28" height="12" className="mr-2 inline-block">
          <rect width="28" height="12" fill="var(--color-link)" style={{printColorAdjust: 'exact'}} />
        </svg>
        {keptLabel}
      </p>
    </div>
  );
}

type MarkProps = {stage: number; at: number; label: string; y: number; axis: number};

function Mark({stage, at, label, y, axis}: MarkProps) {
  const toLeft = at > 60;
  return (
    <g className={stageColour(stage)}>
      <line x1={`${at}%`} x2={`${at}%`} y1={y} y2={axis} stroke="currentColor" strokeWidth="1.5" strokeDasharray="3 3" />
      <circle cx={`${at}%`} cy={y} r="6" fill="currentColor" stroke="#fff" strokeWidth="1.5" style={{printColorAdjust: 'exact'}} />
      <text
        x={`${at}%`}
        y={y + 5}
        dx={toLeft ? -12 : 12}
        textAnchor={toLeft ? 'end' : 'start'}
        fill="currentColor"
        fontWeight="700"
        stroke="#fff"
        strokeWidth="4"
        paintOrder="stroke"
      >
        {label}
      </text>
    </g>
  );
}

function anchorAt(place: number): 'start' | 'middle' | 'end' {
  if (place < 15) return 'start';
  return place > 85 ? 'end' : 'middle';
}
