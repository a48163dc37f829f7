import {describe, expect, it} from 'vitest';
import type {PlanInput} from '@/lib/answers/plan-schema';
import {createAssessment, getAssessmentOrThrow} from '@/lib/db/assessments';
import {getClient} from '@/lib/db/client';
import {type PlanKey, listPlan, removePlannedMeasure, savePlannedMeasure} from '@/lib/db/plan';
import {setProfileArchived} from '@/lib/db/profiles';
import {readAssessment} from '@/lib/db/read-assessment';
import {applySetAside} from '@/lib/diagnosis/apply-set-aside';
import {buildModel} from '@/lib/diagnosis/build-model';
import {listSetAside} from '@/lib/report/plan';
import {ORGANISATION, OTHER_ORGANISATION, enoughOf, makeFinal, makeProfile, registered, sameAnswers, stageCodes, useTestDatabase} from '../support/test-database';

useTestDatabase();

const CHOSEN: PlanInput = {decision: 'chosen', bureau: '商务局', duePeriod: '2027', reason: ''};
const SET_ASIDE: PlanInput = {decision: 'setAside', bureau: '', duePeriod: '', reason: '审批权在省级部门'};
const NOT_FOUND = {name: 'AppError', code: 'not-found'};

async function makeKey(): Promise<PlanKey> {
  return {profileId: await makeProfile(), instrumentId: 'wang-zhang-2017'};
}

function save(key: PlanKey, measure: string, input: PlanInput, {period = '2026', seenRevision = 0, organisation = ORGANISATION as string} = {}) {
  return savePlannedMeasure(organisation, key, measure, {input, period, seenRevision});
}

describe('savePlannedMeasure', () => {
  it('keeps one decision a measure, with a revision that rises', async () => {
    const key = await makeKey();
    expect(await save(key, 'B21', CHOSEN)).toEqual({saved: true});
    expect(await save(key, 'B21', {...CHOSEN, bureau: '邮政管理局'}, {seenRevision: 1})).toEqual({saved: true});
    await save(key, 'B32', SET_ASIDE);
    expect(await listPlan(ORGANISATION, key)).toEqual([
      {measure: 'B21', ...CHOSEN, bureau: '邮政管理局', since: '2026', revision: 2},
      {measure: 'B32', ...SET_ASIDE, since: '2026', revision: 1},
    ]);
    expect(await listPlan(ORGANISATION, {...key, instrumentId: 'another'})).toEqual([]);
  });

  it('refuses a save that has not seen what stands, and takes a repeated one', async () => {
    const key = await makeKey();
    await save(key, 'B21', CHOSEN);
    expect(await save(key, 'B21', CHOSEN)).toEqual({saved: true});
    expect(await save(key, 'B21', SET_ASIDE)).toMatchObject({saved: false, current: {...CHOSEN, revision: 1}});
    expect(await save(key, 'C11', CHOSEN, {seenRevision: 4})).toEqual({saved: false, current: null});
    expect(await listPlan(ORGANISATION, key)).toMatchObject([{...CHOSEN, revision: 1}]);
  });

  it('lets only one of two who decide at once in', async () => {
    const key = await makeKey();
    const outcomes = await Promise.all([save(key, 'B21', CHOSEN), save(key, 'B21', SET_ASIDE)]);
    expect(outcomes.map(({saved}) => saved).toSorted()).toEqual([false, true]);
  });

  it('keeps the period of the first decision until it turns into the other', async () => {
    const key = await makeKey();
    await save(key, 'B21', CHOSEN, {period: '2025'});
    await save(key, 'B21', {...CHOSEN, duePeriod: '2028'}, {period: '2026', seenRevision: 1});
    expect(await listPlan(ORGANISATION, key)).toMatchObject([{since: '2025', duePeriod: '2028'}]);
    await save(key, 'B21', SET_ASIDE, {period: '2026', seenRevision: 2});
    expect(await listPlan(ORGANISATION, key)).toMatchObject([{since: '2026'}]);
    await save(key, 'B21', {...SET_ASIDE, reason: '其他'}, {period: '2024-H1', seenRevision: 3});
    expect(await listPlan(ORGANISATION, key)).toMatchObject([{since: '2024-H1', revision: 4}]);
  });

  it('does not find another organisation’s profile, nor shows its plan', async () => {
    const key = await makeKey();
    await save(key, 'B21', CHOSEN);
    await expect(save(key, 'B21', SET_ASIDE, {seenRevision: 1, organisation: OTHER_ORGANISATION})).rejects.toMatchObject(NOT_FOUND);
    await expect(removePlannedMeasure(OTHER_ORGANISATION, key, 'B21', 1)).rejects.toMatchObject(NOT_FOUND);
    expect(await listPlan(OTHER_ORGANISATION, key)).toEqual([]);
    await expect(save({...key, profileId: 'none'}, 'B21', CHOSEN)).rejects.toMatchObject(NOT_FOUND);
  });

  it('changes nothing of an archived profile', async () => {
    const key = await makeKey();
    await save(key, 'B21', CHOSEN);
    await setProfileArchived(ORGANISATION, key.profileId, new Date());
    await expect(save(key, 'B21', SET_ASIDE, {seenRevision: 1})).rejects.toMatchObject({code: 'profile-archived'});
    await expect(removePlannedMeasure(ORGANISATION, key, 'B21', 1)).rejects.toMatchObject({code: 'profile-archived'});
    expect(await listPlan(ORGANISATION, key)).toMatchObject([CHOSEN]);
  });

  it('stores a script in a reason as text', async () => {
    const key = await makeKey();
    const reason = `<script>'; DROP TABLE "PlannedMeasure"; --</script>`;
    await save(key, 'B21', {...SET_ASIDE, reason});
    expect(await listPlan(ORGANISATION, key)).toMatchObject([{reason}]);
  });
});

describe('removePlannedMeasure', () => {
  it('takes a decision back, once or twice, but not one that was changed meanwhile', async () => {
    const key = await makeKey();
    await save(key, 'B21', SET_ASIDE);
    await save(key, 'B21', CHOSEN, {seenRevision: 1});
    await expect(removePlannedMeasure(ORGANISATION, key, 'B21', 1)).rejects.toMatchObject({code: 'plan-changed'});
    await removePlannedMeasure(ORGANISATION, key, 'B21', 2);
    await removePlannedMeasure(ORGANISATION, key, 'B21', 2);
    expect(await listPlan(ORGANISATION, key)).toEqual([]);
    expect(await getClient().plannedMeasure.count({where: {profileId: key.profileId}})).toBe(0);
  });
});

describe('a plan beside a final assessment', () => {
  it('leaves its row as it was, and stays for the next assessment', async () => {
    const {id, profileId} = await makeFinal(sameAnswers(stageCodes(1), 'in-place'), {period: '2025'});
    const key = {profileId, instrumentId: 'wang-zhang-2017'};
    const stored = await getClient().assessment.findUniqueOrThrow({where: {id}});
    const {values, diagnosis} = readAssessment(await getAssessmentOrThrow(ORGANISATION, id), registered());
    const [first = ''] = diagnosis.roadmap?.measures ?? [];
    await save(key, first, SET_ASIDE, {period: '2025'});
    await createAssessment(ORGANISATION, {profileId, period: '2026', filledBy: '某', carryOver: true}, registered());

    expect(await getClient().assessment.findUniqueOrThrow({where: {id}})).toEqual(stored);
    const setAside = listSetAside(await listPlan(ORGANISATION, key));
    const planned = applySetAside(buildModel(registered().instrument, registered().benchmarks), values, diagnosis, setAside);
    expect(planned.roadmap?.measures).not.toContain(first);
    expect(planned.roadmap?.measures).toHaveLength(enoughOf(2).length);
    expect({...planned, roadmap: diagnosis.roadmap}).toEqual(diagnosis);
  });
});
