import 'server-only';
import {periodEnd} from '@/lib/answers/period';
import {takeSnapshot} from '@/lib/diagnosis/take-snapshot';
import {AppError} from '@/lib/errors';
import {listMeasures} from '@/lib/instrument/list-measures';
import type {RegisteredInstrument} from '@/lib/instrument/parse-content';
import type {Prisma} from '@/prisma/generated/sqlite/client';
import {ANSWER_ROW, copyAnswers} from './answers';
import {NEWEST_FIRST} from './assessment-order';
import {logChanges} from './changes';
import {getClient} from './client';
import {readTraits} from './read-traits';
import {snapshotColumns} from './snapshot';
import {TRAIT_ROW, copyTraitAnswers} from './trait-answers';
import {type Transaction, write, writeOnce} from './write';

const ASSESSMENT = {
  profile: true,
  basedOn: {select: {period: true, revision: true}},
  answers: {select: ANSWER_ROW, orderBy: {measure: 'asc'}},
  traitAnswers: {select: TRAIT_ROW, orderBy: {trait: 'asc'}},
} as const satisfies Prisma.AssessmentInclude;

/** An assessment with its profile and stored answers. */
export type AssessmentWithAnswers = Prisma.AssessmentGetPayload<{include: typeof ASSESSMENT}>;

/** An assessment with profile and answers. @throws AppError `not-found`, also for another organisation's */
export async function getAssessmentOrThrow(organisationId: string, id: string): Promise<AssessmentWithAnswers> {
  const assessment = await getClient().assessment.findFirst({where: {id, organisationId}, include: ASSESSMENT});
  if (!assessment) throw new AppError('not-found');
  return assessment;
}

const HEAD = {id: true, profileId: true, instrumentId: true, instrumentVersion: true, filledBy: true} as const satisfies Prisma.AssessmentSelect;

/** Which assessment it is, by which instrument and whose; its answers are not read. @throws AppError `not-found`, also for another organisation's */
export async function getAssessmentHeadOrThrow(organisationId: string, id: string): Promise<Prisma.AssessmentGetPayload<{select: typeof HEAD}>> {
  const assessment = await getClient().assessment.findFirst({where: {id, organisationId}, select: HEAD});
  if (!assessment) throw new AppError('not-found');
  return assessment;
}

/** The id of the newest revision of the same profile and period if it is newer than this one; else null. */
export async function findNewerRevision(organisationId: string, {profileId, period, revision}: Pick<AssessmentWithAnswers, 'profileId' | 'period' | 'revision'>): Promise<string | null> {
  const newer = await getClient().assessment.findFirst({
    where: {organisationId, profileId, period, revision: {gt: revision}},
    orderBy: {revision: 'desc'},
    select: {id: true},
  });
  return newer?.id ?? null;
}

/** What a new assessment is made from; `carryOver` starts it from the last final one. */
export type NewAssessment = {profileId: string; period: string; filledBy: string; carryOver: boolean};

/**
 * Creates a draft for a period; with `carryOver` it starts from the profile's last final assessment,
 * each answer still to be confirmed. Measures that the instrument no longer has are left behind.
 * Gives its id: `chosen` if it is given, under which one that stands already is not made again.
 * @throws AppError `not-found`, `profile-archived`, `period-taken`, `not-final` (nothing to carry over)
 */
export function createAssessment(organisationId: string, input: NewAssessment, current: RegisteredInstrument, chosen?: string): Promise<string> {
  const {profileId, period, filledBy, carryOver} = input;
  const exists = (tx: Transaction, id: string) => tx.assessment.findFirst({where: {id, organisationId}, select: {id: true}});
  return writeOnce(exists, async (tx) => {
    const profile = await tx.countyProfile.findFirst({where: {id: profileId, organisationId}, select: {archivedAt: true}});
    if (!profile) throw new AppError('not-found');
    if (profile.archivedAt) throw new AppError('profile-archived');
    if (await tx.assessment.findFirst({where: {profileId, period}, select: {id: true}})) throw new AppError('period-taken');
    const last = carryOver
      ? await tx.assessment.findFirst({
          where: {profileId, status: 'final'},
          orderBy: [...NEWEST_FIRST],
          select: {id: true},
        })
      : null;
    if (carryOver && !last) throw new AppError('not-final');
    const {id} = await tx.assessment.create({
      data: {...(chosen !== undefined && {id: chosen}), organisationId, profileId, period, periodEnd: periodEnd(period), filledBy, basedOnId: last?.id ?? null, ...pin(current)},
      select: {id: true},
    });
    if (last) {
      await copyAnswers(tx, {fromId: last.id, toId: id, who: filledBy}, false, measureCodes(current));
      await copyTraitAnswers(tx, {fromId: last.id, toId: id, who: filledBy}, false);
    }
    await touchProfile(tx, profileId);
    return id;
  }, chosen);
}

/**
 * Opens a final assessment again as a draft with the next revision and the same, confirmed answers;
 * the final one stays as it is. An open draft of the same period is returned instead of a second one.
 * `who` asks for it, the assessment's `filledBy` unless told.
 * @throws AppError `not-found`, `not-final`, `profile-archived`
 */
export function reopenAssessment(organisationId: string, id: string, pinned: RegisteredInstrument, who?: string): Promise<string> {
  return write(async (tx) => {
    const final = await tx.assessment.findFirst({
      where: {id, organisationId},
      select: {status: true, profileId: true, period: true, filledBy: true, profile: {select: {archivedAt: true}}},
    });
    if (!final) throw new AppError('not-found');
    if (final.status !== 'final') throw new AppError('not-final');
    if (final.profile.archivedAt) throw new AppError('profile-archived');
    const {profileId, period, filledBy} = final;
    const newest = await tx.assessment.findFirstOrThrow({
      where: {profileId, period},
      orderBy: {revision: 'desc'},
      select: {id: true, status: true, revision: true},
    });
    if (newest.status === 'draft') return newest.id;
    const draft = await tx.assessment.create({
      data: {organisationId, profileId, period, periodEnd: periodEnd(period), filledBy, revision: newest.revision + 1, basedOnId: id, ...pin(pinned)},
      select: {id: true},
    });
    const by = who ?? filledBy;
    await logChanges(tx, draft.id, [{origin: 'reopened', who: by}], new Date());
    await copyAnswers(tx, {fromId: id, toId: draft.id, who: by}, true, measureCodes(pinned));
    await copyTraitAnswers(tx, {fromId: id, toId: draft.id, who: by}, true);
    await touchProfile(tx, profileId);
    return draft.id;
  });
}

/**
 * Makes a draft final: diagnoses its answers and keeps answers and result as a snapshot.
 * Finalising a final assessment again changes nothing. `who` asks for it, the assessment's `filledBy` unless told.
 * @throws AppError `not-found`, `nothing-answered`, `answers-unconfirmed`
 */
export function finaliseAssessment(organisationId: string, id: string, pinned: RegisteredInstrument, now: Date, who?: string): Promise<void> {
  return write(async (tx) => {
    const assessment = await tx.assessment.findFirst({where: {id, organisationId}, include: ASSESSMENT});
    if (!assessment) throw new AppError('not-found');
    if (assessment.status === 'final') return;
    if (assessment.answers.length === 0) throw new AppError('nothing-answered');
    if (assessment.answers.some(({confirmed}) => !confirmed)) throw new AppError('answers-unconfirmed');
    await tx.assessment.update({
      where: {id},
      data: {status: 'final', finalisedAt: now, ...snapshotColumns(takeSnapshot(pinned, assessment.answers), readTraits(assessment))},
    });
    await logChanges(tx, id, [{origin: 'finalised', who: who ?? assessment.filledBy}], now);
    const newest = await tx.assessment.findFirstOrThrow({
      where: {profileId: assessment.profileId, status: 'final'},
      orderBy: [...NEWEST_FIRST],
      select: {stage: true},
    });
    await tx.countyProfile.update({where: {id: assessment.profileId}, data: {latestStage: newest.stage}, select: {id: true}});
  });
}

/** Removes a draft with its answers; a final assessment is never removed. @throws AppError `not-found`, `assessment-final` */
export function deleteDraft(organisationId: string, id: string): Promise<void> {
  return write(async (tx, {uncertain}) => {
    const assessment = await tx.assessment.findFirst({where: {id, organisationId}, select: {status: true}});
    if (!assessment && uncertain) return;
    if (!assessment) throw new AppError('not-found');
    if (assessment.status === 'final') throw new AppError('assessment-final');
    await tx.assessment.delete({where: {id}});
  });
}

function pin({instrument, hash}: RegisteredInstrument) {
  return {instrumentId: instrument.id, instrumentVersion: instrument.version, instrumentHash: hash};
}

function measureCodes({instrument}: RegisteredInstrument): Set<string> {
  return new Set(listMeasures(instrument).map(({measure}) => measure.code));
}

function touchProfile(tx: Transaction, id: string) {
  return tx.countyProfile.update({where: {id}, data: {updatedAt: new Date()}, select: {id: true}});
}
