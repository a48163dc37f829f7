import 'server-only';
import {NEWEST_FIRST} from './assessment-order';
import {getClient} from './client';
import {type Snapshot, readSnapshot} from './snapshot';

/** Which assessment is looked back from: what came before is of the same profile and instrument, and ended sooner. */
export type EarlierThan = {profileId: string; instrumentId: string; periodEnd: string};

/** The newest final assessment of an earlier period with its snapshot; null where there is none. */
export async function findEarlierFinal(organisationId: string, {profileId, instrumentId, periodEnd}: EarlierThan): Promise<({period: string} & Snapshot) | null> {
  const earlier = await getClient().assessment.findFirst({
    where: {organisationId, profileId, instrumentId, status: 'final', periodEnd: {lt: periodEnd}},
    orderBy: [...NEWEST_FIRST],
    select: {period: true, status: true, finalAnswers: true, finalDiagnosis: true},
  });
  const snapshot = earlier && readSnapshot(earlier);
  return snapshot && {period: earlier.period, ...snapshot};
}
