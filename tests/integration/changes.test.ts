import {execFile} from 'node:child_process';
import {randomUUID} from 'node:crypto';
import {promisify} from 'node:util';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {ANSWER_VALUES} from '@/lib/answers/answer-value';
import {type SaveDetails, saveAnswer} from '@/lib/db/answers';
import {createAssessment, deleteDraft, finaliseAssessment, getAssessmentOrThrow, reopenAssessment} from '@/lib/db/assessments';
import {CHANGES_PER_PAGE, listChanges} from '@/lib/db/changes';
import {getClient} from '@/lib/db/client';
import {setProfileArchived} from '@/lib/db/profiles';
import {restoreAnswer} from '@/lib/db/restore-answer';
import {saveTraitAnswers} from '@/lib/db/trait-answers';
import type {AnswerInput} from '@/lib/answers/answer-schema';
import {getTraitsOrThrow} from '@/lib/instrument/trait-registry';
import {comparable, readLog, replay} from '../support/replay-log';
import type {Save, Saved} from '../support/save-answers';
import {ORGANISATION, OTHER_ORGANISATION, answerInput, evidenceInput, giveAnswers, makeDraft, makeFinal, registered, stageCodes, useTestDatabase} from '../support/test-database';

useTestDatabase();

function save(id: string, measure: string, input: AnswerInput, seen: number, details: SaveDetails = {}) {
  return saveAnswer(ORGANISATION, id, measure, input, seen, details);
}

async function readAnswers(id: string) {
  return (await getAssessmentOrThrow(ORGANISATION, id)).answers;
}

async function readTraits(id: string) {
  return (await getAssessmentOrThrow(ORGANISATION, id)).traitAnswers;
}

/** The log, from nothing on, gives the answers that stand. */
async function expectComplete(id: string): Promise<void> {
  expect(replay(await readLog(id))).toEqual(comparable(await readAnswers(id), await readTraits(id)));
}

const EVIDENCE = [evidenceInput('规划', {issuer: '县政府', date: '2026-03'}), evidenceInput('台账')];

describe('a save with an id', () => {
  it('is applied once when it comes twice, and answered with the same', async () => {
    const {id} = await makeDraft();
    const saveId = randomUUID();
    const input = answerInput('in-place', {evidence: EVIDENCE});
    const first = await save(id, 'A11', input, 0, {saveId, who: '李某'});
    expect(await save(id, 'A11', structuredClone(input), 0, {saveId, who: '李某'})).toEqual(first);
    expect(await readLog(id)).toMatchObject([{position: 1, origin: 'saved', who: '李某', measure: 'A11', revision: 1, before: null, after: input}]);
  });

  it('is answered with what it made and what stands now when others have saved since', async () => {
    const {id} = await makeDraft();
    const saveId = randomUUID();
    const mine = answerInput('under-way', {note: '甲写的', evidence: EVIDENCE});
    await save(id, 'A11', mine, 0, {saveId, who: '甲'});
    await save(id, 'A11', answerInput('in-place'), 1, {who: '乙'});
    const [standing] = await readAnswers(id);
    expect(await save(id, 'A11', mine, 0, {saveId, who: '甲'})).toMatchObject({
      saved: true, answer: {...mine, measure: 'A11', revision: 1, answeredBy: '甲', confirmed: true}, standing,
    });
    expect(await readAnswers(id)).toEqual([standing]);
    expect(await readLog(id)).toHaveLength(2);
  });

  it('is acknowledged though its assessment was made final or its county archived since', async () => {
    const {id, profileId} = await makeDraft();
    const saveId = randomUUID();
    await save(id, 'A11', answerInput('in-place'), 0, {saveId});
    await finaliseAssessment(ORGANISATION, id, registered(), new Date());
    await setProfileArchived(ORGANISATION, profileId, new Date());
    expect(await save(id, 'A11', answerInput('in-place'), 0, {saveId})).toMatchObject({saved: true, answer: {revision: 1}});
    await expect(save(id, 'A11', answerInput('unknown'), 1, {saveId: randomUUID()})).rejects.toMatchObject({code: 'assessment-final'});
    await setProfileArchived(ORGANISATION, profileId, null);
  });

  it('that changes nothing is known all the same, and is told of no conflict when it comes again', async () => {
    const {id} = await makeDraft();
    const saveId = randomUUID();
    await save(id, 'A11', answerInput('in-place'), 0, {who: '甲'});
    expect(await save(id, 'A11', answerInput('in-place'), 0, {saveId, who: '乙'})).toMatchObject({saved: true, answer: {revision: 1, answeredBy: '甲'}});
    await save(id, 'A11', answerInput('unknown'), 1, {who: '甲'});
    expect(await save(id, 'A11', answerInput('in-place'), 0, {saveId, who: '乙'})).toMatchObject({saved: true, answer: {revision: 1}, standing: {revision: 2}});
    expect((await readLog(id)).map(({origin, revision}) => [origin, revision])).toEqual([['saved', 1], ['repeated', 1], ['saved', 2]]);
    await expectComplete(id);
  });

  it('is refused for other content and for another measure, and counts in its own assessment only', async () => {
    const {id} = await makeDraft();
    const other = await makeDraft();
    const saveId = randomUUID();
    await save(id, 'A11', answerInput('in-place', {evidence: EVIDENCE}), 0, {saveId});
    const wrong = [answerInput('unknown'), answerInput('in-place'), answerInput('in-place', {evidence: EVIDENCE.toReversed()})];
    for (const input of wrong) await expect(save(id, 'A11', input, 1, {saveId})).rejects.toMatchObject({code: 'save-id-reused'});
    await expect(save(id, 'A12', answerInput('in-place', {evidence: EVIDENCE}), 0, {saveId})).rejects.toMatchObject({code: 'save-id-reused'});
    expect(await save(other.id, 'A11', answerInput('unknown'), 0, {saveId})).toMatchObject({saved: true, answer: {revision: 1}});
    expect(await readAnswers(id)).toMatchObject([{measure: 'A11', revision: 1}]);
  });

  it('that was refused is not used up: the choice to keep it may be sent with it', async () => {
    const {id} = await makeDraft();
    const saveId = randomUUID();
    await save(id, 'A11', answerInput('in-place'), 0);
    expect(await save(id, 'A11', answerInput('unknown'), 0, {saveId})).toMatchObject({saved: false});
    expect(await save(id, 'A11', answerInput('unknown'), 1, {saveId})).toMatchObject({saved: true, answer: {revision: 2}});
  });

  it('is applied once when it arrives many times at once', async () => {
    const {id} = await makeDraft();
    const saveId = randomUUID();
    const outcomes = await Promise.all(Array.from({length: 12}, () => save(id, 'A11', answerInput('in-place'), 0, {saveId})));
    expect(outcomes.every((outcome) => outcome.saved && outcome.answer.revision === 1)).toBe(true);
    expect(await readLog(id)).toHaveLength(1);
  });

  it('is applied once when two processes are given the same ones', async () => {
    const {id} = await makeDraft();
    const saves: Save[] = stageCodes(1).slice(0, 8).map((measure) => ({measure, input: answerInput('in-place', {evidence: EVIDENCE}), seen: 0, saveId: randomUUID()}));
    const run = async (name: string): Promise<Saved[]> => {
      const {stdout} = await promisify(execFile)(process.execPath, ['lib/setup/run.mjs', 'tests/support/save-answers.ts', id, name, JSON.stringify(saves)], {
        // As the product is served; a client in development also looks for the line of code behind each failed statement.
        env: {...process.env, NODE_ENV: 'production'},
      });
      return JSON.parse(stdout);
    };
    const outcomes = await Promise.all([run('甲'), run('乙')]);
    expect(outcomes.flat()).toEqual(Array.from({length: 16}, () => ({revision: 1})));
    expect(await readLog(id)).toHaveLength(8);
    await expectComplete(id);
  });
});

describe('two writers', () => {
  it('of different measures never conflict, and each is told apart', async () => {
    const {id} = await makeDraft();
    const codes = stageCodes(1);
    const outcomes = await Promise.all(codes.map((code, at) => save(id, code, answerInput('in-place'), 0, {who: at % 2 === 0 ? '甲' : '乙', saveId: randomUUID()})));
    expect(outcomes.every(({saved}) => saved)).toBe(true);
    const log = await readLog(id);
    for (const {measure, answeredBy} of await readAnswers(id)) {
      expect(answeredBy).toBe(codes.indexOf(measure) % 2 === 0 ? '甲' : '乙');
      expect(log.find((change) => change.measure === measure)?.who).toBe(answeredBy);
    }
    await expectComplete(id);
  });

  it('of one measure: one is stored, the other told what stands, and only one is in the log', async () => {
    const {id} = await makeDraft();
    const outcomes = await Promise.all(['甲', '乙'].map((who) => save(id, 'A11', answerInput('in-place', {note: who}), 0, {who, saveId: randomUUID()})));
    expect(outcomes.map(({saved}) => saved).toSorted()).toEqual([false, true]);
    expect(await readLog(id)).toHaveLength(1);
    await expectComplete(id);
  });
});

describe('finalising while others save', () => {
  it('has each save in the snapshot, or refuses it', async () => {
    for (let round = 0; round < 8; round += 1) {
      const {id} = await makeDraft();
      await save(id, 'A11', answerInput('in-place'), 0);
      const codes = stageCodes(2);
      const half = codes.slice(0, round);
      const asked = (code: string) => save(id, code, answerInput('in-place'), 0, {saveId: randomUUID()}).then(
        ({saved}) => saved,
        (error: unknown) => {
          expect(error).toMatchObject({code: 'assessment-final'});
          return false;
        },
      );
      const early = half.map(asked);
      const finalising = finaliseAssessment(ORGANISATION, id, registered(), new Date(), '科长');
      const late = codes.slice(round).map(asked);
      await finalising;
      const saved = await Promise.all([...early, ...late]);
      const {finalAnswers, answers} = await getAssessmentOrThrow(ORGANISATION, id);
      const kept = codes.filter((_code, at) => saved[at]);
      expect(codes.filter((code) => (finalAnswers as Record<string, string>)[code] === 'in-place')).toEqual(kept);
      expect(answers.map(({measure}) => measure)).toEqual(['A11', ...kept].toSorted());
      expect((await readLog(id)).at(-1)).toMatchObject({origin: 'finalised', who: '科长', measure: null});
    }
  });
});

describe('restoreAnswer', () => {
  it('makes an earlier version stand again as a new change', async () => {
    const {id} = await makeDraft();
    const first = answerInput('in-place', {note: '一', evidence: EVIDENCE});
    await save(id, 'A11', first, 0, {who: '甲'});
    await save(id, 'A11', answerInput('not-applicable'), 1, {who: '乙'});
    expect(await restoreAnswer(ORGANISATION, id, {position: 1, seenRevision: 2, who: '丙'})).toMatchObject({saved: true, measure: 'A11', answer: {...first, revision: 3, answeredBy: '丙'}});
    expect((await readLog(id)).at(-1)).toMatchObject({origin: 'restored', who: '丙', revision: 3, before: {value: 'not-applicable'}, after: first});
    await expectComplete(id);
  });

  it('is refused where the answer was changed meanwhile, and changes nothing', async () => {
    const {id} = await makeDraft();
    await save(id, 'A11', answerInput('in-place'), 0);
    await save(id, 'A11', answerInput('under-way'), 1);
    await save(id, 'A11', answerInput('unknown'), 2);
    expect(await restoreAnswer(ORGANISATION, id, {position: 1, seenRevision: 2})).toMatchObject({saved: false, current: {revision: 3}});
    expect(await readLog(id)).toHaveLength(3);
  });

  it('changes nothing where that version stands, and refuses a final assessment, an unknown entry and another organisation’s', async () => {
    const {id} = await makeFinal({A11: answerInput('in-place')});
    await expect(restoreAnswer(ORGANISATION, id, {position: 1, seenRevision: 1})).rejects.toMatchObject({code: 'assessment-final'});
    const draft = await makeDraft();
    await giveAnswers(draft.id, {A11: answerInput('in-place')});
    expect(await restoreAnswer(ORGANISATION, draft.id, {position: 1, seenRevision: 1})).toMatchObject({saved: true, answer: {revision: 1}});
    await expect(restoreAnswer(ORGANISATION, draft.id, {position: 2, seenRevision: 1})).rejects.toMatchObject({code: 'not-found'});
    await expect(restoreAnswer(OTHER_ORGANISATION, draft.id, {position: 1, seenRevision: 1})).rejects.toMatchObject({code: 'not-found'});
    expect(await readLog(draft.id)).toHaveLength(1);
  });
});

describe('the log', () => {
  it('tells where carried-over and reopened answers come from, and who confirmed them', async () => {
    const {id: first, profileId} = await makeFinal({A11: answerInput('in-place'), A12: answerInput('unknown')}, {period: '2025', filledBy: '张某'});
    const again = await reopenAssessment(ORGANISATION, first, registered(), '科长');
    expect((await readLog(again)).map(({origin, measure, who}) => [origin, measure, who])).toEqual([['reopened', null, '科长'], ['copied', 'A11', '科长'], ['copied', 'A12', '科长']]);
    await expectComplete(again);
    const next = await createAssessment(ORGANISATION, {profileId, period: '2026', filledBy: '李某', carryOver: true}, registered());
    await save(next, 'A11', answerInput('in-place'), 1, {who: '王某'});
    expect((await readLog(next)).map(({origin, measure, who}) => [origin, measure, who])).toEqual([['carried-over', 'A11', '李某'], ['carried-over', 'A12', '李某'], ['confirmed', 'A11', '王某']]);
    await expectComplete(next);
    expect((await readLog(first)).map(({origin}) => origin)).toEqual(['saved', 'saved', 'finalised']);
  });

  it('comes in pages, the newest first, of all or of one measure, and to its owner only', async () => {
    const {id} = await makeDraft();
    for (let seen = 0; seen < CHANGES_PER_PAGE; seen += 1) await save(id, 'A11', answerInput('in-place', {note: String(seen)}), seen);
    await save(id, 'A12', answerInput('in-place'), 0);
    const page = await listChanges(ORGANISATION, id, {about: '', page: 1});
    expect(page.total).toBe(CHANGES_PER_PAGE + 1);
    expect(page.changes.map(({position}) => position)).toEqual(Array.from({length: CHANGES_PER_PAGE}, (_none, at) => CHANGES_PER_PAGE + 1 - at));
    expect((await listChanges(ORGANISATION, id, {about: '', page: 2})).changes.map(({position}) => position)).toEqual([1]);
    expect(await listChanges(ORGANISATION, id, {about: 'A12', page: 1})).toMatchObject({total: 1, changes: [{measure: 'A12'}]});
    expect(await listChanges(OTHER_ORGANISATION, id, {about: '', page: 1})).toEqual({total: 0, changes: []});
  });

  it('goes with its draft', async () => {
    const {id} = await makeDraft();
    await giveAnswers(id, {A11: answerInput('in-place')});
    await deleteDraft(ORGANISATION, id);
    expect(await getClient().answerChange.count({where: {assessmentId: id}})).toBe(0);
  });

  const codes = ['A11', 'A12', 'B11'];
  const text = fc.constantFrom('', '注', '👩‍🌾\n行');
  const input = fc.record({value: fc.constantFrom(...ANSWER_VALUES), note: text, reason: text, evidence: fc.subarray(EVIDENCE)});
  const step = fc.record({measure: fc.constantFrom(...codes), input, behind: fc.nat({max: 1}), who: fc.constantFrom('甲', '乙'), again: fc.boolean(), restore: fc.option(fc.nat({max: 10}))});
  const traitStep = fc.record({trait: fc.constantFrom('brand', 'research'), value: fc.option(fc.integer({min: 1, max: 3})), behind: fc.nat({max: 1}), who: fc.constantFrom('甲', '乙'), restore: fc.option(fc.nat({max: 10}))});

  it('gives the answers that stand, whatever was saved, refused, sent again and restored', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(step, traitStep), {maxLength: 15}), async (steps) => {
        const {id} = await makeDraft();
        const sent: (() => Promise<unknown>)[] = [];
        const revision = async (about: string) => {
          const found = [...(await readTraits(id)), ...(await readAnswers(id))].find((row) => ('trait' in row ? row.trait : row.measure) === about);
          return found?.revision ?? 0;
        };
        for (const one of steps) {
          const {behind, who, restore} = one;
          const seen = Math.max(0, (await revision('trait' in one ? one.trait : one.measure)) - behind);
          if ('trait' in one) {
            await saveTraitAnswers(ORGANISATION, id, [{trait: one.trait, value: one.value, revision: seen}], getTraitsOrThrow(), who);
          } else {
            const saveId = randomUUID();
            const act = () => save(id, one.measure, one.input, seen, {who, saveId});
            const outcome = await act();
            if (outcome.saved) sent.push(act);
            if (one.again) {
              const before = await readAnswers(id);
              for (const each of sent) expect(await each()).toMatchObject({saved: true});
              expect(await readAnswers(id)).toEqual(before);
            }
          }
          const entry = restore === null ? undefined : (await readLog(id))[restore];
          if (entry) await restoreAnswer(ORGANISATION, id, {position: entry.position, seenRevision: await revision(entry.measure ?? entry.trait ?? ''), who});
        }
        await expectComplete(id);
      }),
      {numRuns: 25},
    );
  });
});
