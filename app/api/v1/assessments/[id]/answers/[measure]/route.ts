import {getAnsweringName} from '@/lib/access/answering-name';
import {getSession} from '@/lib/access/session';
import {buildSaveSchema} from '@/lib/answers/answer-schema';
import {saveAnswer} from '@/lib/db/answers';
import {getAssessmentHeadOrThrow} from '@/lib/db/assessments';
import {AppError} from '@/lib/errors';
import {NO_STORE, errorResponse, guardChange, jsonRoute, readJson} from '@/lib/http/json-route';
import {listMeasures} from '@/lib/instrument/list-measures';
import {getInstrumentOrThrow} from '@/lib/instrument/registry';
import {explainIssues} from '@/lib/messages/explain-issues';
import {buildConflict, buildReplaced, describeConflict, describeSaved} from '@/lib/report/save-words';

type Context = {params: Promise<{id: string; measure: string}>};

/**
 * Saves one measure's answer; answered only after it is committed. With a `saveId` (a uuid made by the caller) it may be
 * sent any number of times: it is applied once and answered with what it made; `standing` is there when that was changed since.
 */
export function PUT(request: Request, {params}: Context): Promise<Response> {
  return jsonRoute(request, async (t, locale) => {
    guardChange(request);
    const {id, measure} = await params;
    const body = await readJson(request);
    const {organisationId} = getSession();
    const assessment = await getAssessmentHeadOrThrow(organisationId, id);
    const {instrument} = getInstrumentOrThrow(assessment.instrumentId, assessment.instrumentVersion);
    if (!listMeasures(instrument).some((placed) => placed.measure.code === measure)) throw new AppError('not-found');

    const parsed = buildSaveSchema(instrument).safeParse(body);
    if (!parsed.success) return errorResponse(t, 'invalid', explainIssues(t, parsed.error));
    const {answer, revision, saveId} = parsed.data;
    const who = (await getAnsweringName()) ?? assessment.filledBy;
    const outcome = await saveAnswer(organisationId, id, measure, answer, revision, {who, saveId});
    if (outcome.saved) {
      const {standing} = outcome;
      const replaced = standing && {standing, conflict: buildReplaced(standing, answer, who, {instrument, locale, t})};
      return Response.json({answer: outcome.answer, saved: describeSaved(outcome.answer.updatedAt, t), ...replaced}, {headers: NO_STORE});
    }
    const {current} = outcome;
    const conflict = current && buildConflict(current, answer, who, {instrument, locale, t});
    return errorResponse(t, 'revision-conflict', [], {current, said: describeConflict(current, t), ...(conflict && {conflict})});
  });
}
