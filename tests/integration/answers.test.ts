import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {AnswerInput} from '@/lib/answers/answer-schema';
import {ANSWER_VALUES} from '@/lib/answers/answer-value';
import {copyAnswers, saveAnswer} from '@/lib/db/answers';
import {finaliseAssessment, getAssessmentOrThrow} from '@/lib/db/assessments';
import {getCategoryAssessmentOrThrow} from '@/lib/db/category-answers';
import {databaseProvider, getClient} from '@/lib/db/client';
import {setProfileArchived} from '@/lib/db/profiles';
import {write} from '@/lib/db/write';
import {listMeasures} from '@/lib/instrument/list-measures';
import {
  ORGANISATION,
  OTHER_ORGANISATION,
  answerInput,
  evidenceInput,
  giveAnswers,
  makeDraft,
  makeFinal,
  registered,
  stageCodes,
  useTestDatabase,
} from '../support/test-database';

useTestDatabase();

function save(id: string, measure: string, input: AnswerInput, seen: number) {
  return saveAnswer(ORGANISATION, id, measure, input, seen);
}

async function readAnswers(id: string) {
  return (await getAssessmentOrThrow(ORGANISATION, id)).answers;
}

const EVIDENCE = ['丙', '甲', '乙'].map((title, at) =>
  evidenceInput(title, {kind: 'website', documentNumber: `〔2026〕${at}号`, issuer: '县政府', date: '2026-03-05', link: `https://example.org/${at}`}),
);

describe('saveAnswer', () => {
  it('stores the first answer of a measure as its revision 1', async () => {
    const {id} = await makeDraft({filledBy: '李某'});
    const input = answerInput('in-place', {note: '第一行\n第二行 🧶', evidence: EVIDENCE});
    const outcome = await save(id, 'A11', input, 0);
    const stored = {...input, measure: 'A11', revision: 1, confirmed: true, answeredBy: '李某', updatedAt: expect.any(Date) as Date};
    expect(outcome).toEqual({saved: true, answer: stored});
    expect(await readAnswers(id)).toEqual([stored]);
  });

  it('raises the revision with each change and replaces the evidence in its order', async () => {
    const {id} = await makeDraft();
    await save(id, 'A11', answerInput('under-way', {evidence: EVIDENCE}), 0);
    await save(id, 'A11', answerInput('in-place', {evidence: EVIDENCE.toReversed()}), 1);
    const third = answerInput('in-place', {note: '少一份', evidence: EVIDENCE.slice(1)});
    expect(await save(id, 'A11', third, 2)).toMatchObject({saved: true, answer: {...third, revision: 3}});
    expect((await readAnswers(id))[0]?.evidence.map(({title}) => title)).toEqual(['甲', '乙']);
    expect(await getClient().evidence.count({where: {answer: {assessmentId: id}}})).toBe(2);
  });

  it('does nothing when the same answer comes again, whatever revision its sender saw', async () => {
    const {id} = await makeDraft();
    const input = answerInput('in-place', {evidence: EVIDENCE});
    await save(id, 'A11', input, 0);
    const before = await readAnswers(id);
    for (const seen of [0, 1, 7]) expect(await save(id, 'A11', structuredClone(input), seen)).toEqual({saved: true, answer: before[0]});
    expect(await readAnswers(id)).toEqual(before);
  });

  it('refuses a save that saw another revision, tells the one that stands, and changes nothing', async () => {
    const {id} = await makeDraft();
    await save(id, 'A11', answerInput('in-place'), 0);
    await save(id, 'A11', answerInput('under-way', {evidence: EVIDENCE}), 1);
    const [standing] = await readAnswers(id);
    for (const seen of [0, 1, 3]) expect(await save(id, 'A11', answerInput('not-in-place'), seen)).toEqual({saved: false, current: standing});
    expect(await save(id, 'A12', answerInput('in-place'), 1)).toEqual({saved: false, current: null});
    expect(await readAnswers(id)).toEqual([standing]);
  });

  it('confirms a carried-over answer that is saved unchanged', async () => {
    const {profileId} = await makeFinal({A11: answerInput('in-place', {evidence: EVIDENCE})}, {period: '2025', filledBy: '张某'});
    const {id} = await makeDraft({profileId, filledBy: '李某', carryOver: true});
    expect(await readAnswers(id)).toMatchObject([{confirmed: false, answeredBy: '张某', revision: 1}]);
    await save(id, 'A11', answerInput('in-place', {evidence: EVIDENCE}), 1);
    expect(await readAnswers(id)).toMatchObject([{confirmed: true, answeredBy: '李某', revision: 2, evidence: EVIDENCE}]);
  });

  it('refuses a final assessment, an unknown one and another organisation’s', async () => {
    const {id} = await makeFinal({A11: answerInput('in-place')});
    await expect(save(id, 'A11', answerInput('unknown'), 1)).rejects.toMatchObject({code: 'assessment-final'});
    await expect(save(id, 'A11', answerInput('in-place'), 1)).rejects.toMatchObject({code: 'assessment-final'});
    await expect(save('no-such-id', 'A11', answerInput('in-place'), 0)).rejects.toMatchObject({code: 'not-found'});
    const draft = await makeDraft();
    await expect(saveAnswer(OTHER_ORGANISATION, draft.id, 'A11', answerInput('in-place'), 0)).rejects.toMatchObject({code: 'not-found'});
    expect(await readAnswers(draft.id)).toEqual([]);
  });

  it('marks the assessment as changed', async () => {
    const {id} = await makeDraft();
    await getClient().assessment.update({where: {id}, data: {updatedAt: new Date('2001-01-01')}});
    await save(id, 'A11', answerInput('in-place'), 0);
    const {answers, updatedAt} = await getAssessmentOrThrow(ORGANISATION, id);
    expect(updatedAt).toEqual(answers[0]?.updatedAt);
  });
});

describe('saveAnswer at the same time', () => {
  it('stores 50 answers to different measures and loses none', async () => {
    const drafts = [await makeDraft(), await makeDraft({period: '2027'})];
    const codes = [...stageCodes(1), ...stageCodes(2), ...stageCodes(3)];
    const wanted = drafts.flatMap(({id}, at) => codes.slice(0, 25).map((code) => ({id, code, input: answerInput('in-place', {note: `${at} ${code}`, evidence: EVIDENCE})})));
    expect(wanted).toHaveLength(50);
    const outcomes = await Promise.all(wanted.map(({id, code, input}) => save(id, code, input, 0)));
    expect(outcomes.filter(({saved}) => saved)).toHaveLength(50);
    const stored = (await Promise.all(drafts.map(({id}) => readAnswers(id)))).flat();
    expect(stored.map(({note}) => note).toSorted()).toEqual(wanted.map(({input}) => input.note).toSorted());
    expect(stored.every(({evidence}) => JSON.stringify(evidence) === JSON.stringify(EVIDENCE))).toBe(true);
  });

  it.each([0, 1])('lets one of two through that saw revision %i, and tells the other what stands', async (seen) => {
    const {id} = await makeDraft();
    if (seen === 1) await save(id, 'A11', answerInput('unknown'), 0);
    const outcomes = await Promise.all([save(id, 'A11', answerInput('in-place', {note: '一'}), seen), save(id, 'A11', answerInput('under-way', {note: '二'}), seen)]);
    const [winner] = outcomes.flatMap((outcome) => (outcome.saved ? [outcome.answer] : []));
    const [loser] = outcomes.flatMap((outcome) => (outcome.saved ? [] : [outcome.current]));
    expect(outcomes.map(({saved}) => saved).toSorted()).toEqual([false, true]);
    expect(winner?.revision).toBe(seen + 1);
    expect(loser).toEqual(winner);
    expect(await readAnswers(id)).toEqual([winner]);
  });

  it('gives a final assessment exactly the answers that were saved before it became final', async () => {
    const {id} = await makeDraft();
    await save(id, 'A11', answerInput('in-place'), 0);
    const [saved, , late] = await Promise.allSettled([
      save(id, 'A12', answerInput('in-place'), 0),
      finaliseAssessment(ORGANISATION, id, registered(), new Date()),
      save(id, 'A13', answerInput('in-place'), 0),
    ]);
    const inTime = [saved, late].map(({status}) => status === 'fulfilled');
    // SQLite takes them one after another in their order.
    if (databaseProvider() === 'sqlite') expect(inTime).toEqual([true, false]);
    for (const each of [saved, late]) {
      expect(each).toMatchObject(each.status === 'fulfilled' ? {value: {saved: true}} : {reason: {code: 'assessment-final'}});
    }
    const {answers, finalAnswers} = await getAssessmentOrThrow(ORGANISATION, id);
    expect(answers.map(({measure}) => measure)).toEqual(['A11', ...['A12', 'A13'].filter((_code, at) => inTime[at])]);
    const [A12, A13] = inTime.map((each) => (each ? 'in-place' : 'unknown'));
    expect(finalAnswers).toMatchObject({A11: 'in-place', A12, A13});
  });
});

describe('write', () => {
  it('leaves nothing half-written when its work fails, and goes on with the next', async () => {
    const {id} = await makeDraft();
    const failing = write(async (tx) => {
      await tx.answer.create({data: {assessmentId: id, measure: 'A11', value: 'in-place', answeredBy: '某', evidence: {create: [{...evidenceInput('甲'), position: 0}]}}});
      expect(await tx.answer.count({where: {assessmentId: id, measure: 'A11'}})).toBe(1);
      throw new Error('in the middle');
    });
    const next = save(id, 'A12', answerInput('in-place'), 0);
    await expect(failing).rejects.toThrow('in the middle');
    expect(await next).toMatchObject({saved: true});
    expect((await readAnswers(id)).map(({measure}) => measure)).toEqual(['A12']);
    expect(await getClient().evidence.count({where: {answer: {assessmentId: id}}})).toBe(0);
  });

  it('undoes a save whose evidence the database refuses', async () => {
    const {id} = await makeDraft();
    const first = answerInput('in-place', {evidence: EVIDENCE});
    await save(id, 'A11', first, 0);
    const broken = {...answerInput('under-way'), evidence: [evidenceInput('甲'), {...evidenceInput('乙'), title: null as never}]};
    await expect(save(id, 'A11', broken, 1)).rejects.toThrow();
    expect(await readAnswers(id)).toMatchObject([{...first, revision: 1}]);
  });

  it('copies nothing when one answer can’t be copied', async () => {
    const from = await makeDraft();
    const to = await makeDraft({period: '2027'});
    await giveAnswers(from.id, {A11: answerInput('in-place', {evidence: EVIDENCE}), A12: answerInput('unknown')});
    await giveAnswers(to.id, {A12: answerInput('in-place')});
    const copying = write((tx) => copyAnswers(tx, {fromId: from.id, toId: to.id, who: '某'}, true, new Set(['A11', 'A12'])));
    await expect(copying).rejects.toMatchObject({code: 'P2002'});
    expect((await readAnswers(to.id)).map(({measure, value}) => [measure, value])).toEqual([['A12', 'in-place']]);
  });
});

describe('getCategoryAssessmentOrThrow', () => {
  const {instrument} = registered();
  const codes = listMeasures(instrument).map(({measure}) => measure.code);
  const line = fc.string({unit: 'grapheme', maxLength: 20});
  const evidence = fc.record({
    kind: fc.constantFrom(...instrument.evidenceKinds.map(({id}) => id)),
    title: line, documentNumber: line, issuer: line, date: fc.constantFrom('', '2026', '2026-03-05'), link: fc.constantFrom('', 'https://example.org/'),
  });
  const answer = fc.record({value: fc.constantFrom(...ANSWER_VALUES), note: line, reason: line, evidence: fc.array(evidence, {maxLength: 3})});
  const answers = fc.dictionary(fc.constantFrom(...codes), answer, {maxKeys: 6});
  const chosen = fc.subarray(codes, {minLength: 1, maxLength: 20});

  it('gives the same as the whole assessment, for the measures asked for', async () => {
    let period = 2000;
    await fc.assert(
      fc.asyncProperty(answers, chosen, fc.boolean(), async (given, asked, carried) => {
        period += 1;
        const {id} = await makeDraft({period: String(period)});
        await giveAnswers(id, given);
        if (carried) await getClient().answer.updateMany({where: {assessmentId: id}, data: {confirmed: false}});
        const whole = await getAssessmentOrThrow(ORGANISATION, id);
        const page = await getCategoryAssessmentOrThrow(ORGANISATION, id, asked);
        expect(page.answers).toEqual(whole.answers.filter(({measure}) => asked.includes(measure)));
        expect(whole).toMatchObject({...page, answers: whole.answers});
      }),
      {numRuns: 30},
    );
  });

  it('tells what the assessment started from and when the county was archived', async () => {
    const {profileId} = await makeFinal({A11: answerInput('in-place')}, {period: '2025-H1'});
    const {id} = await makeDraft({profileId, carryOver: true});
    const archivedAt = new Date('2026-02-03T04:05:06.000Z');
    await setProfileArchived(ORGANISATION, profileId, archivedAt);
    expect(await getCategoryAssessmentOrThrow(ORGANISATION, id, ['A11'])).toMatchObject({
      basedOn: {period: '2025-H1'}, profile: {id: profileId, archivedAt}, answers: [{measure: 'A11', confirmed: false}],
    });
  });

  it('gives no answers where none of the measures is known', async () => {
    const {id} = await makeDraft();
    await giveAnswers(id, {A11: answerInput('in-place')});
    expect((await getCategoryAssessmentOrThrow(ORGANISATION, id, ['Z99'])).answers).toEqual([]);
  });

  it('takes hostile codes and ids as text', async () => {
    const {id} = await makeDraft();
    await giveAnswers(id, {A11: answerInput('in-place')});
    expect((await getCategoryAssessmentOrThrow(ORGANISATION, id, [`') OR 1=1 --`])).answers).toEqual([]);
    await expect(getCategoryAssessmentOrThrow(ORGANISATION, `' OR '1'='1`, ['A11'])).rejects.toMatchObject({code: 'not-found'});
  });

  it('does not find another organisation’s assessment', async () => {
    const {id} = await makeDraft();
    await expect(getCategoryAssessmentOrThrow(OTHER_ORGANISATION, id, ['A11'])).rejects.toMatchObject({code: 'not-found'});
  });
});
