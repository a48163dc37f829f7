import type {CoverageBars as CoverageBarsView, CoverageCell} from '@/lib/report/compare/coverage';
import {stageColour} from '../diagnosis/stage-colour';

type BarKind = CoverageBarsView['legend'][number]['kind'];

/** Coverage as bars with the needed line, one table a stage; drawn on the server, so it needs no script. */
export function CoverageBars({view}: {view: CoverageBarsView}) {
  return (
    <>
      <Hatch id={hatchId('legend')} />
      <ul className="mb-2 flex break-inside-avoid break-after-avoid flex-wrap gap-x-5 gap-y-1 text-sm">
        {view.legend.map(({kind, label}) => (
          <li key={kind}>
            <LegendMark kind={kind} />
            {label}
          </li>
        ))}
      </ul>
      {view.stages.map((stage) => (
        <table
          key={stage.number}
          className={`mt-4 w-full break-inside-avoid border-separate border-spacing-0 text-left text-sm print:text-[9pt] ${stageColour(stage.number)}`}
        >
          <caption className="pb-1 text-left text-base font-bold">
            {stage.title}
            <Hatch id={hatchId(stage.number)} />
          </caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">{view.countyHeading}</th>
              <th scope="col">{view.barHeading}</th>
            </tr>
          </thead>
          <tbody className="text-ink">
            {stage.rows.map(({county, cell}) => (
              <tr key={county.key} className="break-inside-avoid">
                <th scope="row" className="w-[30%] border-b border-line py-2 pr-3 print:py-0.5 leading-snug font-normal">
                  {county.label}
                </th>
                <td className="border-b border-line py-2 print:py-0.5">
                  <div className="flex flex-col gap-x-4 gap-y-1 sm:flex-row sm:items-center print:flex-row print:items-center">
                    <Bar cell={cell} stage={stage.number} />
                    <span className="shrink-0 sm:w-56 print:w-48">
                      <span className="mr-2 inline-block min-w-12 font-bold tabular-nums">{cell.text}</span>
                      <span className="text-quiet">{cell.verdict}</span>
                    </span>
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </>
  );
}

function Bar({cell, stage}: {cell: CoverageCell; stage: number}) {
  if (cell.applicable === 0) return <span className="flex-1" />;
  const percent = (measures: number) => `${(measures / cell.applicable) * 100}%`;
  const underWayFrom = cell.inPlace;
  const unknownFrom = underWayFrom + cell.underWay;
  return (
    <svg aria-hidden="true" className={`block h-6 w-full shrink-0 overflow-visible sm:w-auto sm:flex-1 sm:shrink print:w-auto print:flex-1 print:shrink ${stageColour(stage)}`}>
      <rect x="0" y="4" width="100%" height="16" fill="none" stroke="var(--color-quiet)" />
      <rect x="0" y="4" width={percent(cell.inPlace)} height="16" fill="currentColor" />
      <rect x={percent(underWayFrom)} y="4" width={percent(cell.underWay)} height="16" fill={`url(#${hatchId(stage)})`} />
      {cell.unknown > 0 && (
        <rect
          x={percent(unknownFrom)}
          y="8"
          width={percent(cell.unknown)}
          height="8"
          fill="var(--color-shade)"
          stroke="var(--color-quiet)"
          strokeDasharray="4 3"
        />
      )}
      <line x1={percent(cell.needed)} x2={percent(cell.needed)} y1="0" y2="24" stroke="#fff" strokeWidth="5" />
      <line x1={percent(cell.needed)} x2={percent(cell.needed)} y1="0" y2="24" stroke="var(--color-ink)" strokeWidth="2.5" />
    </svg>
  );
}

function LegendMark({kind}: {kind: BarKind}) {
  return (
    <svg aria-hidden="true" viewBox="0 0 28 18" className="mr-1.5 inline-block h-[1.15em] w-[1.8em] align-[-0.2em] text-ink">
      {kind === 'needed' ? (
        <line x1="14" x2="14" y1="0" y2="18" stroke="currentColor" strokeWidth="3" />
      ) : (
        <rect
          x="1"
          y={kind === 'unknown' ? 4 : 2}
          width="26"
          height={kind === 'unknown' ? 10 : 14}
          fill={{'in-place': 'currentColor', 'under-way': `url(#${hatchId('legend')})`, unknown: 'var(--color-shade)', rest: 'none'}[kind]}
          stroke="var(--color-quiet)"
          strokeDasharray={kind === 'unknown' ? '4 3' : undefined}
        />
      )}
    </svg>
  );
}

// A pattern takes its colour from where it stands, not from where it is used, so each stage has its own.
function Hatch({id}: {id: string}) {
  return (
    <svg aria-hidden="true" className="absolute size-0">
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="2.5" height="6" fill="currentColor" />
      </pattern>
    </svg>
  );
}

function hatchId(of: number | 'legend'): string {
  return `compare-hatch-${of}`;
}
