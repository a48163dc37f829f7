import type {RadarView} from '@/lib/report/compare/radar';
import {CountyHeadings} from './county-headings';
import {ScrollRegion} from './scroll-region';
import {stageColour} from '../diagnosis/stage-colour';

/** The radar's figures as exact fractions, a row a category. */
export function RadarTable({view}: {view: RadarView}) {
  const captionId = `${view.id}-caption`;
  return (
    <ScrollRegion labelledBy={captionId}>
      <table className="break-inside-avoid border-separate border-spacing-0 text-left text-sm print:text-[9pt]">
        <caption id={captionId} className="sr-only">
          {view.caption}
        </caption>
        <thead>
          <tr>
            <th scope="col" className="sticky left-0 z-10 border-b-2 border-ink bg-paper py-1.5 pr-2 align-bottom print:static print:bg-transparent">
              {view.categoryHeading}
            </th>
            <CountyHeadings counties={view.counties} className="text-center" />
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row) => (
            <tr key={row.code} className="break-inside-avoid">
              <th
                scope="row"
                className="sticky left-0 z-10 max-w-34 min-w-34 border-b border-line bg-paper py-1 print:py-0.5 pr-2 font-normal sm:max-w-lg sm:min-w-72 print:min-w-0 print:static print:bg-transparent"
              >
                <span className="gap-x-2 sm:flex print:flex">
                  <span className={`w-9 shrink-0 max-sm:mr-1.5 max-sm:inline font-bold ${stageColour(row.stage)}`}>{row.code}</span>
                  <span>{row.name}</span>
                </span>
              </th>
              {row.cells.map(({text, unknownText}, index) => (
                <td key={view.counties[index]?.key} className="border-b border-line p-1 print:p-0.5 text-center tabular-nums">
                  {text}
                  {unknownText !== null && <span className="block text-xs leading-tight text-quiet">{unknownText}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
