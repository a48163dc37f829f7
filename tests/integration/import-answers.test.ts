import {describe, expect, it} from 'vitest';
import type {AnswerInput} from '@/lib/answers/answer-schema';
import {getAssessmentOrThrow} from '@/lib/db/assessments';
import {saveAnswer} from '@/lib/db/answers';
import {getClient} from '@/lib/db/client';
import {importAnswers} from '@/lib/db/import-answers';
import {setProfileArchived} from '@/lib/db/profiles';
import {ORGANISATION, OTHER_ORGANISATION, answerInput, evidenceInput, giveAnswers, makeDraft, makeFinal, stageCodes, useTestDatabase} from '../support/test-database';

useTestDatabase();

const readAnswers = async (id: string) => (await getAssessmentOrThrow(ORGANISATION, id)).answers;
const change = (measure: string, input: AnswerInput, seenRevision = 0) => ({measure, input, seenRevision});
const store = (id: string, ...changes: ReturnType<typeof change>[]) => importAnswers(ORGANISATION, id, changes);

describe('importAnswers', () => {
  it('stores new and changed answers with their evidence in order, and leaves the others alone', async () => {
    const {id} = await makeDraft({filledBy: '李某'});
    await giveAnswers(id, {A11: answerInput('unknown', {evidence: [evidenceInput('旧')]}), A13: answerInput('in-place')});
    const evidence = ['乙', '甲'].map((title) => evidenceInput(title));
    expect(await store(id, change('A11', answerInput('in-place', {note: '注', evidence}), 1), change('A12', answerInput('not-applicable')))).toEqual({imported: true});
    expect(await readAnswers(id)).toMatchObject([
      {measure: 'A11', value: 'in-place', note: '注', evidence, revision: 2, answeredBy: '李某'},
      {measure: 'A12', value: 'not-applicable', reason: '本县没有', revision: 1},
      {measure: 'A13', value: 'in-place', revision: 1},
    ]);
    expect(await getClient().evidence.count({where: {answer: {assessmentId: id}}})).toBe(2);
  });

  it('stores nothing at all when one answer was changed meanwhile, the last one included', async () => {
    const {id} = await makeDraft();
    await giveAnswers(id, {C11: answerInput('unknown')});
    const codes = [...stageCodes(1), ...stageCodes(2)];
    const changes = [...codes.map((code) => change(code, answerInput('in-place'))), change('C11', answerInput('in-place'), 1)];
    await saveAnswer(ORGANISATION, id, 'C11', answerInput('under-way'), 1);
    const before = await readAnswers(id);
    expect(await store(id, ...changes)).toEqual({imported: false});
    expect(await readAnswers(id)).toEqual(before);
    expect(await store(id, change('A11', answerInput('in-place')), change('C11', answerInput('in-place')))).toEqual({imported: false});
    expect(await store(id, change('A11', answerInput('in-place'), 1))).toEqual({imported: false});
    expect(await readAnswers(id)).toEqual(before);
  });

  it('stores nothing when the database refuses one of them', async () => {
    const {id} = await makeDraft();
    const broken = answerInput('in-place', {evidence: [{...evidenceInput('x'), title: null as never}]});
    await expect(store(id, change('A11', answerInput('in-place')), change('A12', broken))).rejects.toThrow();
    expect(await readAnswers(id)).toEqual([]);
  });

  it('does nothing when it is sent again, and confirms what was carried over', async () => {
    const {profileId} = await makeFinal({A11: answerInput('in-place')}, {period: '2025'});
    const {id} = await makeDraft({profileId, carryOver: true});
    const changes = [change('A11', answerInput('in-place'), 1), change('A12', answerInput('unknown'))];
    expect(await store(id, ...changes)).toEqual({imported: true});
    const after = await readAnswers(id);
    expect(after).toMatchObject([{confirmed: true, revision: 2}, {revision: 1}]);
    expect(await store(id, ...changes)).toEqual({imported: true});
    expect(await readAnswers(id)).toEqual(after);
  });

  it('lets one of two imports through that saw the same answers', async () => {
    const {id} = await makeDraft();
    const outcomes = await Promise.all((['in-place', 'under-way'] as const).map((value) => store(id, ...stageCodes(1).map((code) => change(code, answerInput(value))))));
    expect(outcomes.map(({imported}) => imported).toSorted()).toEqual([false, true]);
    expect(new Set((await readAnswers(id)).map(({value}) => value)).size).toBe(1);
  });

  it('refuses final assessments, archived profiles, unknown ones and those of others', async () => {
    const final = await makeFinal({A11: answerInput('in-place')});
    await expect(store(final.id, change('A12', answerInput('in-place')))).rejects.toMatchObject({code: 'assessment-final'});
    const archived = await makeDraft();
    await setProfileArchived(ORGANISATION, archived.profileId, new Date());
    await expect(store(archived.id, change('A12', answerInput('in-place')))).rejects.toMatchObject({code: 'profile-archived'});
    await expect(store('no-such-id', change('A12', answerInput('in-place')))).rejects.toMatchObject({code: 'not-found'});
    await expect(importAnswers(OTHER_ORGANISATION, final.id, [change('A12', answerInput('in-place'))])).rejects.toMatchObject({code: 'not-found'});
    expect(await readAnswers(archived.id)).toEqual([]);
  });
});
