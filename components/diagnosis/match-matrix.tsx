import type {MatchMatrix as Matrix, MatrixCell} from '@/lib/report/cluster-match';
import {stageColour} from './stage-colour';

const TEXT = 'text-xs break-words hyphens-auto sm:text-sm print:text-sm';
const CELL = `h-20 print:h-16 border border-ink py-2 sm:px-1 text-center align-top ${TEXT}`;

/** Cluster stages against e-commerce stages: the county's cell or cells by frame, sign and word, and the benchmarks. */
export function MatchMatrix({matrix}: {matrix: Matrix}) {
  const {caption, corner, columns, rows, benchmark} = matrix;
  return (
    <table className="my-4 w-full max-w-3xl table-fixed border-separate border-spacing-0.5 break-inside-avoid">
      <caption className="pb-1 text-left font-semibold">{caption}</caption>
      <thead>
        <tr>
          <td className={`w-[28%] py-1 text-quiet sm:px-1 ${TEXT}`}>
            <span className="block text-right">{corner.ecommerce} →</span>
            <span className="block">{corner.cluster} ↓</span>
          </td>
          {columns.map(({stage, label, name}) => (
            <th key={stage} scope="col" className={`p-1 align-bottom ${TEXT} ${stageColour(stage)}`}>
              {label}
              <span className="block font-normal text-ink max-sm:hidden print:block">{name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({stage, name, cells}) => (
          <tr key={stage}>
            <th scope="row" className={`py-1 text-left max-sm:font-normal sm:px-1 ${TEXT} ${stageColour(stage)}`}>
              {name}
            </th>
            {cells.map((cell) => (
              <Cell key={cell.stage} cell={cell} benchmark={benchmark} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const FRAME = {
  here: 'outline-4 -outline-offset-4 outline-ink bg-[#eef5fb]',
  possible: 'outline-3 -outline-offset-4 outline-dashed outline-ink bg-[#eef5fb]',
  none: '',
} as const;

function Cell({cell: {match, mark, markLabel, benchmarks}, benchmark}: {cell: MatrixCell; benchmark: string}) {
  return (
    <td className={`${CELL} ${FRAME[mark ?? 'none']}`}>
      <span className="block text-quiet">{match}</span>
      {mark ? (
        <strong className="block">
          <span aria-hidden="true">{mark === 'here' ? '●' : '○'}</span> {markLabel}
        </strong>
      ) : null}
      {benchmarks.map((name) => (
        <span key={name} className="block">
          <span aria-hidden="true">▲</span> <span className="sr-only">{benchmark}</span> {name}
        </span>
      ))}
    </td>
  );
}
