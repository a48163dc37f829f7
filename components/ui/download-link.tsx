'use client';
import {type MouseEvent, type ReactNode, useRef, useState} from 'react';
import {ButtonLink} from './button';

/** Shown in place of silence once a file takes longer than this, in milliseconds. */
const PATIENCE = 1000;
/** The server is taken to be out of reach after this, in milliseconds. */
const LIMIT = 60_000;

/** What is said of a download on its way and of its end; `saved` has {name} for the file. */
export type DownloadWords = Record<'making' | 'saved' | 'failed' | 'offline', string>;

type State = {kind: 'idle'} | {kind: 'busy'; patient: boolean} | {kind: 'saved'; name: string} | {kind: 'failed'; message: string};

/**
 * A link to a file that the server makes. Without JavaScript it is a link; with it, a second press while the file is
 * being made does nothing, and whatever becomes of it is said beside the link.
 */
export function DownloadLink({href, words, children}: {href: string; words: DownloadWords; children: ReactNode}) {
  const [state, setState] = useState<State>({kind: 'idle'});
  const busy = useRef(false);

  async function download(event: MouseEvent) {
    // Another tab or window is the browser's own business.
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (busy.current) return;
    busy.current = true;
    setState({kind: 'busy', patient: true});
    const timer = setTimeout(() => setState({kind: 'busy', patient: false}), PATIENCE);
    const end = await fetchFile(href, words);
    clearTimeout(timer);
    busy.current = false;
    setState(end);
  }

  return (
    <span className="inline-flex flex-wrap items-center">
      <ButtonLink href={href} look="secondary" onClick={download} aria-disabled={state.kind === 'busy' || undefined}>
        {children}
      </ButtonLink>
      <span role="status" className={`not-empty:ml-3 ${state.kind === 'failed' ? 'font-semibold text-alert' : 'text-quiet'}`}>
        {say(state, words)}
      </span>
    </span>
  );
}

function say(state: State, words: DownloadWords): string {
  switch (state.kind) {
    case 'idle':
      return '';
    case 'busy':
      return state.patient ? '' : words.making;
    case 'saved':
      return words.saved.replace('{name}', state.name);
    case 'failed':
      return state.message;
  }
}

async function fetchFile(href: string, words: DownloadWords): Promise<State> {
  let response: Response;
  let file: Blob;
  try {
    response = await fetch(href, {signal: AbortSignal.timeout(LIMIT)});
    file = await response.blob();
  } catch {
    return {kind: 'failed', message: words.offline};
  }
  if (!response.ok) return {kind: 'failed', message: (await readMessage(file)) ?? words.failed};
  const name = fileNameIn(response.headers.get('content-disposition'));
  const address = URL.createObjectURL(file);
  Object.assign(document.createElement('a'), {href: address, download: name}).click();
  // Freed only after the browser has begun to save it.
  setTimeout(() => URL.revokeObjectURL(address), LIMIT);
  return {kind: 'saved', name};
}

/** What the server says of its failure, if it is an error of the product's own shape. */
async function readMessage(body: Blob): Promise<string | undefined> {
  try {
    const {error} = JSON.parse(await body.text());
    return typeof error?.message === 'string' ? error.message : undefined;
  } catch {
    return undefined;
  }
}

/** The name that the server gives the file. */
function fileNameIn(disposition: string | null): string {
  const encoded = /filename\*=UTF-8''([^;\s]+)/i.exec(disposition ?? '')?.[1];
  try {
    return decodeURIComponent(encoded ?? '');
  } catch {
    return '';
  }
}
