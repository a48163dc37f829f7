import type {Provider} from './provider-schema.mjs';

/** The kind of database that a URL accepted by lib/env leads to. */
export function providerOf(url: string): Provider {
  return url.startsWith('file:') ? 'sqlite' : 'postgresql';
}

/** A database URL as it may be shown: the path of the file, or where on which server, without the password. */
export function describeDatabase(url: string): string {
  if (providerOf(url) === 'sqlite') return url.slice('file:'.length);
  const {username, host, pathname} = new URL(url);
  return `postgresql://${username === '' ? '' : `${username}@`}${host}${pathname}`;
}
