import {LOCALE_COOKIE, parseLocale} from '@/lib/messages/locale';
import {paths} from '@/lib/paths';

const YEAR = 365 * 24 * 60 * 60;

/** Keeps the chosen language in a cookie and goes back to the page that asked; an unknown language changes nothing. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => new FormData());
  const locale = parseLocale(String(form.get('locale')));
  const headers = new Headers({location: backTo(request)});
  if (locale) headers.set('set-cookie', `${LOCALE_COOKIE}=${locale}; Path=/; Max-Age=${YEAR}; SameSite=Lax; HttpOnly`);
  return new Response(null, {status: 303, headers});
}

function backTo(request: Request): string {
  const referer = request.headers.get('referer');
  if (!referer || !URL.canParse(referer)) return paths.start();
  const {host, pathname, search} = new URL(referer);
  return host === request.headers.get('host') && !pathname.startsWith('//') ? pathname + search : paths.start();
}
