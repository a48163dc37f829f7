import type {RadarView} from '@/lib/report/compare/radar';
import {radarSeries} from '@/lib/report/drawing/radar-series';

type RadarLegendProps = {view: RadarView; hidden: ReadonlySet<string>; onToggle: (key: string) => void};

/** Each county's line and marker with its name; unticking one takes its line out of the chart. */
export function RadarLegend({view, hidden, onToggle}: RadarLegendProps) {
  return (
    <fieldset className="mt-2">
      <legend className="text-sm text-quiet">{view.legendLabel}</legend>
      <div className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {view.counties.map(({key, label}, index) => {
          const {colour, dash, marker, isHollow} = radarSeries(index);
          return (
            <label key={key} className={`flex min-h-8 cursor-pointer items-center gap-2 ${hidden.has(key) ? 'print:hidden' : ''}`}>
              <input type="checkbox" checked={!hidden.has(key)} onChange={() => onToggle(key)} className="size-4 shrink-0 print:hidden" />
              <svg aria-hidden="true" viewBox="0 0 44 14" className="h-3.5 w-11 shrink-0" fill="none" stroke={colour}>
                <path d="M0 7h44" strokeWidth="2.2" strokeDasharray={dash} />
                <path d={marker} transform="translate(22 7)" strokeWidth="1.8" fill={isHollow ? 'var(--color-paper)' : colour} />
              </svg>
              <span>{label}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
