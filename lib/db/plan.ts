import 'server-only';
import {periodEnd} from '@/lib/answers/period';
import type {PlanInput} from '@/lib/answers/plan-schema';
import {AppError} from '@/lib/errors';
import type {Prisma} from '@/prisma/generated/sqlite/client';
import {getClient} from './client';
import {type Transaction, write} from './write';

const PLANNED_MEASURE = {
  measure: true,
  decision: true,
  reason: true,
  bureau: true,
  duePeriod: true,
  since: true,
  revision: true,
} as const satisfies Prisma.PlannedMeasureSelect;

/** A decision of a profile's plan; `since` is the period of the assessment on whose roadmap it was made. */
export type PlannedMeasure = Prisma.PlannedMeasureGetPayload<{select: typeof PLANNED_MEASURE}>;

/** Which plan is meant: a profile has one for each instrument, the same for all its versions. */
export type PlanKey = {profileId: string; instrumentId: string};

/** What became of a save: stored, or refused because a newer decision stands (null: it was withdrawn). */
export type PlanOutcome = {saved: true} | {saved: false; current: PlannedMeasure | null};

/** All decisions of a profile's plan by measure code; none of another organisation's profile. */
export function listPlan(organisationId: string, {profileId, instrumentId}: PlanKey): Promise<PlannedMeasure[]> {
  return getClient().plannedMeasure.findMany({
    where: {organisationId, profileId, instrumentId},
    select: PLANNED_MEASURE,
    orderBy: {measure: 'asc'},
  });
}

/**
 * Stores the decision on one measure if its revision is still `seenRevision` (0: none yet). Saving what already
 * stands changes nothing, so that a repeated request is harmless. `period` is that of the assessment on whose roadmap
 * this is decided; a decision that is saved again keeps the earliest, one that turns into the other starts anew.
 * Assessments are never touched.
 * @throws AppError `not-found`, `profile-archived`
 */
export function savePlannedMeasure(
  organisationId: string,
  key: PlanKey,
  measure: string,
  {input, period, seenRevision}: {input: PlanInput; period: string; seenRevision: number},
): Promise<PlanOutcome> {
  return write(async (tx) => {
    await requireOpenProfile(tx, organisationId, key.profileId);
    const row = await tx.plannedMeasure.findFirst({where: {organisationId, ...key, measure}, select: {id: true, ...PLANNED_MEASURE}});
    if (row && isSame(row, input)) return {saved: true};
    if ((row?.revision ?? 0) !== seenRevision) return {saved: false, current: row};
    if (!row) {
      await tx.plannedMeasure.create({data: {...input, ...key, organisationId, measure, since: period}, select: {id: true}});
      return {saved: true};
    }
    const goesOn = row.decision === input.decision && periodEnd(row.since) <= periodEnd(period);
    await tx.plannedMeasure.update({
      where: {id: row.id, organisationId},
      data: {...input, since: goesOn ? row.since : period, revision: row.revision + 1},
      select: {id: true},
    });
    return {saved: true};
  });
}

/**
 * Withdraws the decision on one measure if its revision is still `seenRevision`; one that is gone already stays gone.
 * @throws AppError `not-found`, `profile-archived`, `plan-changed`
 */
export function removePlannedMeasure(organisationId: string, key: PlanKey, measure: string, seenRevision: number): Promise<void> {
  return write(async (tx) => {
    await requireOpenProfile(tx, organisationId, key.profileId);
    const row = await tx.plannedMeasure.findFirst({where: {organisationId, ...key, measure}, select: {id: true, revision: true}});
    if (!row) return;
    if (row.revision !== seenRevision) throw new AppError('plan-changed');
    await tx.plannedMeasure.delete({where: {id: row.id, organisationId}, select: {id: true}});
  });
}

async function requireOpenProfile(tx: Transaction, organisationId: string, id: string): Promise<void> {
  const profile = await tx.countyProfile.findFirst({where: {id, organisationId}, select: {archivedAt: true}});
  if (!profile) throw new AppError('not-found');
  if (profile.archivedAt) throw new AppError('profile-archived');
}

function isSame(stored: PlannedMeasure, {decision, bureau, duePeriod, reason}: PlanInput): boolean {
  return stored.decision === decision && stored.bureau === bureau && stored.duePeriod === duePeriod && stored.reason === reason;
}
