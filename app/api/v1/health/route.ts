import {checkDatabase} from '@/lib/db/health';
import {NO_STORE, requestLocale} from '@/lib/http/json-route';
import {serverState} from '@/lib/http/server-state';
import {logError} from '@/lib/log-error';
import {translatorFor} from '@/lib/messages/translator';

/** 200 where saving would work, 503 with the reason where it would not or where the server is about to end. */
export async function GET(request: Request): Promise<Response> {
  const {version, migrations, stopping} = serverState();
  const {failure, error, ...database} = await checkDatabase(migrations);
  const reason = stopping ? 'stopping' : failure;
  const body = {
    status: reason === undefined ? 'ok' : stopping ? 'stopping' : 'failing',
    version,
    uptime: Math.floor(process.uptime()),
    database: {status: failure === undefined ? 'ok' : 'failing', ...database},
  };
  if (reason === undefined) return Response.json(body, {headers: NO_STORE});
  const t = translatorFor(requestLocale(request));
  const told = {...body, reason, message: t(`operations.${reason}`), ...(error === undefined ? {} : {id: logError(error)})};
  return Response.json(told, {status: 503, headers: NO_STORE});
}
