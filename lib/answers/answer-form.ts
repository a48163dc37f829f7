import {ANSWER_LIMITS} from './answer-limits';

/** Field names of one evidence record, in the order of the form. */
export const EVIDENCE_FIELDS = ['kind', 'title', 'documentNumber', 'issuer', 'date', 'link'] as const;
export type EvidenceField = (typeof EVIDENCE_FIELDS)[number];
export type TypedEvidence = Record<EvidenceField, string>;

/** What a form holds for one measure, as typed: nothing trimmed, nothing checked. */
export type TypedAnswer = {
  value: string;
  note: string;
  reason: string;
  evidence: TypedEvidence[];
  /** The answer's revision when the page was made; 0 when there was none. */
  revision: number;
  /** Whether a carried-over answer was ticked as still true. */
  confirm: boolean;
};

/** Name of a measure's form field: `A11.value`, `A11.evidence.0.title`. */
export function fieldName(code: string, ...path: (string | number)[]): string {
  return [code, ...path].join('.');
}

/**
 * Reads one measure's fields, given how to get a field's text by its name (empty when missing).
 * Evidence rows in which nothing but the kind is filled are left out.
 */
export function readTypedAnswer(get: (name: string) => string, code: string): TypedAnswer {
  const text = (...path: (string | number)[]) => get(fieldName(code, ...path));
  const evidence: TypedEvidence[] = [];
  // One more than allowed is read, so that too many are reported rather than dropped.
  for (let row = 0; row <= ANSWER_LIMITS.records; row += 1) {
    const record = Object.fromEntries(EVIDENCE_FIELDS.map((field) => [field, text('evidence', row, field)])) as TypedEvidence;
    if (EVIDENCE_FIELDS.some((field) => field !== 'kind' && record[field].trim() !== '')) evidence.push(record);
  }
  const revision = Number(text('revision'));
  return {
    value: text('value'),
    note: text('note'),
    reason: text('reason'),
    evidence,
    revision: Number.isSafeInteger(revision) && revision >= 0 ? revision : 0,
    confirm: text('confirm') !== '',
  };
}

/** Puts an answer into a measure's fields, in place of what was typed there. */
export function writeAnswerToForm(form: FormData, code: string, {value, note, reason, evidence, revision}: Omit<TypedAnswer, 'confirm'>): void {
  const own = Array.from(form.keys()).filter((name) => name.startsWith(fieldName(code, '')));
  for (const name of own) form.delete(name);
  for (const [name, text] of Object.entries({value, note, reason, revision: String(revision)})) form.set(fieldName(code, name), text);
  evidence.forEach((record, row) => EVIDENCE_FIELDS.forEach((field) => form.set(fieldName(code, 'evidence', row, field), record[field])));
}

/** Reads a measure's fields from form data; a file where text is expected reads as empty. */
export function readTypedAnswerFromForm(form: FormData, code: string): TypedAnswer {
  return readTypedAnswer((name) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  }, code);
}
