'use client';

import {useSyncExternalStore} from 'react';

const stays = () => () => {};

/** Shown when a page fails. Its words stand in the layout's <main>, which the server wrote in the reader's language. */
export default function ErrorPage({error, reset}: {error: Error & {digest?: string}; reset: () => void}) {
  // Where the whole page failed, <main> comes with this page and is found when that is drawn.
  const main = useSyncExternalStore(
    stays,
    () => document.getElementById('content'),
    () => null,
  );
  const words = main?.dataset ?? {};
  return (
    <div role="alert">
      <h1>{words.errorTitle}</h1>
      <p className="my-4">{words.errorText}</p>
      <p className="my-4 font-mono">{error.digest}</p>
      <button type="button" onClick={reset} className="font-semibold text-link underline underline-offset-4">
        {words.errorRetry}
      </button>
    </div>
  );
}
