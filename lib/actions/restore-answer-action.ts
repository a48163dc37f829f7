'use server';
import {z} from 'zod';
import {getAnsweringName} from '@/lib/access/answering-name';
import {restoreAnswer} from '@/lib/db/restore-answer';
import {AppError} from '@/lib/errors';
import {paths} from '@/lib/paths';
import {runButtonAction, textFields} from './form-action';

const restoringSchema = z.object({
  position: z.coerce.number().int().min(1).max(2 ** 31 - 1).catch(0),
  revision: z.coerce.number().int().min(0).catch(0),
  filter: z.string().catch(''),
});

/** Makes the version of one entry of the log stand again, unless its measure or trait was changed since the page was made. */
export async function restoreAnswerAction(assessmentId: string, form: FormData): Promise<void> {
  return runButtonAction(paths.changes(assessmentId), async ({organisationId}) => {
    const {position, revision, filter} = restoringSchema.parse(textFields(form));
    const outcome = await restoreAnswer(organisationId, assessmentId, {position, seenRevision: revision, who: await getAnsweringName()});
    if (!outcome.saved) throw new AppError('answer-changed');
    return {goTo: paths.changes(assessmentId, filter)};
  });
}
