type ArchiveRefusalProps = {
  title: string;
  message: string;
  problems: readonly {path: string; message: string}[];
  more: string;
  /** Said instead of a place in the file where a problem has none. */
  wholeFile: string;
};

/** All that is wrong with a file, each with its place in it; takes the focus once shown. */
export function ArchiveRefusal({title, message, problems, more, wholeFile}: ArchiveRefusalProps) {
  return (
    <div role="alert" tabIndex={-1} ref={focusOnce} className="my-6 border-4 border-alert p-4">
      <h2>{title}</h2>
      <p>{message}</p>
      <ul className="mt-2 list-disc space-y-1 pl-5">
        {problems.map(({path, message: what}, index) => (
          <li key={index} className="wrap-anywhere">
            {path === '' ? <span className="text-quiet">{wholeFile}</span> : <code className="text-sm">{path}</code>} – {what}
          </li>
        ))}
      </ul>
      {more === '' ? null : <p className="mt-2">{more}</p>}
    </div>
  );
}

function focusOnce(element: HTMLElement | null) {
  element?.focus();
}
