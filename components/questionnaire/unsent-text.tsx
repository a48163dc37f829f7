'use client';
import type {OutboxEntry} from '@/lib/answers/outbox-entry';
import {type OutboxWords, writeOut} from '@/lib/report/outbox-words';

/** Unsaved answers as a text, to be copied or kept as a file. */
export function UnsentText({entries, words}: {entries: readonly OutboxEntry[]; words: OutboxWords}) {
  const text = entries.map((entry) => writeOut(entry, words)).join('\n\n');
  const download = () => {
    // The mark tells an office computer's editor that it is UTF-8.
    const url = URL.createObjectURL(new Blob(['\uFEFF', text.replaceAll('\n', '\r\n')], {type: 'text/plain;charset=utf-8'}));
    Object.assign(document.createElement('a'), {href: url, download: words.file}).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  };
  return (
    <>
      <button type="button" onClick={download} className="font-semibold text-link underline underline-offset-4">
        {words.download}
      </button>
      <details className="w-full">
        <summary className="text-link">{words.text}</summary>
        <p className="my-1 border border-line bg-white px-3 py-2 break-words whitespace-pre-line">{text}</p>
      </details>
    </>
  );
}
