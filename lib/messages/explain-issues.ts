import type {z} from 'zod';
import messages from '@/content/messages/zh-CN.json';
import type {Translate} from './translator';

type IssueCode = keyof typeof messages.issues;

/** A problem of an input, in the reader's language, with the path of the field that has it. */
export type ExplainedIssue = {path: string; message: string};

/** Puts all problems that zod found into words. A schema's own messages are keys of `issues`. */
export function explainIssues(t: Translate, error: z.ZodError): ExplainedIssue[] {
  return error.issues.map((issue) => ({path: issue.path.join('.'), message: explainIssue(t, issue)}));
}

/** The messages of all problems by field path. */
export function groupIssues(issues: readonly ExplainedIssue[]): Record<string, string[]> {
  const grouped: Record<string, string[]> = {};
  for (const {path, message} of issues) (grouped[path] ??= []).push(message);
  return grouped;
}

/** Puts one problem that zod found into words. */
export function explainIssue(t: Translate, issue: z.core.$ZodIssue): string {
  if (Object.hasOwn(messages.issues, issue.message)) return t(`issues.${issue.message as IssueCode}`, {max: 0, keys: '', values: ''});
  switch (issue.code) {
    case 'too_big':
      if (issue.origin === 'string') return t('issues.too-long', {max: Number(issue.maximum)});
      return issue.origin === 'array'
        ? t('issues.too-many', {max: Number(issue.maximum)})
        : t('issues.too-high', {max: Number(issue.maximum)});
    case 'unrecognized_keys':
      return t('issues.unknown-field', {keys: issue.keys.join(', ')});
    case 'invalid_value':
      return t('issues.not-one-of', {values: issue.values.map(String).join(', ')});
    case 'invalid_type':
      return t('issues.wrong-type', {values: issue.expected});
    default:
      return t('issues.invalid');
  }
}
