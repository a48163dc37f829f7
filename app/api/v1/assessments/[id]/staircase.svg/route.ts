import {getSession} from '@/lib/access/session';
import {getAssessmentOrThrow} from '@/lib/db/assessments';
import {readAssessment} from '@/lib/db/read-assessment';
import {formatCountyShort} from '@/lib/divisions/county-label';
import {FILE_TYPES} from '@/lib/http/file-response';
import {NO_STORE, jsonRoute} from '@/lib/http/json-route';
import {getInstrumentOrThrow} from '@/lib/instrument/registry';
import {parseLocale} from '@/lib/messages/locale';
import {translatorFor} from '@/lib/messages/translator';
import {drawStaircase} from '@/lib/report/drawing/staircase';
import {writeSvg} from '@/lib/report/drawing/write-svg';
import {buildStaircase} from '@/lib/report/staircase/build-staircase';

type Context = {params: Promise<{id: string}>};

/** An assessment's staircase as a picture; `?locale=en` asks for a language other than the reader's. */
export function GET(request: Request, {params}: Context): Promise<Response> {
  return jsonRoute(request, async (_t, readersLocale) => {
    const assessment = await getAssessmentOrThrow(getSession().organisationId, (await params).id);
    const registered = getInstrumentOrThrow(assessment.instrumentId, assessment.instrumentVersion);
    const {values, diagnosis} = readAssessment(assessment, registered);
    const locale = parseLocale(new URL(request.url).searchParams.get('locale')) ?? readersLocale;
    const name = formatCountyShort(assessment.profile, locale);
    const subject = {instrument: registered.instrument, values, diagnosis, t: translatorFor(locale), locale, name};
    return new Response(writeSvg(drawStaircase(buildStaircase({...subject, layout: 'wide'}))), {
      headers: {
        ...NO_STORE,
        'content-type': FILE_TYPES.svg,
        'content-security-policy': "default-src 'none'",
        'x-content-type-options': 'nosniff',
      },
    });
  });
}
