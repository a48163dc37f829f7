import {checkDatabase} from '@/lib/db/health';
import {NO_STORE, requestLocale} from '@/lib/http/json-route';
import {logError} from '@/lib/log-error';
import {translatorFor} from '@/lib/messages/translator';

/** 200 when the database answers, 503 when it does not. */
export async function GET(request: Request): Promise<Response> {
  try {
    const {migration} = await checkDatabase();
    return Response.json({status: 'ok', database: {status: 'ok', migration}}, {headers: NO_STORE});
  } catch (error) {
    const id = logError(error);
    const message = translatorFor(requestLocale(request))('errors.unexpected', {id});
    return Response.json({status: 'failing', database: {status: 'failing', id, message}}, {status: 503, headers: NO_STORE});
  }
}
