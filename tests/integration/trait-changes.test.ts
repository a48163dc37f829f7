import {describe, expect, it} from 'vitest';
import {createAssessment, deleteDraft, finaliseAssessment, getAssessmentOrThrow, reopenAssessment} from '@/lib/db/assessments';
import {listChanges} from '@/lib/db/changes';
import {getClient} from '@/lib/db/client';
import {setProfileArchived} from '@/lib/db/profiles';
import {restoreAnswer} from '@/lib/db/restore-answer';
import {saveTraitAnswers} from '@/lib/db/trait-answers';
import {getTraitsOrThrow} from '@/lib/instrument/trait-registry';
import {exportOf, importOf} from '../support/archive-scene';
import {comparable, readLog, replay} from '../support/replay-log';
import {ORGANISATION, OTHER_ORGANISATION, answerInput, giveAnswers, makeDraft, registered, useTestDatabase} from '../support/test-database';

useTestDatabase();

const read = (id: string) => getAssessmentOrThrow(ORGANISATION, id);

function save(id: string, values: Readonly<Record<string, number | null>>, revision = 0, who?: string) {
  return saveTraitAnswers(ORGANISATION, id, Object.entries(values).map(([trait, value]) => ({trait, value, revision})), getTraitsOrThrow(), who);
}

/** The log, from nothing on, gives the answers that stand. */
async function expectComplete(id: string): Promise<void> {
  const {answers, traitAnswers} = await read(id);
  expect(replay(await readLog(id))).toEqual(comparable(answers, traitAnswers));
}

describe('the log of an assessment', () => {
  it('tells each change of a trait: who, from what to what, with its revision, at the time of the answer', async () => {
    const {id} = await makeDraft();
    await giveAnswers(id, {A11: answerInput('in-place')});
    await save(id, {brand: 2, research: null}, 0, '甲');
    await save(id, {brand: null}, 1, '乙');
    await save(id, {brand: 3}, 2);
    const log = await readLog(id);
    expect(log.map(({position, measure, trait, revision, who, origin, before, after}) => [position, measure ?? trait, revision, who, origin, before, after]).slice(1)).toEqual([
      [2, 'brand', 1, '甲', 'saved', null, {stage: 2}],
      [3, 'research', 1, '甲', 'saved', null, {stage: null}],
      [4, 'brand', 2, '乙', 'saved', {stage: 2}, {stage: null}],
      [5, 'brand', 3, '电商股', 'saved', {stage: null}, {stage: 3}],
    ]);
    const {updatedAt, traitAnswers, changeCount} = await read(id);
    expect([updatedAt, changeCount]).toEqual([log.at(-1)?.at, 5]);
    expect(traitAnswers.find(({trait}) => trait === 'brand')?.updatedAt).toEqual(updatedAt);
    await expectComplete(id);
  });

  it('has nothing of what stood already, nor of what was refused', async () => {
    const {id} = await makeDraft();
    await save(id, {brand: 2});
    const before = await read(id);
    await save(id, {brand: 2});
    await save(id, {brand: 2}, 1);
    await save(id, {brand: 3}, 0);
    expect(await read(id)).toEqual(before);
    expect(await readLog(id)).toHaveLength(1);
    await expectComplete(id);
  });

  it('has one entry of several first saves of a trait at once, and all of those of different ones', async () => {
    const {id} = await makeDraft();
    await Promise.all([1, 2, 3].map((stage) => save(id, {brand: stage})));
    expect(await readLog(id)).toHaveLength(1);
    await Promise.all(['research', 'advantage', 'pressure'].map((trait) => save(id, {[trait]: 1})));
    expect((await readLog(id)).map(({trait}) => trait).toSorted()).toEqual(['advantage', 'brand', 'pressure', 'research']);
    await expectComplete(id);
  });

  it('tells what was carried over, by whom it was confirmed, and what was copied when the final one was opened again', async () => {
    const {id: first, profileId} = await makeDraft({period: '2025'});
    await giveAnswers(first, {A11: answerInput('in-place')});
    await save(first, {brand: 2, research: 3, pressure: null});
    await finaliseAssessment(ORGANISATION, first, registered(), new Date());
    const next = await createAssessment(ORGANISATION, {profileId, period: '2026', filledBy: '李某', carryOver: true}, registered());
    await save(next, {pressure: null, brand: 1}, 1, '王某');
    expect((await readLog(next)).slice(1).map(({trait, who, origin, before, after}) => [trait, who, origin, before, after])).toEqual([
      ['brand', '李某', 'carried-over', null, {stage: 2}],
      ['pressure', '李某', 'carried-over', null, {stage: null}],
      ['research', '李某', 'carried-over', null, {stage: 3}],
      ['pressure', '王某', 'confirmed', {stage: null}, {stage: null}],
      ['brand', '王某', 'saved', {stage: 2}, {stage: 1}],
    ]);
    await expectComplete(next);

    // A trait that was never looked at is so still when its final assessment is opened again.
    await getClient().answer.updateMany({where: {assessmentId: next}, data: {confirmed: true}});
    await finaliseAssessment(ORGANISATION, next, registered(), new Date());
    const again = await reopenAssessment(ORGANISATION, next, registered(), '科长');
    expect((await readLog(again)).map(({measure, trait, who, origin}) => [measure ?? trait, who, origin])).toEqual([
      [null, '科长', 'reopened'], ['A11', '科长', 'copied'], ['brand', '科长', 'copied'], ['pressure', '科长', 'copied'], ['research', '科长', 'carried-over'],
    ]);
    await expectComplete(again);
  });

  it('is listed of one trait alone, to its owner only, and goes with its draft', async () => {
    const {id} = await makeDraft();
    await giveAnswers(id, {A11: answerInput('in-place')});
    await save(id, {brand: 2, research: 1});
    expect(await listChanges(ORGANISATION, id, {about: 'brand', page: 1})).toMatchObject({total: 1, changes: [{trait: 'brand'}]});
    expect(await listChanges(ORGANISATION, id, {about: 'A11', page: 1})).toMatchObject({total: 1, changes: [{measure: 'A11', trait: null}]});
    expect(await listChanges(OTHER_ORGANISATION, id, {about: 'brand', page: 1})).toEqual({total: 0, changes: []});
    await deleteDraft(ORGANISATION, id);
    expect(await getClient().answerChange.count({where: {assessmentId: id}})).toBe(0);
  });

  it('is not read where an entry of a trait is damaged', async () => {
    for (const data of [{after: {stage: 'two'}}, {measure: 'A11'}, {revision: null}]) {
      const {id} = await makeDraft();
      await save(id, {brand: 2});
      await getClient().answerChange.updateMany({where: {assessmentId: id}, data});
      await expect(readLog(id)).rejects.toThrow();
    }
  });
});

describe('restoreAnswer of a trait', () => {
  it('makes an earlier stage stand again as a new change', async () => {
    const {id} = await makeDraft();
    await save(id, {brand: 2}, 0, '甲');
    await save(id, {brand: null}, 1, '乙');
    expect(await restoreAnswer(ORGANISATION, id, {position: 1, seenRevision: 2, who: '丙'})).toMatchObject({trait: 'brand', saved: true, standing: {value: 2, revision: 3, answeredBy: '丙'}});
    expect((await readLog(id)).at(-1)).toMatchObject({origin: 'restored', who: '丙', revision: 3, before: {stage: null}, after: {stage: 2}});
    expect(await restoreAnswer(ORGANISATION, id, {position: 2, seenRevision: 3})).toMatchObject({saved: true, standing: {value: null, revision: 4, answeredBy: '电商股'}});
    await expectComplete(id);
  });

  it('is refused where the trait was changed meanwhile, and changes nothing where that stage stands', async () => {
    const {id} = await makeDraft();
    await save(id, {brand: 2});
    await save(id, {brand: 3}, 1);
    expect(await restoreAnswer(ORGANISATION, id, {position: 1, seenRevision: 1})).toMatchObject({saved: false, standing: {value: 3, revision: 2}});
    expect(await restoreAnswer(ORGANISATION, id, {position: 2, seenRevision: 1})).toMatchObject({saved: true, standing: {revision: 2}});
    expect(await readLog(id)).toHaveLength(2);
  });

  it('is refused for a final assessment, an archived county and another organisation', async () => {
    const {id, profileId} = await makeDraft();
    await giveAnswers(id, {A11: answerInput('in-place')});
    await save(id, {brand: 2});
    await save(id, {brand: 3}, 1);
    const restore = (organisationId: string) => restoreAnswer(organisationId, id, {position: 2, seenRevision: 2});
    await expect(restore(OTHER_ORGANISATION)).rejects.toMatchObject({code: 'not-found'});
    await setProfileArchived(ORGANISATION, profileId, new Date());
    await expect(restore(ORGANISATION)).rejects.toMatchObject({code: 'profile-archived'});
    await expect(save(id, {brand: 1}, 2)).rejects.toMatchObject({code: 'profile-archived'});
    await setProfileArchived(ORGANISATION, profileId, null);
    await finaliseAssessment(ORGANISATION, id, registered(), new Date());
    await expect(restore(ORGANISATION)).rejects.toMatchObject({code: 'assessment-final'});
    expect((await read(id)).traitAnswers).toMatchObject([{value: 3, revision: 2}]);
  });
});

describe('an assessment from before traits were logged', () => {
  it('has nothing invented: its log begins with the next change, and its archive is sound', async () => {
    const {id, profileId} = await makeDraft();
    await save(id, {brand: 2, research: 1});
    await getClient().answerChange.deleteMany({where: {assessmentId: id}});
    await getClient().assessment.update({where: {id}, data: {changeCount: 0}});
    await save(id, {brand: 3}, 1);
    expect(await readLog(id)).toMatchObject([{position: 1, trait: 'brand', revision: 2, before: {stage: 2}, after: {stage: 3}}]);
    const archive = await exportOf(profileId);
    await getClient().countyProfile.update({where: {id: profileId}, data: {industry: '另一份'}});
    const copy = await exportOf(await importOf(archive));
    expect(copy.assessments[0]?.changes).toEqual(archive.assessments[0]?.changes);
    expect(copy.assessments[0]?.traits).toEqual(archive.assessments[0]?.traits);
  });
});
