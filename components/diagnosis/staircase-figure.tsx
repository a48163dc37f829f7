import {useId} from 'react';
import {drawBrick, drawHatch} from '@/lib/report/drawing/brick';
import {paintForPage} from '@/lib/report/drawing/paint';
import type {SvgNode} from '@/lib/report/drawing/svg-node';
import type {StaircaseFigureContent, StaircaseTable} from '@/lib/report/staircase/figure';
import type {Staircase as Picture} from '@/lib/report/staircase/picture';
import {Staircase} from './staircase';
import {SvgNodes} from '../report/svg-nodes';

type FigureProps = StaircaseFigureContent & {readonly className?: string};

/** The staircase for wide screens and print, stacked on narrow ones, with the key to its bricks and its table. */
export function StaircaseFigure({wide, stacked, table, caption, summary, className = ''}: FigureProps) {
  const id = useId();
  return (
    <figure className={className} lang={wide.locale}>
      <Staircase picture={wide} idPrefix={`${id}-wide`} className="hidden h-auto w-full md:block print:block" />
      <Staircase
        picture={stacked}
        idPrefix={`${id}-stacked`}
        className="mx-auto block h-auto w-full max-w-lg md:hidden print:hidden"
      />
      <Legend legend={wide.legend} id={id} />
      <figcaption className="mt-2 text-sm text-quiet">{caption}</figcaption>
      <details className="mt-3 print:hidden">
        <summary>{summary}</summary>
        <Table table={table} />
      </details>
    </figure>
  );
}

function Legend({legend, id}: {legend: Picture['legend']; id: string}) {
  return (
    <ul aria-label={legend.label} className="mt-4 flex list-none flex-wrap gap-x-6 gap-y-2 p-0">
      {legend.states.map(({state, label}) => (
        <li key={state} className="flex items-center gap-2">
          <svg width="40" height="24" viewBox="0 0 40 24" aria-hidden="true" style={{printColorAdjust: 'exact'}}>
            <SvgNodes nodes={drawKey(state)} idPrefix={`${id}-key`} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

function drawKey(state: Picture['legend']['states'][number]['state']): SvgNode[] {
  const brick = {x: 0, y: 0, width: 40, height: 24, state, code: '', codeSize: 0};
  return [
    {tag: 'defs', attributes: {}, children: [drawHatch(state, 'quiet', false, paintForPage)]},
    ...drawBrick(brick, 'quiet', state, paintForPage),
  ];
}

function Table({table: {caption, columns, stages}}: {table: StaircaseTable}) {
  const cell = 'border-b border-line px-1 py-1 text-left align-top sm:px-2';
  return (
    <table className="mt-2 w-full border-collapse max-sm:text-sm">
      <caption className="mb-2 text-left font-bold">{caption}</caption>
      <thead>
        <tr>
          {[columns.category, columns.measure, columns.state].map((heading) => (
            <th key={heading} scope="col" className={cell}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      {stages.map(({stage, heading, rows}) => (
        <tbody key={stage}>
          <tr>
            <th scope="rowgroup" colSpan={3} className={`${cell} bg-shade`}>
              {heading}
            </th>
          </tr>
          {rows.map(({category, code, name, state, href}) => (
            <tr key={code}>
              <td className={cell}>{category}</td>
              <th scope="row" className={`${cell} font-normal`}>
                {href === null ? `${code} ${name}` : <a href={href}>{`${code} ${name}`}</a>}
              </th>
              <td className={cell}>{state}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
