import type {ArchivePreview} from '@/lib/report/archive-preview';
import {ErrorSummary} from '../ui/error-summary';
import {Notice} from '../ui/notice';

/** What an archive holds, before it is imported; takes the focus once shown. `notice` says why it is not imported yet. */
export function ArchivePreviewView({preview, notice, errorTitle}: {preview: ArchivePreview; notice: string; errorTitle: string}) {
  const {title, facts, caption, heads, rows, none, checked, clash} = preview;
  return (
    <section tabIndex={-1} ref={focusOnce} aria-labelledby="preview" className="outline-none">
      {notice === '' ? null : <ErrorSummary title={errorTitle} message={notice} errors={{}} />}
      <h2 id="preview">{title}</h2>
      <dl className="my-3 max-w-3xl sm:grid sm:grid-cols-[max-content_1fr] sm:gap-x-6">
        {facts.map(({label, value}) => (
          <div key={label} className="contents">
            <dt className="font-semibold">{label}</dt>
            <dd className="mb-2 wrap-anywhere sm:mb-0">{value}</dd>
          </div>
        ))}
      </dl>
      {rows.length === 0 ? (
        <p>{none}</p>
      ) : (
        <table className="my-4 block max-w-3xl sm:table sm:w-full">
          <caption className="block pb-1 text-left font-semibold sm:table-caption">{caption}</caption>
          <thead className="hidden sm:table-header-group">
            <tr className="border-b-2 border-line text-left">
              {heads.map((head, index) => (
                <th key={head} scope="col" className={`py-1 pr-4 ${index > 2 ? 'text-right' : ''}`}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="block sm:table-row-group">
            {rows.map(({key, cells}) => (
              <tr key={key} className="block border-b border-line py-1 sm:table-row">
                {cells.map((cell, index) => (
                  <td key={heads[index]} className={`block py-0.5 pr-4 sm:table-cell sm:py-1 ${index > 2 ? 'tabular-nums sm:text-right' : ''}`}>
                    <span className="text-quiet sm:hidden">{heads[index]} </span>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p>{checked}</p>
      {clash ? (
        <Notice look="warning">
          <p>{clash.text}</p>
          <ul className="list-disc pl-5">
            {clash.profiles.map(({href, label}) => (
              <li key={href} className="wrap-anywhere">
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
          <p>{clash.note}</p>
        </Notice>
      ) : null}
    </section>
  );
}

function focusOnce(element: HTMLElement | null) {
  element?.focus();
}
