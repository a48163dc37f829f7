import type {ChangeEntry, ChangedPart} from '@/lib/report/change-log';
import {Button} from '../ui/button';

/** Words of the list that are not an entry's own. */
export type ChangeListWords = Record<'becomes' | 'restore', string>;

type ChangeListProps = {
  entries: readonly ChangeEntry[];
  /** Makes an entry's version stand again; given the entry's position and the revision that was seen. */
  restore: (form: FormData) => Promise<void>;
  /** The measure or trait that the page shows alone; empty for all. */
  filter: string;
  words: ChangeListWords;
};

/** Entries of the log of changes, each with what it changed from and to. */
export function ChangeList({entries, restore, filter, words}: ChangeListProps) {
  if (entries.length === 0) return null;
  return (
    <ol className="my-4">
      {entries.map(({position, title, href, origin, byline, parts, restore: restorable}) => (
        <li key={position} id={`entry-${position}`} className="break-inside-avoid border-t border-line py-3 break-words">
          <h2 className="text-base font-semibold">{href ? <a href={href}>{title}</a> : title}</h2>
          <p className="text-quiet">
            {origin} · {byline}
          </p>
          {parts.length > 0 ? (
            <dl className="my-1">
              {parts.map((part) => (
                <Part key={part.label} part={part} becomes={words.becomes} />
              ))}
            </dl>
          ) : null}
          {restorable ? (
            <form action={restore} className="mt-2 print:hidden">
              <input type="hidden" name="position" value={position} />
              <input type="hidden" name="revision" value={restorable.revision} />
              <input type="hidden" name="filter" value={filter} />
              <Button look="secondary">
                {words.restore}
                <span className="sr-only"> {restorable.label}</span>
              </Button>
            </form>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function Part({part: {label, from, to}, becomes}: {part: ChangedPart; becomes: string}) {
  return (
    <div className="my-1 sm:flex sm:gap-3">
      <dt className="shrink-0 text-quiet sm:w-40">{label}</dt>
      <dd className="min-w-0 whitespace-pre-line">
        {from === null || from === to ? null : (
          <>
            <span className="text-quiet">{from}</span>
            <span aria-hidden="true"> → </span>
            <span className="sr-only"> {becomes} </span>
          </>
        )}
        <span className={from === to ? '' : 'font-semibold'}>{to}</span>
      </dd>
    </div>
  );
}
