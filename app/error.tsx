'use client';

/** Shown when a page fails. Its words stand in the layout's <main>, which the server wrote in the reader's language. */
export default function ErrorPage({error, reset}: {error: Error & {digest?: string}; reset: () => void}) {
  const words = document.getElementById('content')?.dataset ?? {};
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
