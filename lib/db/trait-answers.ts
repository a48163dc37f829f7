import 'server-only';
import {type ChangeOrigin, traitContentOf} from '@/lib/answers/answer-change';
import type {TraitInput} from '@/lib/answers/trait-form';
import {AppError} from '@/lib/errors';
import type {RegisteredTraits} from '@/lib/instrument/parse-content';
import {getTraitsOrThrow} from '@/lib/instrument/trait-registry';
import type {Prisma} from '@/prisma/generated/sqlite/client';
import type {Copying} from './answers';
import {type NewChange, logChanges} from './changes';
import {type Transaction, write} from './write';

/** What is read of the answer to a trait. */
export const TRAIT_ROW = {trait: true, value: true, revision: true, confirmed: true, answeredBy: true, updatedAt: true} as const satisfies Prisma.TraitAnswerSelect;

/** A stored answer to a trait; its value is a stage, or null for “don't know”. */
export type StoredTrait = Prisma.TraitAnswerGetPayload<{select: typeof TRAIT_ROW}>;

/** What became of one trait: stored, or refused because `standing` was saved meanwhile. */
export type TraitOutcome = {trait: string; saved: boolean; standing: StoredTrait | null};

/** Who saves, the assessment's `filledBy` unless told, and what the log calls it. */
export type TraitDetails = {who?: string | undefined; origin?: ChangeOrigin};

/**
 * Stores the answers of a draft's section on cluster traits, each if its revision is still the one that was seen
 * (0: no answer yet); the others are kept as they stand. Saving what already stands confirms it and changes nothing else.
 * The first answer pins the assessment to `registered`. Each change is in the log.
 * @throws AppError `not-found`, `assessment-final`, `profile-archived`
 */
export function saveTraitAnswers(
  organisationId: string,
  assessmentId: string,
  inputs: readonly TraitInput[],
  registered: RegisteredTraits,
  who?: string,
): Promise<TraitOutcome[]> {
  return write((tx) => saveTraitsInTransaction(tx, {organisationId, assessmentId}, inputs, registered, {who}));
}

/** As `saveTraitAnswers`, within a transaction that is under way. */
export async function saveTraitsInTransaction(
  tx: Transaction,
  {organisationId, assessmentId}: {organisationId: string; assessmentId: string},
  inputs: readonly TraitInput[],
  registered: RegisteredTraits,
  {who, origin = 'saved'}: TraitDetails,
): Promise<TraitOutcome[]> {
  const assessment = await tx.assessment.findFirst({
    where: {id: assessmentId, organisationId},
    select: {status: true, filledBy: true, traitsId: true, profile: {select: {archivedAt: true}}, traitAnswers: {select: TRAIT_ROW}},
  });
  if (!assessment) throw new AppError('not-found');
  if (assessment.status === 'final') throw new AppError('assessment-final');
  if (assessment.profile.archivedAt) throw new AppError('profile-archived');
  const answeredBy = who ?? assessment.filledBy;
  const updatedAt = new Date();
  const outcomes: TraitOutcome[] = [];
  const changes: NewChange[] = [];
  for (const {trait, value, revision} of inputs) {
    const standing = assessment.traitAnswers.find((row) => row.trait === trait) ?? null;
    const same = standing?.confirmed && standing.value === value;
    if (same || (standing?.revision ?? 0) !== revision) {
      outcomes.push({trait, saved: same === true, standing});
      continue;
    }
    const stored = await tx.traitAnswer.upsert({
      where: {assessmentId_trait: {assessmentId, trait}},
      create: {assessmentId, trait, value, answeredBy, updatedAt},
      update: {value, confirmed: true, answeredBy, updatedAt, revision: revision + 1},
      select: TRAIT_ROW,
    });
    outcomes.push({trait, saved: true, standing: stored});
    changes.push({
      // A carried-over answer that is found to be still true.
      origin: origin === 'saved' && standing?.value === value ? 'confirmed' : origin,
      who: answeredBy,
      trait,
      revision: stored.revision,
      before: standing ? traitContentOf(standing.value) : undefined,
      after: traitContentOf(value),
    });
  }
  if (changes.length > 0 && assessment.traitsId === null) await tx.assessment.update({where: {id: assessmentId}, data: pinTraits(registered), select: {id: true}});
  await logChanges(tx, assessmentId, changes, updatedAt);
  return outcomes;
}

/**
 * Copies the section on cluster traits. With `confirmed` it stays as it was, under the version that it was answered for;
 * without, it goes on to the newest version, each answer to be looked at, and traits that this no longer has are left behind.
 */
export async function copyTraitAnswers(tx: Transaction, {fromId, toId, who}: Copying, confirmed: boolean): Promise<void> {
  const from = await tx.assessment.findUniqueOrThrow({
    where: {id: fromId},
    select: {traitsId: true, traitsVersion: true, traitAnswers: {select: TRAIT_ROW, orderBy: {trait: 'asc'}}},
  });
  if (from.traitsId === null) return;
  const registered = getTraitsOrThrow(from.traitsId, (confirmed ? from.traitsVersion : null) ?? undefined);
  const {traits, stages} = registered.instrument;
  const changes: NewChange[] = [];
  for (const {revision: _revision, updatedAt: _updatedAt, ...answer} of from.traitAnswers) {
    if (!traits.some(({id}) => id === answer.trait) || (answer.value ?? 0) > stages.length) continue;
    const isConfirmed = confirmed && answer.confirmed;
    await tx.traitAnswer.create({data: {...answer, confirmed: isConfirmed, assessmentId: toId}});
    changes.push({origin: isConfirmed ? 'copied' : 'carried-over', who, trait: answer.trait, revision: 1, after: traitContentOf(answer.value)});
  }
  await tx.assessment.update({where: {id: toId}, data: pinTraits(registered), select: {id: true}});
  await logChanges(tx, toId, changes, new Date());
}

function pinTraits({instrument, hash}: RegisteredTraits) {
  return {traitsId: instrument.id, traitsVersion: instrument.version, traitsHash: hash};
}
