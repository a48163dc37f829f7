/** Saves answers as a process of its own: node lib/setup/run.mjs tests/support/save-answers.ts <assessment> <name> <saves as JSON>. Prints the outcomes as JSON. */
import {saveAnswer} from '@/lib/db/answers';
import {getClient} from '@/lib/db/client';
import {LOCAL_ORGANISATION} from '@/lib/db/local-organisation';
import type {AnswerInput} from '@/lib/answers/answer-schema';
import {AppError} from '@/lib/errors';

/** One save to be made, with the revision that its sender saw. */
export type Save = {measure: string; input: AnswerInput; seen: number; saveId: string};

/** What became of one: the revision that it made, or why it was refused. */
export type Saved = {revision: number} | {refused: string};

const [assessment = '', who = '', saves = '[]'] = process.argv.slice(2);
const outcomes: Saved[] = [];
for (const {measure, input, seen, saveId} of JSON.parse(saves) as Save[]) {
  try {
    const outcome = await saveAnswer(LOCAL_ORGANISATION.id, assessment, measure, input, seen, {who, saveId});
    outcomes.push(outcome.saved ? {revision: outcome.answer.revision} : {refused: 'revision-conflict'});
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    outcomes.push({refused: error.code});
  }
}
console.log(JSON.stringify(outcomes));
await getClient().$disconnect();
