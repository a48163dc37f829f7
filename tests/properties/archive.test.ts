import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {AnswerInput} from '@/lib/answers/answer-schema';
import {buildAnswerSchema} from '@/lib/answers/answer-schema';
import {ANSWER_VALUES} from '@/lib/answers/answer-value';
import {createAssessment, finaliseAssessment, getAssessmentOrThrow, reopenAssessment} from '@/lib/db/assessments';
import {savePlannedMeasure} from '@/lib/db/plan';
import {readAssessment} from '@/lib/db/read-assessment';
import {readTraits} from '@/lib/db/read-traits';
import {saveTraitAnswers} from '@/lib/db/trait-answers';
import {listMeasures} from '@/lib/instrument/list-measures';
import {getTraitsOrThrow} from '@/lib/instrument/trait-registry';
import {profileSchema} from '@/lib/profile/profile-schema';
import {exportOf, importOf, withoutIdsAndTimes} from '../support/archive-scene';
import {useSecondDatabase} from '../support/second-database';
import {ORGANISATION, giveAnswers, makeDraft, makeProfile, registered, useTestDatabase} from '../support/test-database';

useTestDatabase();
const {there} = useSecondDatabase();

const CODES = listMeasures(registered().instrument).map(({measure}) => measure.code);
const schema = buildAnswerSchema(registered().instrument);
const traits = getTraitsOrThrow();

const text = fc.oneof(fc.string({unit: 'grapheme', maxLength: 40}), fc.constantFrom('', '<b>', '=1+1', '__proto__', '\u2028 \u202e', '👩‍🌾\n行', '"\\'));
const record = fc.record({kind: fc.constantFrom('document', 'platform-data'), title: text.map((each) => `题${each}`), issuer: text, documentNumber: text, date: fc.constantFrom('', '2026', '2026-03-05'), link: fc.constantFrom('', 'https://example.org/?a=1')});
const answer: fc.Arbitrary<AnswerInput> = fc
  .record({value: fc.constantFrom(...ANSWER_VALUES), note: text, reason: text.map((each) => `因${each}`), evidence: fc.array(record, {maxLength: 2})})
  .map((each) => schema.safeParse(each))
  .filter(({success}) => success)
  .map(({data}) => data!);
const answers = fc.uniqueArray(fc.constantFrom(...CODES), {minLength: 1, maxLength: 12}).chain((codes) => fc.record(Object.fromEntries(codes.map((code) => [code, answer]))));
const stages = fc.dictionary(fc.constantFrom(...traits.instrument.traits.map(({id}) => id)), fc.option(fc.integer({min: 1, max: 3})), {maxKeys: 5});
const step = fc.record({answers, stages, end: fc.constantFrom('draft', 'final', 'reopened', 'again')});
const profile = fc.record({
  industry: text.map((each) => profileSchema.shape.industry.safeParse(`茶${each}`)).filter(({success}) => success).map(({data}) => data!),
  gdp: fc.option(fc.integer({min: 0, max: 1e9}).map((each) => each / 10_000)),
  figuresYear: fc.constant(2024),
  isListed: fc.boolean(),
});
const plan = fc.uniqueArray(fc.constantFrom(...CODES), {maxLength: 4});

describe('any profile', () => {
  it('goes into an archive, into another installation and into the same archive again, with the same diagnoses', async () => {
    await fc.assert(
      fc.asyncProperty(profile, fc.array(step, {maxLength: 3}), plan, async ({isListed, ...given}, steps, planned) => {
        const profileId = await makeProfile({...given, ...(!isListed && {divisionCode: null, county: '某县'})});
        for (const [index, {answers: some, stages: known, end}] of steps.entries()) {
          const carryOver = steps.slice(0, index).some((each) => each.end !== 'draft');
          const id = carryOver ? await createAssessment(ORGANISATION, {profileId, period: `${2023 + index}`, filledBy: '某', carryOver}, registered()) : (await makeDraft({profileId, period: `${2023 + index}`})).id;
          const standing = new Set((await getAssessmentOrThrow(ORGANISATION, id)).answers.map(({measure}) => measure));
          await giveAnswers(id, Object.fromEntries(Object.entries(some).filter(([code]) => !standing.has(code))));
          await saveTraitAnswers(ORGANISATION, id, Object.entries(known).map(([trait, value]) => ({trait, value, revision: 0})), traits);
          // What was carried over and not confirmed keeps an assessment a draft.
          if (end === 'draft' || standing.size > 0) continue;
          await finaliseAssessment(ORGANISATION, id, registered(), new Date('2026-01-01T00:00:00.001Z'));
          if (end === 'final') continue;
          const reopened = await reopenAssessment(ORGANISATION, id, registered());
          if (end === 'again') await finaliseAssessment(ORGANISATION, reopened, registered(), new Date('2026-01-02T00:00:00.001Z'));
        }
        for (const measure of planned) {
          const input = {decision: 'chosen' as const, bureau: '商务局', duePeriod: '2027', reason: ''};
          await savePlannedMeasure(ORGANISATION, {profileId, instrumentId: registered().instrument.id}, measure, {input, period: '2023', seenRevision: 0});
        }

        const archive = await exportOf(profileId);
        expect(await there(async () => exportOf(await importOf(archive)))).toEqual(archive);
        expect(withoutIdsAndTimes(await exportOf(await importOf(archive)))).toEqual(withoutIdsAndTimes(archive));
        for (const {id} of archive.assessments) {
          const read = async () => {
            const assessment = await getAssessmentOrThrow(ORGANISATION, id);
            return {...readAssessment(assessment, registered()), traits: readTraits(assessment)};
          };
          expect(await there(read)).toEqual(await read());
        }
      }),
      {numRuns: 25},
    );
  });
});
