import {z} from 'zod';
import type {InstrumentFile} from '@/lib/instrument/schema';
import {listMeasures} from '@/lib/instrument/list-measures';
import {ANSWER_LIMITS} from './answer-limits';
import {ANSWER_VALUES} from './answer-value';
import {onceForEach} from './once-for-each';

/** A day, month or year that exists: 2026-03-05, 2026-03 or 2026. */
export function isEvidenceDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function isWebAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') && url.username === '' && url.password === '';
}

/** A text without leading and trailing space, up to `max` characters; control characters but tabs and line ends, and halves of characters, are refused. */
export function textOf(max: number) {
  return z
    .string()
    .transform((text) => text.replace(/\r\n?/g, '\n').trim().normalize('NFC'))
    .pipe(z.string().max(max).regex(/^[^\p{Cs}\0-\x08\x0b-\x1f\x7f-\x9f]*$/u, 'control-characters'));
}

function evidenceSchema(kinds: readonly string[]) {
  return z.strictObject({
    kind: z.enum(kinds, {error: 'choose-kind'}),
    title: textOf(ANSWER_LIMITS.title).pipe(z.string().min(1, 'title-missing')),
    documentNumber: textOf(ANSWER_LIMITS.documentNumber).default(''),
    issuer: textOf(ANSWER_LIMITS.issuer).default(''),
    date: z.string().trim().refine((text) => text === '' || isEvidenceDate(text), 'bad-date').default(''),
    link: textOf(ANSWER_LIMITS.link)
      .pipe(z.string().refine((text) => text === '' || isWebAddress(text), 'bad-link'))
      .default(''),
  });
}

/**
 * The schema of one measure's answer, derived from an instrument: its evidence kinds are the ones
 * accepted. `reason` is required with `not-applicable` and dropped otherwise.
 * Made once for each instrument: making one takes longer than a hundred uses of it.
 */
export const buildAnswerSchema = onceForEach((instrument: InstrumentFile) =>
  z
    .strictObject({
      value: z.enum(ANSWER_VALUES, {error: 'choose-value'}),
      note: textOf(ANSWER_LIMITS.note).default(''),
      reason: textOf(ANSWER_LIMITS.reason).default(''),
      evidence: z
        .array(evidenceSchema(instrument.evidenceKinds.map(({id}) => id)))
        .max(ANSWER_LIMITS.records)
        .default([]),
    })
    .superRefine((answer, context) => {
      if (answer.value === 'not-applicable' && answer.reason === '') {
        context.addIssue({code: 'custom', path: ['reason'], message: 'reason-missing'});
      }
    })
    .transform((answer) => (answer.value === 'not-applicable' ? answer : {...answer, reason: ''})),
);

/** The schema of a request to save one measure's answer: with the revision that was seen, and a uuid under which it may come again. */
export const buildSaveSchema = onceForEach((instrument: InstrumentFile) =>
  z.strictObject({answer: buildAnswerSchema(instrument), revision: z.int().min(0), saveId: z.uuid('bad-save-id').toLowerCase().optional()}),
);

/** What a measure's answer holds once it has passed `buildAnswerSchema`. */
export type AnswerInput = z.output<ReturnType<typeof buildAnswerSchema>>;

const engineAnswerSchema = z.strictObject({value: z.enum(ANSWER_VALUES), evidenced: z.boolean().exactOptional()});

/**
 * The schema of answers by measure code, as the diagnose interface takes them: a code outside the
 * instrument is a problem at its own path. Without an instrument codes can't be checked, values are.
 */
export function buildEngineAnswersSchema(instrument: InstrumentFile | undefined) {
  const known = instrument && new Set(listMeasures(instrument).map(({measure}) => measure.code));
  return z
    .custom<Record<string, z.infer<typeof engineAnswerSchema>>>(
      (answers) => typeof answers === 'object' && answers !== null && !Array.isArray(answers),
      'answers-not-object',
    )
    .superRefine((answers, context) => {
      // By hand rather than z.record, which passes over keys such as __proto__.
      for (const [code, given] of Object.entries(answers)) {
        if (known && !known.has(code)) context.addIssue({code: 'custom', path: [code], message: 'unknown-measure'});
        for (const issue of engineAnswerSchema.safeParse(given).error?.issues ?? []) {
          context.addIssue({...issue, path: [code, ...issue.path]} as never);
        }
      }
    });
}
