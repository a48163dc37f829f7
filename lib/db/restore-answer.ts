import 'server-only';
import {AppError} from '@/lib/errors';
import {type SaveOutcome, saveInTransaction} from './answers';
import {getChangeOrThrow} from './changes';
import {getTraitsOf} from './read-traits';
import {type TraitOutcome, saveTraitsInTransaction} from './trait-answers';
import {write} from './write';

/** Which entry of a log is to stand again, the revision of its measure or trait that was seen, and who asks. */
export type Restoring = {position: number; seenRevision: number; who?: string | undefined};

/**
 * Makes what an entry of the log had led to the answer of its measure or trait again: a new change like any other,
 * refused where the answer is no longer the one that was seen. Restoring what stands changes nothing.
 * @throws AppError `not-found` (also for an entry without an answer), `assessment-final`, `profile-archived`
 */
export function restoreAnswer(
  organisationId: string,
  assessmentId: string,
  {position, seenRevision, who}: Restoring,
): Promise<(SaveOutcome & {measure: string}) | TraitOutcome> {
  return write(async (tx) => {
    const found = await tx.assessment.findFirst({where: {id: assessmentId, organisationId}, select: {traitsId: true, traitsVersion: true}});
    if (!found) throw new AppError('not-found');
    const {measure, trait, after} = await getChangeOrThrow(tx, assessmentId, position);
    const details = {who, origin: 'restored'} as const;
    if (trait !== null) {
      const input = {trait, value: after.stage, revision: seenRevision};
      const [outcome] = await saveTraitsInTransaction(tx, {organisationId, assessmentId}, [input], getTraitsOf(found), details);
      if (!outcome) throw new Error('a trait was saved and nothing given back');
      return outcome;
    }
    if (measure === null || after === null) throw new AppError('not-found');
    return {measure, ...(await saveInTransaction(tx, {organisationId, assessmentId, measure}, after, seenRevision, details))};
  });
}
