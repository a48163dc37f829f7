import {readFileSync} from 'node:fs';
import path from 'node:path';

type RoutesManifest = {
  staticRoutes: {page: string}[];
  dynamicRoutes: {page: string}[];
  rewrites: {afterFiles: {source: string}[]} | {source: string}[];
};

const PLACEHOLDER = /^[:[]|[*+?()]/;

/** The fixed words in the addresses of a build's pages and routes. */
export function readRouteWords(buildFolder: string): ReadonlySet<string> {
  const {staticRoutes, dynamicRoutes, rewrites} = JSON.parse(readFileSync(path.join(buildFolder, 'routes-manifest.json'), 'utf8')) as RoutesManifest;
  const sources = Array.isArray(rewrites) ? rewrites : rewrites.afterFiles;
  const addresses = [...staticRoutes.map(({page}) => page), ...dynamicRoutes.map(({page}) => page), ...sources.map(({source}) => source)];
  return new Set(addresses.flatMap((address) => address.split('/')).filter((part) => part !== '' && !PLACEHOLDER.test(part)));
}

/** The pattern of an address: without its query, with a star for each part that is none of the fixed words. */
export function routePattern(url: string, words: ReadonlySet<string>): string {
  const end = url.search(/[?#]/);
  const address = end < 0 ? url : url.slice(0, end);
  if (address.startsWith('/_next/static/')) return '/_next/static/*';
  return address
    .split('/')
    .map((part) => (part === '' || words.has(part) ? part : '*'))
    .join('/')
    .slice(0, 200);
}
