import type {CoverageCell, SummaryTable as SummaryTableView} from '@/lib/report/compare/coverage';
import {ScrollRegion} from './scroll-region';
import {stageColour} from '../diagnosis/stage-colour';

/** Stage and coverage, a row a county. */
export function SummaryTable({view}: {view: SummaryTableView}) {
  const captionId = `${view.id}-caption`;
  return (
    <ScrollRegion labelledBy={captionId}>
      <table className="w-full min-w-[44rem] border-separate border-spacing-0 text-left print:min-w-0 print:table-fixed print:text-[9pt]">
        <caption id={captionId} className="sr-only">
          {view.caption}
        </caption>
        <thead>
          <tr className="align-bottom text-sm leading-snug print:text-[9pt]">
            <th scope="col" className="sticky left-0 z-10 border-b-2 border-ink bg-paper py-2 pr-3 print:static print:bg-transparent">
              {view.countyHeading}
            </th>
            <th scope="col" className="border-b-2 border-ink p-2">
              {view.stageHeading}
            </th>
            {view.stages.map(({number, title}) => (
              <th key={number} scope="col" className={`border-b-2 border-current p-2 ${stageColour(number)}`}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row) => (
            <tr key={row.county.key} className="break-inside-avoid align-top">
              <th
                scope="row"
                className="sticky left-0 z-10 w-56 max-w-34 min-w-34 border-b border-line bg-paper py-2 pr-3 font-normal sm:max-w-none print:static print:bg-transparent print:min-w-0 print:w-auto"
              >
                <span className="font-bold">{row.href === null ? row.name : <a href={row.href}>{row.name}</a>}</span>
                {row.tag !== null && (
                  <span className="ml-2 inline-block rounded border border-line px-1.5 text-xs text-quiet">{row.tag}</span>
                )}
                <span className="block text-sm text-quiet print:text-[8pt]">{row.detail}</span>
              </th>
              <td className="w-60 min-w-40 print:w-auto print:min-w-0 border-b border-line p-2">
                <span className="font-bold">{row.stage}</span>
                {row.stageNote !== null && <span className="block text-sm text-quiet print:text-[8pt]">{row.stageNote}</span>}
              </td>
              {row.cells.map((cell, index) => (
                <td key={view.stages[index]?.number} className="border-b border-line p-2">
                  <CoverageFigures cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function CoverageFigures({cell}: {cell: CoverageCell}) {
  return (
    <>
      <span className="block text-lg leading-7 font-bold tabular-nums print:text-[10pt]">{cell.text}</span>
      <span className="block text-sm text-quiet print:text-[8pt]">{cell.verdict}</span>
      {cell.unknownText !== null && <span className="block text-sm text-quiet print:text-[8pt]">{cell.unknownText}</span>}
    </>
  );
}
