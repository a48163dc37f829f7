import 'server-only';
import {type ErrorCode, AppError, statusOf} from '@/lib/errors';
import type {Locale} from '@/lib/instrument/schema';
import {logError} from '@/lib/log-error';
import type {ExplainedIssue} from '@/lib/messages/explain-issues';
import {DEFAULT_LOCALE, LOCALE_COOKIE, parseLocale} from '@/lib/messages/locale';
import {type Translate, translatorFor} from '@/lib/messages/translator';

/** Largest request body that is read, in bytes. */
export const BODY_LIMIT = 256 * 1024;

/** The language of an answer to a program: the reader's cookie, else the first known one it accepts, else Chinese. */
export function requestLocale(request: Request): Locale {
  const cookie = new RegExp(`(?:^|;\\s*)${LOCALE_COOKIE}=([^;]+)`).exec(request.headers.get('cookie') ?? '')?.[1];
  const accepted = (request.headers.get('accept-language') ?? '').split(',').map((part) => part.split(';')[0]?.trim() ?? '');
  const wanted = accepted.map((tag) => (tag.startsWith('zh') ? 'zh-CN' : tag.startsWith('en') ? 'en' : undefined));
  return parseLocale(cookie) ?? wanted.find((locale) => locale !== undefined) ?? DEFAULT_LOCALE;
}

/** The language of a file to download: the one that its address names with `?locale=`, else the request's. */
export function fileLocale(request: Request): Locale {
  return parseLocale(new URL(request.url).searchParams.get('locale')) ?? requestLocale(request);
}

/** Answers with the product's error shape; `extra` is added beside code, message and issues. */
export function errorResponse(t: Translate, code: ErrorCode, issues: ExplainedIssue[] = [], extra: object = {}): Response {
  const message = t(`errors.${code}`, {id: ''});
  return Response.json({error: {code, message, issues, ...extra}}, {status: statusOf(code), headers: NO_STORE});
}

/** Answers that depend on the database are never kept by a cache. */
export const NO_STORE = {'cache-control': 'no-store'};

/** Runs a route's work and turns what it throws into an answer: an expected failure by its code, any other logged with an id. */
export async function jsonRoute(request: Request, work: (t: Translate, locale: Locale) => Promise<Response>): Promise<Response> {
  const locale = requestLocale(request);
  const t = translatorFor(locale);
  try {
    return await work(t, locale);
  } catch (error) {
    if (error instanceof AppError) return errorResponse(t, error.code);
    const id = logError(error);
    return Response.json({error: {code: 'unexpected', message: t('errors.unexpected', {id}), issues: [], id}}, {status: 500, headers: NO_STORE});
  }
}

/**
 * Reads a JSON body of at most BODY_LIMIT bytes, however long it claims to be.
 * @throws AppError `too-large`, `malformed-json` (also when it is not UTF-8)
 */
export async function readJson(request: Request): Promise<unknown> {
  if (Number(request.headers.get('content-length')) > BODY_LIMIT) throw new AppError('too-large');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > BODY_LIMIT) throw new AppError('too-large');
    chunks.push(chunk);
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(Buffer.concat(chunks)));
  } catch (error) {
    throw new AppError('malformed-json', {cause: error});
  }
}

/** Refuses a change that another site's page asks for. @throws AppError `foreign-origin`, `wrong-content-type` */
export function guardChange(request: Request): void {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') throw new AppError('foreign-origin');
  if (!request.headers.get('content-type')?.startsWith('application/json')) throw new AppError('wrong-content-type');
}
