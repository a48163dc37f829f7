import type {Provider} from './provider-schema.mjs';

/** The kind of database that a URL accepted by lib/env leads to. */
export function providerOf(url: string): Provider {
  return url.startsWith('file:') ? 'sqlite' : 'postgresql';
}

/** A database URL as it may be shown: the path of the file, or where on which server, without the password. */
export function describeDatabase(url: string): string {
  if (providerOf(url) === 'sqlite') return fileOf(url);
  const {username, host, pathname} = new URL(url);
  return `postgresql://${username === '' ? '' : `${username}@`}${host}${pathname}`;
}

/** The path of the SQLite file that a `file:` URL names. */
export function fileOf(url: string): string {
  return url.slice('file:'.length);
}
