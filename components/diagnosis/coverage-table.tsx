import type {CoverageWords} from '@/lib/report/coverage-words';
import type {CoverageRow} from '@/lib/report/result';
import {stageColour} from './stage-colour';

type CoverageTableProps = {
  rows: readonly CoverageRow[];
  words: CoverageWords;
};

/** Bars of what is in place against what is needed, and the same as a table of counts. */
export function CoverageTable({rows, words}: CoverageTableProps) {
  return (
    <table className="my-4 w-full border-collapse text-left max-sm:text-sm">
      <thead>
        <tr className="border-b-2 border-ink align-bottom">
          <th scope="col" className="py-1 pr-3">
            {words.stage}
          </th>
          <th scope="col" className="py-1 pr-3">
            {words.inPlace}
            <span className="block text-sm font-normal text-quiet">{words.mark}</span>
          </th>
          <th scope="col" className="py-1 pr-3 text-right whitespace-nowrap">
            {words.needed}
          </th>
          <th scope="col" className="py-1 pr-3">
            {words.met}
          </th>
          {[words.underWay, words.notInPlace, words.unknown, words.notApplicable].map((word) => (
            <th key={word} scope="col" className="hidden py-1 pl-3 text-right text-sm font-normal md:table-cell print:table-cell">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({stage, code, name, counts, met, metLabel}) => (
          <tr key={stage} className="border-b border-line">
            <th scope="row" className="py-2 pr-3 font-normal">
              <strong className={stageColour(stage)}>{code}</strong> {name}
            </th>
            <td className={`py-2 pr-3 ${stageColour(stage)}`}>
              <span className="text-ink tabular-nums">
                {counts.inPlace} / {counts.applicable}
              </span>
              <CoverageBar inPlace={counts.inPlace} needed={counts.needed} applicable={counts.applicable} />
            </td>
            <td className="py-2 pr-3 text-right tabular-nums">{counts.needed}</td>
            <td className="py-2 pr-3 whitespace-nowrap">
              {met ? '✓ ' : ''}
              {metLabel}
            </td>
            {[counts.underWay, counts.notInPlace, counts.unknown, counts.notApplicable].map((count, index) => (
              <td key={index} className="hidden py-2 pl-3 text-right tabular-nums md:table-cell print:table-cell">
                {count}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const LENGTH = 100;

function CoverageBar({inPlace, needed, applicable}: {inPlace: number; needed: number; applicable: number}) {
  const scale = (measures: number) => (applicable === 0 ? 0 : (measures / applicable) * LENGTH);
  return (
    <svg viewBox={`0 0 ${LENGTH} 10`} preserveAspectRatio="none" className="block h-4 w-full min-w-20" aria-hidden="true">
      <rect x={0} y={2} width={LENGTH} height={6} fill="none" stroke="#6b7684" strokeWidth={1} vectorEffect="non-scaling-stroke" />
      <rect x={0} y={2} width={scale(inPlace)} height={6} fill="currentColor" style={{printColorAdjust: 'exact'}} />
      <line x1={scale(needed)} x2={scale(needed)} y1={0} y2={10} stroke="#1d2733" strokeWidth={2} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
