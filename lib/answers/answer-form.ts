import {ANSWER_LIMITS} from './answer-schema';

/** Field names of one evidence record, in the order of the form. */
export const EVIDENCE_FIELDS = ['kind', 'title', 'documentNumber', 'issuer', 'date', 'link'] as const;
export type EvidenceField = (typeof EVIDENCE_FIELDS)[number];

/** What a form holds for one measure, as typed: nothing trimmed, nothing checked. */
export type TypedAnswer = {
  value: string;
  note: string;
  reason: string;
  evidence: Record<EvidenceField, string>[];
  /** The answer's revision when the page was made; 0 when there was none. */
  revision: number;
};

/** Name of a measure's form field: `A11.value`, `A11.evidence.0.title`. */
export function fieldName(code: string, ...path: (string | number)[]): string {
  return [code, ...path].join('.');
}

/**
 * Reads one measure's fields from form data. Evidence rows in which only the kind (preset by the
 * form) is filled are left out. Files and missing fields read as empty text.
 */
export function readTypedAnswer(form: FormData, code: string): TypedAnswer {
  const text = (...path: (string | number)[]) => {
    const value = form.get(fieldName(code, ...path));
    return typeof value === 'string' ? value : '';
  };
  const evidence: TypedAnswer['evidence'] = [];
  // One more than allowed is read, so that too many are reported rather than dropped.
  for (let row = 0; row <= ANSWER_LIMITS.records; row += 1) {
    const record = Object.fromEntries(
      EVIDENCE_FIELDS.map((field) => [field, text('evidence', row, field)]),
    ) as Record<EvidenceField, string>;
    if (EVIDENCE_FIELDS.some((field) => field !== 'kind' && record[field].trim() !== '')) evidence.push(record);
  }
  const revision = Number(text('revision'));
  return {
    value: text('value'),
    note: text('note'),
    reason: text('reason'),
    evidence,
    revision: Number.isSafeInteger(revision) && revision >= 0 ? revision : 0,
  };
}
