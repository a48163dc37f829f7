import {z} from 'zod';
import {getSession} from '@/lib/access/session';
import {buildAnswerSchema} from '@/lib/answers/answer-schema';
import {saveAnswer} from '@/lib/db/answers';
import {getAssessmentOrThrow} from '@/lib/db/assessments';
import {AppError} from '@/lib/errors';
import {NO_STORE, errorResponse, guardChange, jsonRoute, readJson} from '@/lib/http/json-route';
import {listMeasures} from '@/lib/instrument/list-measures';
import {getInstrumentOrThrow} from '@/lib/instrument/registry';
import {explainIssues} from '@/lib/messages/explain-issues';
import {describeConflict, describeSaved} from '@/lib/report/save-words';

type Context = {params: Promise<{id: string; measure: string}>};

/** Saves one measure's answer; answered only after it is committed. */
export function PUT(request: Request, {params}: Context): Promise<Response> {
  return jsonRoute(request, async (t) => {
    guardChange(request);
    const {id, measure} = await params;
    const body = await readJson(request);
    const {organisationId} = getSession();
    const assessment = await getAssessmentOrThrow(organisationId, id);
    if (assessment.profile.archivedAt) throw new AppError('profile-archived');
    const {instrument} = getInstrumentOrThrow(assessment.instrumentId, assessment.instrumentVersion);
    if (!listMeasures(instrument).some((placed) => placed.measure.code === measure)) throw new AppError('not-found');

    const schema = z.strictObject({answer: buildAnswerSchema(instrument), revision: z.int().min(0)});
    const parsed = schema.safeParse(body);
    if (!parsed.success) return errorResponse(t, 'invalid', explainIssues(t, parsed.error));
    const outcome = await saveAnswer(organisationId, id, measure, parsed.data.answer, parsed.data.revision);
    return outcome.saved
      ? Response.json({answer: outcome.answer, saved: describeSaved(outcome.answer.updatedAt, t)}, {headers: NO_STORE})
      : errorResponse(t, 'revision-conflict', [], {current: outcome.current, said: describeConflict(outcome.current, t)});
  });
}
