import {describe, expect, it} from 'vitest';
import type {TraitInput} from '@/lib/answers/trait-form';
import {createAssessment, deleteDraft, finaliseAssessment, getAssessmentOrThrow, reopenAssessment} from '@/lib/db/assessments';
import {databaseProvider, getClient} from '@/lib/db/client';
import {getTraitsOf, readTraits} from '@/lib/db/read-traits';
import {type TraitOutcome, saveTraitAnswers} from '@/lib/db/trait-answers';
import {getTraitsOrThrow} from '@/lib/instrument/trait-registry';
import {ORGANISATION, OTHER_ORGANISATION, answerInput, giveAnswers, makeDraft, registered, useTestDatabase} from '../support/test-database';

useTestDatabase();

const traits = getTraitsOrThrow();
const IDS = traits.instrument.traits.map(({id}) => id);

function failsWith(work: Promise<unknown>, code: string) {
  return expect(work).rejects.toMatchObject({name: 'AppError', code});
}

const read = (id: string) => getAssessmentOrThrow(ORGANISATION, id);
const reading = async (id: string) => readTraits(await read(id));

function save(id: string, values: Readonly<Record<string, number | null>>, revision = 0): Promise<TraitOutcome[]> {
  const inputs = Object.entries(values).map(([trait, value]): TraitInput => ({trait, value, revision}));
  return saveTraitAnswers(ORGANISATION, id, inputs, traits);
}

async function makeFinalWith(values: Readonly<Record<string, number | null>>, parts: Parameters<typeof makeDraft>[0] = {}) {
  const made = await makeDraft(parts);
  await giveAnswers(made.id, {A11: answerInput('in-place')});
  await save(made.id, values);
  await finaliseAssessment(ORGANISATION, made.id, registered(), new Date('2026-05-01'));
  return made;
}

describe('saveTraitAnswers', () => {
  it('stores stages and “don’t know”, pins the instrument, and is read back', async () => {
    const {id} = await makeDraft();
    expect(await read(id)).toMatchObject({traitsId: null, traitsVersion: null, traitsHash: null, finalTraits: null, traitAnswers: []});
    expect(await reading(id)).toBeNull();
    const outcomes = await save(id, {brand: 2, research: 1, pressure: null});
    expect(outcomes.map(({saved, standing}) => [saved, standing?.value, standing?.revision, standing?.answeredBy])).toEqual([
      [true, 2, 1, '电商股'], [true, 1, 1, '电商股'], [true, null, 1, '电商股'],
    ]);
    const stored = await read(id);
    expect(stored).toMatchObject({traitsId: 'cluster-traits', traitsVersion: '1.0.0', traitsHash: traits.hash});
    expect(getTraitsOf(stored)).toBe(traits);
    const {values, cluster} = readTraits(stored)!;
    expect(values).toEqual({...Object.fromEntries(IDS.map((each) => [each, null])), brand: 2, research: 1});
    expect(cluster).toEqual({stage: 1, interval: {low: 1, high: 3}, known: 2, unknown: 6});
  });

  it('leaves nothing behind when there is nothing to save', async () => {
    const {id} = await makeDraft();
    expect(await save(id, {})).toEqual([]);
    expect(await read(id)).toMatchObject({traitsId: null, traitAnswers: []});
  });

  it('knows a section in which nothing is known from one left out', async () => {
    const {id} = await makeDraft();
    await save(id, {brand: null});
    expect(await reading(id)).toMatchObject({cluster: null, values: {brand: null}});
  });

  it('is harmless when it is sent again, and raises the revision with each change', async () => {
    const {id} = await makeDraft();
    await save(id, {brand: 2});
    const before = await read(id);
    expect((await save(id, {brand: 2})).map(({saved}) => saved)).toEqual([true]);
    expect(await read(id)).toEqual(before);
    expect((await save(id, {brand: 3}, 1))[0]?.standing).toMatchObject({value: 3, revision: 2});
  });

  it('refuses what was changed elsewhere, with what stands, and saves the rest', async () => {
    const {id} = await makeDraft();
    await save(id, {brand: 2});
    await save(id, {brand: 3}, 1);
    const outcomes = await saveTraitAnswers(ORGANISATION, id, [{trait: 'brand', value: 1, revision: 1}, {trait: 'research', value: 1, revision: 0}], traits);
    expect(outcomes.map(({saved, standing}) => [saved, standing?.value, standing?.revision])).toEqual([[false, 3, 2], [true, 1, 1]]);
    expect(await reading(id)).toMatchObject({values: {brand: 3, research: 1}});
  });

  it('lets one of several first saves of a trait through', async () => {
    const {id} = await makeDraft();
    const outcomes = await Promise.all([1, 2, 3].map((value) => save(id, {brand: value})));
    expect(outcomes.flat().filter(({saved}) => saved)).toHaveLength(1);
    const saved = outcomes.findIndex(([outcome]) => outcome?.saved) + 1;
    // SQLite takes them one after another in their order.
    if (databaseProvider() === 'sqlite') expect(saved).toBe(1);
    expect((await read(id)).traitAnswers).toMatchObject([{value: saved, revision: 1}]);
  });

  it('refuses a final assessment and another organisation’s', async () => {
    const {id} = await makeFinalWith({brand: 2});
    const before = await read(id);
    await failsWith(save(id, {brand: 3}, 1), 'assessment-final');
    const draft = await makeDraft();
    await failsWith(saveTraitAnswers(OTHER_ORGANISATION, draft.id, [{trait: 'brand', value: 1, revision: 0}], traits), 'not-found');
    expect(await read(id)).toEqual(before);
    expect((await read(draft.id)).traitAnswers).toEqual([]);
  });
});

describe('a final assessment', () => {
  it('keeps the section as a snapshot, whatever happens to its rows', async () => {
    const {id} = await makeFinalWith({brand: 2, research: 3, pressure: null});
    const before = await reading(id);
    expect(before).toMatchObject({values: {brand: 2, research: 3, pressure: null}, cluster: {stage: 2, known: 2, unknown: 6}});
    await getClient().traitAnswer.updateMany({where: {assessmentId: id}, data: {value: 1}});
    expect(await reading(id)).toEqual(before);
  });

  it('keeps nothing where the section was left out', async () => {
    const {id} = await makeFinalWith({});
    expect(await read(id)).toMatchObject({finalTraits: null, traitsId: null});
    expect(await reading(id)).toBeNull();
  });

  it('does not read a damaged snapshot', async () => {
    const {id} = await makeFinalWith({brand: 2});
    await getClient().assessment.update({where: {id}, data: {finalTraits: {values: {brand: 'two'}, cluster: null}}});
    await expect(reading(id)).rejects.toThrow();
  });

  it('opens again with the same answers, under the same version', async () => {
    const {id} = await makeFinalWith({brand: 2, pressure: null});
    const second = await reopenAssessment(ORGANISATION, id, registered());
    expect(await read(second)).toMatchObject({
      traitsVersion: '1.0.0', finalTraits: null,
      traitAnswers: [{trait: 'brand', value: 2, revision: 1, confirmed: true}, {trait: 'pressure', value: null, revision: 1, confirmed: true}],
    });
    expect(await reading(second)).toEqual(await reading(id));
  });
});

describe('an assessment that starts from the last one', () => {
  it('carries the answers over; they count once they are saved, and do not hinder finalising', async () => {
    const last = await makeFinalWith({brand: 2, research: 3}, {period: '2025'});
    const {id} = await makeDraft({profileId: last.profileId, carryOver: true});
    expect(await read(id)).toMatchObject({traitsHash: traits.hash, traitAnswers: [{trait: 'brand', value: 2, confirmed: false}, {trait: 'research', confirmed: false}]});
    expect(await reading(id)).toBeNull();
    await save(id, {brand: 2}, 1);
    expect(await reading(id)).toMatchObject({values: {brand: 2, research: null}});
    await getClient().answer.updateMany({where: {assessmentId: id}, data: {confirmed: true}});
    await finaliseAssessment(ORGANISATION, id, registered(), new Date());
    expect(await reading(id)).toMatchObject({values: {brand: 2, research: null}, cluster: {stage: 2, known: 1}});
    const third = await reopenAssessment(ORGANISATION, id, registered());
    expect(await reading(third)).toEqual(await reading(id));
    expect(await reading(last.id)).toMatchObject({values: {brand: 2, research: 3}});
  });

  it('leaves behind traits and stages that the instrument does not have', async () => {
    const last = await makeFinalWith({brand: 2}, {period: '2025'});
    await getClient().traitAnswer.createMany({
      data: [{trait: 'no-such', value: 1}, {trait: 'research', value: 4}].map((row) => ({...row, assessmentId: last.id, answeredBy: '某'})),
    });
    const id = await createAssessment(ORGANISATION, {profileId: last.profileId, period: '2026', filledBy: '李某', carryOver: true}, registered());
    expect((await read(id)).traitAnswers.map(({trait}) => trait)).toEqual(['brand']);
  });

  it('is pinned to nothing when there was nothing to carry over', async () => {
    const last = await makeFinalWith({}, {period: '2025'});
    const {id} = await makeDraft({profileId: last.profileId, carryOver: true});
    expect(await read(id)).toMatchObject({traitsId: null, traitAnswers: []});
  });
});

describe('deleteDraft', () => {
  it('removes the answers to traits too', async () => {
    const {id} = await makeDraft();
    await save(id, {brand: 2, research: 1});
    await deleteDraft(ORGANISATION, id);
    expect(await getClient().traitAnswer.count({where: {assessmentId: id}})).toBe(0);
  });
});
