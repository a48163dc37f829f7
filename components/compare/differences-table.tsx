import type {DifferencesView} from '@/lib/report/compare/differences';
import {ScrollRegion} from './scroll-region';
import {stageColour} from '../diagnosis/stage-colour';

/** Who has what the others have not, by stage; then what could not be compared, and why. */
export function DifferencesTable({view}: {view: DifferencesView}) {
  if (view.empty !== null) return <p>{view.empty}</p>;
  return (
    <>
      <p className="mb-3">{view.summary}</p>
      {view.stages.length > 0 && (
        <StageRows
          id={`${view.id}-table`}
          caption={view.heading}
          headings={[view.measureHeading, view.hasHeading, view.hasNotHeading]}
          stages={view.stages.map((stage) => ({
            ...stage,
            rows: stage.rows.map(({code, name, has, hasNot}) => ({code, name, cells: [has, hasNot]})),
          }))}
        />
      )}
      {view.notCompared !== null && (
        <>
          <h3 className="mt-8 mb-1 break-after-avoid">{view.notCompared.heading}</h3>
          <p className="mb-3">{view.notCompared.summary}</p>
          <StageRows
            id={`${view.id}-not-compared`}
            caption={view.notCompared.heading}
            headings={[view.measureHeading, view.notCompared.reasonHeading]}
            stages={view.notCompared.stages.map((stage) => ({
              ...stage,
              rows: stage.rows.map(({code, name, reason}) => ({code, name, cells: [reason]})),
            }))}
          />
        </>
      )}
    </>
  );
}

type StageRowsProps = {
  id: string;
  caption: string;
  headings: readonly string[];
  stages: readonly {
    number: number;
    title: string;
    rows: readonly {code: string; name: string; cells: readonly string[]}[];
  }[];
};

function StageRows({id, caption, headings, stages}: StageRowsProps) {
  return (
    <ScrollRegion labelledBy={id}>
      <table className="w-full table-fixed border-separate border-spacing-0 text-left text-sm print:text-[9pt]">
        <caption id={id} className="sr-only">
          {caption}
        </caption>
        <thead>
          <tr className="align-bottom">
            {headings.map((heading) => (
              <th key={heading} scope="col" className="border-b-2 border-ink py-1.5 pr-1.5 sm:pr-3 print:pr-3 [overflow-wrap:anywhere]">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        {stages.map((stage) => (
          <tbody key={stage.number}>
            <tr className="break-inside-avoid break-after-avoid">
              <th
                scope="rowgroup"
                colSpan={headings.length}
                className={`border-b-2 border-current pt-5 pb-1 text-base ${stageColour(stage.number)}`}
              >
                {stage.title}
              </th>
            </tr>
            {stage.rows.map(({code, name, cells}) => (
              <tr key={code} className="break-inside-avoid align-top">
                <th scope="row" className="border-b border-line py-1.5 pr-1.5 sm:pr-3 print:pr-3 [overflow-wrap:anywhere] font-normal">
                  <span className="gap-x-2 sm:flex print:flex">
                    <span className="block w-9 shrink-0 text-quiet tabular-nums">{code}</span>
                    <span>{name}</span>
                  </span>
                </th>
                {cells.map((cell, index) => (
                  <td key={headings[index + 1]} className="border-b border-line py-1.5 pr-1.5 sm:pr-3 print:pr-3 [overflow-wrap:anywhere]">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </ScrollRegion>
  );
}
