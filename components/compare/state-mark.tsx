import type {CellState} from '@/lib/report/compare/heat-map';

const COLOURED: readonly CellState[] = ['in-place', 'under-way'];

/** The drawings of the states, once a page; marks refer to them by id. */
export function StateMarkShapes() {
  const brick = {x: 1, y: 1, width: 26, height: 16, rx: 2.5, strokeWidth: 1.5};
  return (
    <svg aria-hidden="true" className="absolute size-0">
      <symbol id={idOf('in-place')} viewBox="0 0 28 18">
        <rect {...brick} fill="currentColor" stroke="currentColor" />
        <path d="m9.5 9.2 3.2 3.3 6-6.8" fill="none" stroke="#fff" strokeWidth="2.2" />
      </symbol>
      <symbol id={idOf('under-way')} viewBox="0 0 28 18">
        <rect {...brick} fill="none" stroke="currentColor" />
        <path d="M2 12 12 2M3.5 16.5 18 2M9.5 16.5 24 2M15.5 16.5 26.5 5.5M21.5 16.5l5-5" stroke="currentColor" strokeWidth="2" />
      </symbol>
      <symbol id={idOf('not-in-place')} viewBox="0 0 28 18">
        <rect {...brick} fill="none" stroke="currentColor" />
      </symbol>
      <symbol id={idOf('unknown')} viewBox="0 0 28 18">
        <rect {...brick} fill="none" stroke="currentColor" strokeDasharray="4 2.5" />
        <path d="M11.4 7.2a2.7 2.7 0 1 1 3.9 2.4c-.9.5-1.3 1-1.3 1.9M14 13v1.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
      </symbol>
      <symbol id={idOf('not-applicable')} viewBox="0 0 28 18">
        <rect {...brick} fill="none" stroke="currentColor" strokeDasharray="1 3" strokeWidth="1.2" />
        <path d="m10 14 8-10" fill="none" stroke="currentColor" strokeWidth="1.6" />
      </symbol>
      <symbol id={idOf('no-tick')} viewBox="0 0 28 18">
        <circle cx="14" cy="9" r="2.6" fill="currentColor" />
      </symbol>
    </svg>
  );
}

/** One state as a brick, told apart by pattern as well as colour; the words stand beside it. */
export function StateMark({state, className = ''}: {state: CellState; className?: string}) {
  return (
    <svg aria-hidden="true" className={`inline-block h-[1.15em] w-[1.8em] align-[-0.2em] ${COLOURED.includes(state) ? '' : 'text-quiet'} ${className}`}>
      <use href={`#${idOf(state)}`} />
    </svg>
  );
}

function idOf(state: CellState): string {
  return `compare-state-${state}`;
}
