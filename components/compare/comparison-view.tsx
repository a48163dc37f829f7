import type {ReactNode} from 'react';
import type {Comparison} from '@/lib/report/compare/build-comparison';
import {CoverageBars} from './coverage-bars';
import {DifferencesTable} from './differences-table';
import {HeatMap} from './heat-map';
import {RadarChartLoader} from './radar-chart-loader';
import {RadarTable} from './radar-table';
import {SummaryTable} from './summary-table';

type ComparisonViewProps = {
  view: Comparison;
  /** A small picture a county, by the county's key, shown below the summary; counties without one are left out. */
  pictures?: Readonly<Record<string, ReactNode>>;
};

/** The whole comparison under second-level headings; the page brings its own first-level heading. */
export function ComparisonView({view, pictures = {}}: ComparisonViewProps) {
  if (view.empty !== null) return <p>{view.empty}</p>;
  const {summary, radar, coverage, heatMap, differences} = view;
  const pictured = summary.rows.filter(({county}) => pictures[county.key] !== undefined);
  return (
    <div className="space-y-12 print:space-y-8">
      <div className="space-y-3">
        {view.notes.map((note) => (
          <p key={note} className="max-w-[46rem] text-quiet">
            {note}
          </p>
        ))}
        <nav aria-label={view.contentsLabel} className="print:hidden">
          <ul className="flex flex-wrap gap-x-6 gap-y-1">
            {[summary, coverage, radar, heatMap, differences].map(({id, heading}) => (
              <li key={id}>
                <a href={`#${id}`}>{heading}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <Part {...summary}>
        <SummaryTable view={summary} />
        <p className="mt-2 text-sm text-quiet">{summary.note}</p>
        {pictured.length > 0 && (
          <ul className="mt-6 grid gap-6 sm:grid-cols-2 lg:grid-cols-3 print:grid-cols-2">
            {pictured.map(({county}) => (
              <li key={county.key} className="min-w-0 break-inside-avoid">
                <figure>
                  {pictures[county.key]}
                  <figcaption className="mt-1 text-sm">{county.label}</figcaption>
                </figure>
              </li>
            ))}
          </ul>
        )}
      </Part>
      <Part {...coverage}>
        <CoverageBars view={coverage} />
      </Part>
      <Part {...radar}>
        <RadarChartLoader view={radar} />
        <p className="mt-4 mb-3 text-sm text-quiet">{radar.note}</p>
        <RadarTable view={radar} />
      </Part>
      <Part {...heatMap}>
        <HeatMap view={heatMap} />
      </Part>
      <Part {...differences}>
        <DifferencesTable view={differences} />
      </Part>
    </div>
  );
}

function Part({id, heading, children}: {id: string; heading: string; children: ReactNode}) {
  return (
    <section>
      <h2 id={id} className="mb-3 scroll-mt-4 break-after-avoid">
        {heading}
      </h2>
      {children}
    </section>
  );
}
