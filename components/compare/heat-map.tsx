import {Fragment} from 'react';
import type {HeatMapView} from '@/lib/report/compare/heat-map';
import {CountyHeadings} from './county-headings';
import {ScrollRegion} from './scroll-region';
import {stageColour} from '../diagnosis/stage-colour';
import {StateMark, StateMarkShapes} from './state-mark';

/** Every measure in every county: one brick a cell, with its words for screen readers. */
export function HeatMap({view}: {view: HeatMapView}) {
  const columns = view.counties.length + 1;
  const captionId = `${view.id}-caption`;
  return (
    <>
      <StateMarkShapes />
      <ul className="mb-3 flex break-inside-avoid break-after-avoid flex-wrap gap-x-5 gap-y-1 text-sm">
        {view.legend.map(({state, label}) => (
          <li key={state}>
            <StateMark state={state} className="mr-1.5" />
            {label}
          </li>
        ))}
      </ul>
      <ScrollRegion labelledBy={captionId} className="max-h-[85svh] lg:max-h-none lg:overflow-visible">
        <table className="border-separate border-spacing-0 text-left text-sm print:text-[9pt]">
          <caption id={captionId} className="sr-only">
            {view.caption}
          </caption>
          <thead>
            <tr>
              <th
                scope="col"
                className="sticky top-0 left-0 z-20 w-auto border-b-2 border-ink bg-paper py-1.5 pr-2 align-bottom print:static print:bg-transparent"
              >
                {view.measureHeading}
              </th>
              <CountyHeadings counties={view.counties} className="sticky top-0 z-10 text-center print:static print:bg-transparent" />
            </tr>
          </thead>
          {view.stages.map((stage) => (
            <tbody key={stage.number} className={stageColour(stage.number)}>
              <tr className="break-inside-avoid break-after-avoid">
                <th scope="rowgroup" colSpan={columns} className="border-b-2 border-current pt-5 pb-1 text-base">
                  <span className="sticky left-0">{stage.title}</span>
                </th>
              </tr>
              {stage.categories.map((category) => (
                <Fragment key={category.code}>
                  <tr className="break-inside-avoid break-after-avoid">
                    <th scope="rowgroup" colSpan={columns} className="border-b border-line bg-shade py-1 pl-1.5">
                      <span className="sticky left-1.5">
                        {category.code} {category.name}
                      </span>
                    </th>
                  </tr>
                  {category.measures.map((measure) => (
                    <tr key={measure.code} className="break-inside-avoid">
                      <th
                        scope="row"
                        className="sticky left-0 z-10 max-w-34 min-w-34 border-b border-line bg-paper py-1 pr-2 pl-1.5 font-normal text-ink sm:max-w-lg sm:min-w-72 print:min-w-0 print:static print:bg-transparent"
                      >
                        <span className="gap-x-2 sm:flex print:flex">
                          <span className="w-9 shrink-0 max-sm:mr-1.5 max-sm:inline text-quiet tabular-nums">{measure.code}</span>
                          <span>{measure.name}</span>
                        </span>
                      </th>
                      {measure.cells.map(({state, label}, index) => (
                        <td key={view.counties[index]?.key} className="border-b border-line p-1 text-center">
                          <StateMark state={state} />
                          <span className="sr-only">{label}</span>
                        </td>
                      ))}
                    </tr>
                  ))}
                </Fragment>
              ))}
            </tbody>
          ))}
        </table>
      </ScrollRegion>
    </>
  );
}
