import {getSession} from '@/lib/access/session';
import {getReportSettings} from '@/lib/db/report-settings';
import {AppError} from '@/lib/errors';
import {NO_STORE, jsonRoute} from '@/lib/http/json-route';

/** The picture on the organisation's reports, never taken for anything else than a picture. */
export function GET(request: Request): Promise<Response> {
  return jsonRoute(request, async () => {
    const {logo} = await getReportSettings(getSession().organisationId);
    if (!logo) throw new AppError('not-found');
    return new Response(logo.data as BodyInit, {
      headers: {
        ...NO_STORE,
        'content-type': `image/${logo.type}`,
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
      },
    });
  });
}
