import {focusOnce} from './focus-once';

/** All problems of a form at its top, each leading to its field; takes the focus once shown. */
export function ErrorSummary({title, message, errors}: {title: string; message: string; errors: Readonly<Record<string, readonly string[]>>}) {
  const entries = Object.entries(errors);
  return (
    <div role="alert" tabIndex={-1} ref={focusOnce} className="my-6 border-4 border-alert p-4">
      <h2>{title}</h2>
      <p>{message}</p>
      {entries.length > 0 ? (
        <ul className="mt-2 list-disc pl-5">
          {entries.map(([field, messages]) => (
            <li key={field}>
              <a href={`#${field}`} className="font-semibold text-alert">
                {messages.join(' ')}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
