import {describe, expect, it} from 'vitest';
import {buildModel} from '@/lib/diagnosis/build-model';
import {diagnose} from '@/lib/diagnosis/diagnose';
import {readBenchmarks} from '@/lib/diagnosis/read-benchmarks';
import {finaliseAssessment, getAssessmentOrThrow} from '@/lib/db/assessments';
import {getClient} from '@/lib/db/client';
import {getLatestFinal} from '@/lib/db/latest-final';
import {getProfileOrThrow} from '@/lib/db/profiles';
import {readAssessment} from '@/lib/db/read-assessment';
import {readSnapshot} from '@/lib/db/snapshot';
import type {RegisteredInstrument} from '@/lib/instrument/parse-content';
import {
  ORGANISATION,
  answerInput,
  enoughOf,
  evidenceInput,
  giveAnswers,
  makeDraft,
  makeFinal,
  registered,
  sameAnswers,
  useTestDatabase,
} from '../support/test-database';

useTestDatabase();

async function read(id: string, instrument: RegisteredInstrument = registered()) {
  return readAssessment(await getAssessmentOrThrow(ORGANISATION, id), instrument);
}

function modelOf({instrument, benchmarks}: RegisteredInstrument) {
  return buildModel(instrument, benchmarks);
}

describe('readAssessment of a draft', () => {
  it('reads the answers as they are now, evidence included', async () => {
    const {id} = await makeDraft();
    await giveAnswers(id, {...sameAnswers(enoughOf(2), 'in-place'), A11: answerInput('in-place', {evidence: [evidenceInput('批复')]})});
    const engineAnswers = {...Object.fromEntries(enoughOf(2).map((code) => [code, {value: 'in-place' as const}])), A11: {value: 'in-place' as const, evidenced: true}};
    expect((await read(id)).diagnosis).toEqual(diagnose(modelOf(registered()), engineAnswers));
  });

  it('takes answers to be confirmed, and values that are none of the five, as unknown', async () => {
    const {profileId} = await makeFinal(sameAnswers(enoughOf(3), 'in-place'), {period: '2025'});
    const {id} = await makeDraft({profileId, carryOver: true});
    expect(await read(id)).toMatchObject({values: {}, diagnosis: {stage: 1, entering: true, interval: {low: 1, high: 3}}});
    await getClient().answer.updateMany({where: {assessmentId: id}, data: {confirmed: true}});
    expect((await read(id)).diagnosis.stage).toBe(3);
    await getClient().answer.updateMany({where: {assessmentId: id}, data: {value: 'splendid'}});
    expect(await read(id)).toMatchObject({values: {C11: 'unknown'}, diagnosis: {entering: true}});
  });
});

describe('readAssessment of a final assessment', () => {
  it('agrees with the engine for the three benchmark counties', async () => {
    for (const {values, diagnosis, benchmark} of readBenchmarks(registered())) {
      const {id} = await makeDraft();
      await getClient().answer.createMany({
        data: Object.entries(values).map(([measure, value]) => ({assessmentId: id, measure, value, answeredBy: '某'})),
      });
      await finaliseAssessment(ORGANISATION, id, registered(), new Date());
      const found = await read(id);
      expect(found.values).toEqual(values);
      expect(found.diagnosis).toEqual(diagnosis);
      expect(found.diagnosis.stage).toBe(benchmark.stage.value);
    }
  });

  it('stays as it was when its answers are changed behind its back', async () => {
    const {id, profileId} = await makeFinal(sameAnswers(enoughOf(2), 'in-place'));
    const before = await read(id);
    await getClient().answer.updateMany({where: {assessmentId: id, measure: {in: enoughOf(2).slice(0, 5)}}, data: {value: 'not-in-place'}});
    await getClient().answer.deleteMany({where: {assessmentId: id, measure: enoughOf(2).at(-1)!}});
    expect(await read(id)).toEqual(before);
    expect(getLatestFinal(await getProfileOrThrow(ORGANISATION, profileId))).toMatchObject(before);
  });

  it('stays as it was when a later instrument asks for more', async () => {
    const {id} = await makeFinal(sameAnswers(enoughOf(2), 'in-place'));
    const before = await read(id);
    const {instrument, ...rest} = registered();
    const stricter = {...rest, instrument: {...instrument, threshold: {...instrument.threshold, value: [1, 1] as [number, number]}}};
    expect((await read(id, stricter)).diagnosis).toEqual(before.diagnosis);
    expect(before.diagnosis.stage).toBe(2);
  });
});

describe('readSnapshot', () => {
  it('is null for a draft, even if something was left in its columns', () => {
    expect(readSnapshot({status: 'draft', finalAnswers: {A11: 'in-place'}, finalDiagnosis: {}})).toBeNull();
  });

  it.each([
    ['no answers', {finalAnswers: null}],
    ['answers that are a list', {finalAnswers: ['in-place']}],
    ['a value that is none of the five', {finalAnswers: {A11: 'splendid'}}],
    ['no diagnosis', {finalDiagnosis: null}],
    ['a diagnosis without a stage', {finalDiagnosis: {interval: {low: 1, high: 1}, entering: false, stages: []}}],
    ['a diagnosis whose interval is text', {finalDiagnosis: {stage: 1, entering: false, interval: '1–2', stages: []}}],
    ['a diagnosis without counts', {finalDiagnosis: {stage: 1, entering: false, interval: {low: 1, high: 1}, stages: [{stage: 1}]}}],
  ])('throws on a damaged snapshot: %s', async (_what, damage) => {
    const {id} = await makeFinal(sameAnswers(enoughOf(1), 'in-place'));
    const {status, finalAnswers, finalDiagnosis} = await getAssessmentOrThrow(ORGANISATION, id);
    expect(readSnapshot({status, finalAnswers, finalDiagnosis})).not.toBeNull();
    expect(() => readSnapshot({status, finalAnswers, finalDiagnosis, ...damage})).toThrow();
  });

  it('throws when the stored column itself is damaged', async () => {
    const {id} = await makeFinal(sameAnswers(enoughOf(1), 'in-place'));
    await getClient().assessment.update({where: {id}, data: {finalAnswers: {A11: 'splendid'}}});
    await expect(read(id)).rejects.toThrow();
  });
});
