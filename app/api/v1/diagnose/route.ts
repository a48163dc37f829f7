import {z} from 'zod';
import {buildEngineAnswersSchema} from '@/lib/answers/answer-schema';
import {buildModel} from '@/lib/diagnosis/build-model';
import {diagnose} from '@/lib/diagnosis/diagnose';
import {NO_STORE, errorResponse, jsonRoute, readJson} from '@/lib/http/json-route';
import {listMeasures} from '@/lib/instrument/list-measures';
import type {RegisteredInstrument} from '@/lib/instrument/parse-content';
import {listInstruments} from '@/lib/instrument/registry';
import {thresholdSchema} from '@/lib/instrument/schema';
import {explainIssues} from '@/lib/messages/explain-issues';

/** Diagnoses an answer set without storing anything (METHOD.md: The stateless interface). */
export function POST(request: Request): Promise<Response> {
  return jsonRoute(request, async (t) => {
    const body = await readJson(request);
    const registered = findInstrument(body);
    const parsed = buildRequestSchema(registered).safeParse(body);
    if (!parsed.success || !registered) {
      return errorResponse(t, 'invalid', parsed.error ? explainIssues(t, parsed.error) : []);
    }
    const {answers, threshold, setAside} = parsed.data;
    const {instrument, benchmarks, hash} = registered;
    const diagnosis = diagnose(buildModel(instrument, benchmarks), answers, {
      ...(threshold && {threshold}),
      ...(setAside && {setAside}),
    });
    const {id, version} = instrument;
    return Response.json({diagnosis, instrument: {id, version, hash}}, {headers: NO_STORE});
  });
}

function findInstrument(body: unknown): RegisteredInstrument | undefined {
  const id = typeof body === 'object' && body !== null && 'instrument' in body ? body.instrument : undefined;
  return listInstruments().find(({instrument}) => instrument.id === id);
}

/** With an unknown instrument its answers can't be checked, but everything else still is. */
function buildRequestSchema(registered: RegisteredInstrument | undefined) {
  const codes = registered ? listMeasures(registered.instrument).map(({measure}) => measure.code) : [];
  return z.strictObject({
    instrument: z.enum(listInstruments().map(({instrument}) => instrument.id)),
    answers: buildEngineAnswersSchema(registered?.instrument),
    threshold: thresholdSchema.optional(),
    setAside: z
      .array(registered ? z.enum(codes) : z.string())
      .refine((given) => new Set(given).size === given.length, 'repeated-measure')
      .optional(),
  });
}
