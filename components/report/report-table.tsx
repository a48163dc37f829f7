import type {ReportCell, ReportLine, ReportTable as Table} from '@/lib/report/document/stage-report';
import {ScrollRegion} from '../compare/scroll-region';

/** More columns than these do not fit a phone: the table keeps a width that can be read, and scrolls. */
const NARROW_COLUMNS = 2;

/** Such a word, an address or what somebody typed, may break anywhere; a cell without one keeps its words whole. */
const LONG_WORD = /[^\s\p{Script=Han}]{15}/u;

/** A table with its caption, its rows under their group's heading, and its small print. */
export function ReportTable({table}: {table: Table}) {
  const {id, columns, note} = table;
  return (
    <div className="report-table my-6">
      {columns.length > NARROW_COLUMNS ? (
        <ScrollRegion labelledBy={`${id}-caption`}>
          <Grid table={table} minWidth={`${columns.length * 7}rem`} />
        </ScrollRegion>
      ) : (
        <Grid table={table} minWidth="0" />
      )}
      {note === '' ? null : <p className="mt-1 text-sm wrap-anywhere whitespace-pre-line text-quiet">{note}</p>}
    </div>
  );
}

function Grid({table: {id, caption, columns, groups}, minWidth}: {table: Table; minWidth: string}) {
  const lookOf = (index: number, texts: readonly string[]) => {
    const looks = [columns[index]?.align === 'centre' ? 'text-center' : '', texts.some((text) => LONG_WORD.test(text)) ? 'wrap-anywhere' : ''];
    return looks.join(' ').trim() || undefined;
  };
  return (
    <table style={{minWidth}} className="w-full border-collapse text-left text-sm">
      <caption id={`${id}-caption`} className="mb-1 text-left font-semibold wrap-anywhere sm:text-center print:text-center">
        {caption}
      </caption>
      <colgroup>
        {columns.map((column) => (
          <col key={column.id} style={{width: `${column.share * 100}%`}} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((column, index) => (
            <th key={column.id} scope="col" className={lookOf(index, [column.title])}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.id}>
          {group.title === null ? null : (
            <tr className="report-group">
              <th scope="rowgroup" colSpan={columns.length} className="wrap-anywhere">
                {group.title}
              </th>
            </tr>
          )}
          {group.rows.map((row) => (
            <tr key={row.id} id={row.id}>
              {row.cells.map((cell, index) =>
                index === 0 ? (
                  <th key={columns[index]?.id} scope="row" className={lookOf(index, cell.lines.map(({text}) => text))}>
                    <Cell cell={cell} />
                  </th>
                ) : (
                  <td key={columns[index]?.id} className={lookOf(index, cell.lines.map(({text}) => text))}>
                    <Cell cell={cell} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** The lines of a cell never change their order, so that their places may be their keys. */
function Cell({cell}: {cell: ReportCell}) {
  return cell.lines.map((line, index) => <Line key={index} line={line} />);
}

const LOOKS = {plain: undefined, strong: 'font-semibold', quiet: 'text-quiet'} as const;

function Line({line: {text, look, href}}: {line: ReportLine}) {
  // On paper a link is no more than its words, so that its address is printed behind them.
  const address = href && /^https?:/.test(href) && !text.includes(href) ? href : undefined;
  return (
    <p className={LOOKS[look]}>
      {href ? (
        <a href={href} data-address={address}>
          {text}
        </a>
      ) : (
        text
      )}
    </p>
  );
}
