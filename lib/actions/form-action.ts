import 'server-only';
import {randomUUID} from 'node:crypto';
import {redirect} from 'next/navigation';
import {getSession} from '@/lib/access/session';
import {AppError, type ErrorCode} from '@/lib/errors';
import type {Locale} from '@/lib/instrument/schema';
import {logError} from '@/lib/log-error';
import {type ExplainedIssue, groupIssues} from '@/lib/messages/explain-issues';
import {getWords} from '@/lib/messages/request-locale';
import type {Translate} from '@/lib/messages/translator';
import type {AnswerConflict} from '@/lib/report/save-words';

/** What a form shows after a failure: every field's problems and all that was typed. */
export type FormFailure = {
  ok: false;
  code: ErrorCode;
  message: string;
  /** Messages by field name. */
  fieldErrors: Record<string, string[]>;
  /** The form's text fields as they were sent. */
  input: Record<string, string>;
  /** What was saved elsewhere meanwhile, by the key of what it conflicts with. */
  conflicts?: Record<string, AnswerConflict>;
  /** Different at each attempt, so that a page can tell a new failure from the last one. */
  attempt: string;
};

/** The state of a form: null before it was sent; a success leaves the page instead of returning. */
export type FormState = FormFailure | null;

/** What an action's work gives: where to go next, or the problems of the input. */
export type ActionOutcome = {goTo: string} | Problems;

type Problems = {issues: ExplainedIssue[]; conflicts?: Record<string, AnswerConflict>};

/** What a form shows after a success that stays on its page. */
export type FormShown<T> = {
  ok: true;
  show: T;
  /** Different at each attempt, as with a failure. */
  attempt: string;
};

type ActionContext = {organisationId: string; locale: Locale; t: Translate};

/**
 * The one wrapper of form actions: who is asking, then the work (parse, may they, do). Expected failures come back as
 * state; unexpected ones are logged with an id that is shown.
 */
export async function answerFormAction<T extends object>(
  form: FormData,
  work: (context: ActionContext) => Promise<T | Problems>,
): Promise<FormFailure | T> {
  const {locale, t} = await getWords();
  const fail = (code: ErrorCode, issues: ExplainedIssue[] = [], id = ''): FormFailure => ({
    ok: false,
    code,
    message: t(`errors.${code}`, {id}),
    fieldErrors: groupIssues(issues),
    input: textFields(form),
    attempt: randomUUID(),
  });
  try {
    const outcome = await work({...getSession(), locale, t});
    if (!('issues' in outcome)) return outcome;
    return {...fail('invalid', outcome.issues), ...(outcome.conflicts && {conflicts: outcome.conflicts})};
  } catch (error) {
    return error instanceof AppError ? fail(error.code) : fail('unexpected', [], logError(error));
  }
}

/** As `answerFormAction` for a form that leads on to another page once its work is done. */
export async function runFormAction(form: FormData, work: (context: ActionContext) => Promise<ActionOutcome>): Promise<FormState> {
  const outcome = await answerFormAction(form, work);
  if ('goTo' in outcome) redirect(outcome.goTo);
  return outcome;
}

/** As `runFormAction` for work that may also show something on the form's own page. */
export async function runShowingAction<T>(form: FormData, work: (context: ActionContext) => Promise<ActionOutcome | {show: T}>): Promise<FormState | FormShown<T>> {
  const outcome = await answerFormAction(form, work);
  if ('goTo' in outcome) redirect(outcome.goTo);
  return 'show' in outcome ? {ok: true, show: outcome.show, attempt: randomUUID()} : outcome;
}

/** As `runFormAction` for a lone button: a failure leads back to `back`, which shows `?error=<code>`. */
export async function runButtonAction(back: string, work: (context: ActionContext) => Promise<{goTo: string}>): Promise<void> {
  const failure = await runFormAction(new FormData(), work);
  if (failure) redirect(`${back}?error=${failure.code}`);
}

/** The text fields of a form; the first value where a name occurs more than once. */
export function textFields(form: FormData): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string' && !name.startsWith('$ACTION') && !Object.hasOwn(fields, name)) fields[name] = value;
  }
  return fields;
}
