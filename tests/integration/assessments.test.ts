import {randomUUID} from 'node:crypto';
import {describe, expect, it} from 'vitest';
import {saveAnswer} from '@/lib/db/answers';
import {
  createAssessment,
  deleteDraft,
  finaliseAssessment,
  findNewerRevision,
  getAssessmentOrThrow,
  reopenAssessment,
} from '@/lib/db/assessments';
import {getClient} from '@/lib/db/client';
import {getProfileOrThrow, setProfileArchived} from '@/lib/db/profiles';
import {listMeasures} from '@/lib/instrument/list-measures';
import type {RegisteredInstrument} from '@/lib/instrument/parse-content';
import {
  ORGANISATION,
  OTHER_ORGANISATION,
  answerInput,
  enoughOf,
  evidenceInput,
  giveAnswers,
  makeDraft,
  makeFinal,
  makeProfile,
  registered,
  sameAnswers,
  stageCodes,
  useTestDatabase,
} from '../support/test-database';

useTestDatabase();

const NOW = new Date('2026-06-30T12:00:00.000Z');

function failsWith(work: Promise<unknown>, code: string) {
  return expect(work).rejects.toMatchObject({name: 'AppError', code});
}

function finalise(id: string, now = NOW) {
  return finaliseAssessment(ORGANISATION, id, registered(), now);
}

function read(id: string) {
  return getAssessmentOrThrow(ORGANISATION, id);
}

const ANSWERS = {
  A11: answerInput('in-place', {note: '已验收', evidence: [evidenceInput('批复', {documentNumber: '光政〔2026〕1号', date: '2026-03'}), evidenceInput('照片')]}),
  A12: answerInput('not-applicable', {reason: '本县没有'}),
  B11: answerInput('under-way', {note: '在建'}),
  C11: answerInput('unknown'),
};

describe('createAssessment', () => {
  it('makes an empty draft that is pinned to the instrument', async () => {
    const {profileId, id} = await makeDraft({period: '2026-Q3', filledBy: '商务局 李某'});
    const {instrument, hash} = registered();
    expect(await read(id)).toMatchObject({
      profileId, period: '2026-Q3', periodEnd: '2026-09', filledBy: '商务局 李某', status: 'draft', revision: 1, basedOnId: null,
      instrumentId: instrument.id, instrumentVersion: instrument.version, instrumentHash: hash,
      stage: null, stageLow: null, stageHigh: null, coverage: null, finalAnswers: null, finalDiagnosis: null, finalisedAt: null, answers: [],
    });
  });

  it('makes one under a chosen id once; asked for again, it is no second one for the period', async () => {
    const profileId = await makeProfile();
    const input = {profileId, period: '2026', filledBy: '某', carryOver: false};
    const [chosen, other] = [randomUUID(), randomUUID()];
    expect(await createAssessment(ORGANISATION, input, registered(), chosen)).toBe(chosen);
    expect(await createAssessment(ORGANISATION, input, registered(), chosen)).toBe(chosen);
    await failsWith(createAssessment(ORGANISATION, input, registered(), other), 'period-taken');
    expect((await getProfileOrThrow(ORGANISATION, profileId)).assessments).toHaveLength(1);
  });

  it('refuses a period that has an assessment, draft or final, and makes nothing', async () => {
    const {profileId} = await makeFinal(ANSWERS);
    await makeDraft({profileId, period: '2025'});
    await failsWith(makeDraft({profileId, period: '2026'}), 'period-taken');
    await failsWith(makeDraft({profileId, period: '2025'}), 'period-taken');
    await makeDraft({profileId, period: '2025-H1'});
    expect((await getProfileOrThrow(ORGANISATION, profileId)).assessments).toHaveLength(3);
  });

  it('lets exactly one of several requests for the same period through', async () => {
    const profileId = await makeProfile();
    const outcomes = await Promise.allSettled(Array.from({length: 5}, () => makeDraft({profileId})));
    expect(outcomes.filter(({status}) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({code: 'period-taken'});
    expect((await getProfileOrThrow(ORGANISATION, profileId)).assessments).toHaveLength(1);
  });

  it('refuses an archived county, an unknown one, and another organisation’s', async () => {
    const profileId = await makeProfile();
    await setProfileArchived(ORGANISATION, profileId, new Date());
    await failsWith(makeDraft({profileId}), 'profile-archived');
    await failsWith(makeDraft({profileId: 'no-such-id'}), 'not-found');
    await failsWith(makeDraft({profileId: await makeProfile({}, OTHER_ORGANISATION)}), 'not-found');
  });

  it('moves the county to the front of the list', async () => {
    const profileId = await makeProfile();
    await getClient().countyProfile.update({where: {id: profileId}, data: {updatedAt: new Date('2001-01-01')}});
    await makeDraft({profileId});
    expect((await getProfileOrThrow(ORGANISATION, profileId)).updatedAt.getTime()).toBeGreaterThan(new Date('2002-01-01').getTime());
  });
});

describe('createAssessment with answers carried over', () => {
  it('copies answers and evidence of the newest final assessment, each to be confirmed', async () => {
    const {profileId} = await makeFinal({A11: answerInput('not-in-place')}, {period: '2024'});
    const last = await makeFinal(ANSWERS, {profileId, period: '2025', filledBy: '张某'});
    await giveAnswers((await makeDraft({profileId, period: '2025-H1'})).id, {A11: answerInput('unknown')});
    const {id} = await makeDraft({profileId, period: '2026', filledBy: '李某', carryOver: true});
    const carried = await read(id);
    expect(carried).toMatchObject({basedOnId: last.id, basedOn: {period: '2025', revision: 1}});
    expect(carried.answers.map(({updatedAt: _updatedAt, ...answer}) => answer)).toEqual(
      Object.entries(ANSWERS).map(([measure, answer]) => ({...answer, measure, revision: 1, confirmed: false, answeredBy: '张某'})),
    );
  });

  it('leaves the assessment that it started from as it was', async () => {
    const last = await makeFinal(ANSWERS, {period: '2025'});
    const before = await read(last.id);
    const {id} = await makeDraft({profileId: last.profileId, carryOver: true});
    await saveAnswer(ORGANISATION, id, 'A11', answerInput('not-in-place'), 1);
    const {profile: _profile, ...kept} = await read(last.id);
    const {profile: _before, ...expected} = before;
    expect(kept).toEqual(expected);
  });

  it('refuses when there is no final assessment, and makes nothing', async () => {
    const {profileId} = await makeDraft({period: '2025'});
    await failsWith(makeDraft({profileId, carryOver: true}), 'not-final');
    expect((await getProfileOrThrow(ORGANISATION, profileId)).assessments).toHaveLength(1);
  });

  it('leaves behind measures that the instrument no longer has', async () => {
    const {profileId} = await makeFinal(ANSWERS, {period: '2025'});
    const {instrument, ...rest} = registered();
    const smaller: RegisteredInstrument = {...rest, instrument: {...instrument, version: '2.0.0', stages: instrument.stages.slice(1)}};
    const id = await createAssessment(ORGANISATION, {profileId, period: '2026', filledBy: '李某', carryOver: true}, smaller);
    const made = await read(id);
    expect(made.instrumentVersion).toBe('2.0.0');
    expect(made.answers.map(({measure}) => measure)).toEqual(['B11', 'C11']);
  });
});

describe('finaliseAssessment', () => {
  it('keeps stage, interval, coverage, all 45 values and the diagnosis in columns', async () => {
    const inPlace = [...stageCodes(1).slice(0, 10), ...stageCodes(2).slice(0, 7)];
    const {id, profileId} = await makeFinal(
      {...sameAnswers(inPlace, 'in-place'), ...sameAnswers(stageCodes(3).slice(0, 10), 'not-in-place'), ...sameAnswers(stageCodes(1).slice(10, 12), 'not-applicable')},
      {}, NOW,
    );
    const final = await read(id);
    expect(final).toMatchObject({status: 'final', finalisedAt: NOW, stage: 2, stageLow: 2, stageHigh: 2});
    expect(final.coverage).toEqual([
      {stage: 1, code: 'A', inPlace: 10, applicable: 13, needed: 7},
      {stage: 2, code: 'B', inPlace: 7, applicable: 13, needed: 7},
      {stage: 3, code: 'C', inPlace: 0, applicable: 17, needed: 9},
    ]);
    const values = final.finalAnswers as Record<string, string>;
    expect(Object.keys(values).toSorted()).toEqual(listMeasures(registered().instrument).map(({measure}) => measure.code).toSorted());
    expect(Object.keys(values)).toHaveLength(45);
    expect(Object.values(values).filter((value) => value === 'in-place')).toHaveLength(17);
    expect(Object.values(values).filter((value) => value === 'unknown')).toHaveLength(45 - 17 - 10 - 2);
    expect(final.finalDiagnosis).toMatchObject({stage: 2, margin: {down: 1}, roadmap: {toStage: 3}});
    expect((await getProfileOrThrow(ORGANISATION, profileId)).latestStage).toBe(2);
  });

  it('keeps an open interval', async () => {
    const {id} = await makeFinal(sameAnswers(enoughOf(1), 'in-place'));
    expect(await read(id)).toMatchObject({stage: 1, stageLow: 1, stageHigh: 3});
  });

  it('changes nothing when it is asked for again', async () => {
    const {id} = await makeFinal(ANSWERS, {}, NOW);
    const before = await read(id);
    await finalise(id, new Date('2027-01-01'));
    expect(await read(id)).toEqual(before);
  });

  it('refuses an assessment without an answer, and one with answers to be confirmed', async () => {
    const empty = await makeDraft();
    await failsWith(finalise(empty.id), 'nothing-answered');
    const last = await makeFinal(ANSWERS, {period: '2025'});
    const {id} = await makeDraft({profileId: last.profileId, carryOver: true});
    for (const measure of ['A11', 'A12', 'B11'] as const) await saveAnswer(ORGANISATION, id, measure, ANSWERS[measure], 1);
    await failsWith(finalise(id), 'answers-unconfirmed');
    expect(await read(id)).toMatchObject({status: 'draft', stage: null, finalAnswers: null});
    await saveAnswer(ORGANISATION, id, 'C11', ANSWERS.C11, 1);
    await finalise(id);
    expect(await read(id)).toMatchObject({status: 'final', stage: 1});
  });

  it('does not find another organisation’s assessment', async () => {
    const {id} = await makeDraft();
    await giveAnswers(id, ANSWERS);
    await failsWith(finaliseAssessment(OTHER_ORGANISATION, id, registered(), NOW), 'not-found');
    expect((await read(id)).status).toBe('draft');
  });

  it('sets the county’s latest stage by period, not by the day of finalising', async () => {
    const {profileId} = await makeFinal(sameAnswers(enoughOf(2), 'in-place'), {period: '2026'});
    const latest = async () => (await getProfileOrThrow(ORGANISATION, profileId)).latestStage;
    expect(await latest()).toBe(2);
    await makeFinal(sameAnswers(enoughOf(3), 'in-place'), {profileId, period: '2025'});
    expect(await latest()).toBe(2);
    await makeFinal(sameAnswers(enoughOf(3), 'in-place'), {profileId, period: '2027-Q1'});
    expect(await latest()).toBe(3);
  });
});

describe('reopenAssessment', () => {
  it('opens a draft with the next revision and the same confirmed answers; the first stays as it is', async () => {
    const {id} = await makeFinal(ANSWERS, {filledBy: '张某'});
    const before = await read(id);
    const second = await reopenAssessment(ORGANISATION, id, registered());
    const draft = await read(second);
    expect(draft).toMatchObject({status: 'draft', revision: 2, period: before.period, filledBy: '张某', basedOnId: id, basedOn: {revision: 1}});
    const plain = ({answers}: typeof draft) => answers.map(({updatedAt: _updatedAt, ...answer}) => answer);
    expect(plain(draft)).toEqual(plain(before).map((answer) => ({...answer, revision: 1, confirmed: true})));
    await saveAnswer(ORGANISATION, second, 'A11', answerInput('not-in-place'), 1);
    await finalise(second);
    expect({...(await read(id)), profile: null}).toEqual({...before, profile: null});
    expect(await read(second)).toMatchObject({status: 'final', finalAnswers: {A11: 'not-in-place'}});
  });

  it('gives the open draft back when it is asked for again', async () => {
    const {id, profileId} = await makeFinal(ANSWERS);
    const drafts = await Promise.all([1, 2, 3].map(() => reopenAssessment(ORGANISATION, id, registered())));
    expect(new Set(drafts).size).toBe(1);
    expect((await getProfileOrThrow(ORGANISATION, profileId)).assessments.map(({revision}) => revision)).toEqual([2, 1]);
  });

  it('refuses a draft, an archived county, and another organisation’s assessment', async () => {
    const draft = await makeDraft();
    await failsWith(reopenAssessment(ORGANISATION, draft.id, registered()), 'not-final');
    const {id, profileId} = await makeFinal(ANSWERS);
    await failsWith(reopenAssessment(OTHER_ORGANISATION, id, registered()), 'not-found');
    await setProfileArchived(ORGANISATION, profileId, new Date());
    await failsWith(reopenAssessment(ORGANISATION, id, registered()), 'profile-archived');
  });

  it('counts revisions on and lets the newest decide the county’s latest stage', async () => {
    const {id, profileId} = await makeFinal(sameAnswers(enoughOf(2), 'in-place'));
    const second = await reopenAssessment(ORGANISATION, id, registered());
    for (const code of enoughOf(2)) await saveAnswer(ORGANISATION, second, code, answerInput('not-in-place'), 1);
    expect((await getProfileOrThrow(ORGANISATION, profileId)).latestStage).toBe(2);
    await finalise(second);
    expect((await getProfileOrThrow(ORGANISATION, profileId)).latestStage).toBe(1);
    const third = await read(await reopenAssessment(ORGANISATION, id, registered()));
    expect(third.revision).toBe(3);
  });
});

describe('findNewerRevision', () => {
  it('is the newest revision of the same county and period, else null', async () => {
    const {id, profileId} = await makeFinal(ANSWERS);
    await makeDraft({profileId, period: '2027'});
    const first = await read(id);
    expect(await findNewerRevision(ORGANISATION, first)).toBeNull();
    const second = await reopenAssessment(ORGANISATION, id, registered());
    expect(await findNewerRevision(ORGANISATION, first)).toBe(second);
    expect(await findNewerRevision(ORGANISATION, await read(second))).toBeNull();
    expect(await findNewerRevision(OTHER_ORGANISATION, first)).toBeNull();
  });
});

describe('deleteDraft', () => {
  it('removes a draft with its answers and evidence', async () => {
    const {id} = await makeDraft();
    await giveAnswers(id, ANSWERS);
    const rows = async () => [
      await getClient().answer.count({where: {assessmentId: id}}),
      await getClient().evidence.count({where: {answer: {assessmentId: id}}}),
    ];
    expect(await rows()).toEqual([4, 2]);
    const evidence = await getClient().evidence.count();
    await deleteDraft(ORGANISATION, id);
    await failsWith(read(id), 'not-found');
    expect(await rows()).toEqual([0, 0]);
    expect(await getClient().evidence.count()).toBe(evidence - 2);
  });

  it('frees the period', async () => {
    const {id, profileId} = await makeDraft();
    await deleteDraft(ORGANISATION, id);
    expect((await makeDraft({profileId})).id).not.toBe(id);
  });

  it('never removes a final assessment, nor another organisation’s draft', async () => {
    const final = await makeFinal(ANSWERS);
    await failsWith(deleteDraft(ORGANISATION, final.id), 'assessment-final');
    expect((await read(final.id)).answers).toHaveLength(4);
    const draft = await makeDraft();
    await failsWith(deleteDraft(OTHER_ORGANISATION, draft.id), 'not-found');
    expect((await read(draft.id)).status).toBe('draft');
  });

  it('keeps the assessment that others started from, even against the database itself', async () => {
    const last = await makeFinal(ANSWERS, {period: '2025'});
    await makeDraft({profileId: last.profileId, carryOver: true});
    await expect(getClient().assessment.delete({where: {id: last.id}})).rejects.toMatchObject({code: 'P2003'});
    expect((await read(last.id)).status).toBe('final');
  });
});

describe('getAssessmentOrThrow', () => {
  it('does not find an unknown id or another organisation’s assessment', async () => {
    const {id} = await makeDraft();
    await failsWith(read('no-such-id'), 'not-found');
    await failsWith(getAssessmentOrThrow(OTHER_ORGANISATION, id), 'not-found');
  });
});
