import type {ArchivePreview} from '@/lib/report/archive-preview';
import {ScrollRegion} from '../compare/scroll-region';
import {ErrorSummary} from '../ui/error-summary';
import {Notice} from '../ui/notice';

/** What an archive holds, before it is imported; takes the focus once shown. `notice` says why it is not imported yet. */
export function ArchivePreviewView({preview, notice, errorTitle}: {preview: ArchivePreview; notice: string; errorTitle: string}) {
  const {title, facts, caption, heads, rows, none, checked, clash} = preview;
  return (
    <section tabIndex={-1} ref={focusOnce} aria-labelledby="preview" className="mt-6 outline-none">
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
        <ScrollRegion labelledBy="preview-table" className="my-4">
          <table className="w-full max-w-3xl">
            <caption id="preview-table" className="pb-1 text-left font-semibold">{caption}</caption>
            <thead>
              <tr className="border-b-2 border-line text-left">
                {heads.map((head, index) => (
                  <th key={head} scope="col" className={`py-1 pr-4 align-bottom whitespace-nowrap ${index > 2 ? 'text-right' : ''}`}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({key, cells}) => (
                <tr key={key} className="border-b border-line">
                  {cells.map((cell, index) => (
                    <td key={heads[index]} className={`py-1 pr-4 ${index > 2 ? 'text-right tabular-nums' : 'whitespace-nowrap'}`}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
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
