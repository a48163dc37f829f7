import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {EVIDENCE_FIELDS, type TypedAnswer, fieldName, readTypedAnswer, readTypedAnswerFromForm} from '@/lib/answers/answer-form';
import {ANSWER_LIMITS} from '@/lib/answers/answer-limits';
import {type AnswerInput, buildAnswerSchema} from '@/lib/answers/answer-schema';
import {ANSWER_VALUES} from '@/lib/answers/answer-value';
import {saveAnswer} from '@/lib/db/answers';
import {getAssessmentOrThrow} from '@/lib/db/assessments';
import {createProfile, getProfileOrThrow} from '@/lib/db/profiles';
import {profileSchema} from '@/lib/profile/profile-schema';
import {explainIssues} from '@/lib/messages/explain-issues';
import {translatorFor} from '@/lib/messages/translator';
import {ORGANISATION, makeDraft, registered, useTestDatabase} from '../support/test-database';

useTestDatabase();

const {instrument} = registered();
const schema = buildAnswerSchema(instrument);
const t = translatorFor('zh-CN');

/** The form fields of an answer, as a page would send them. */
function toFields(code: string, answer: AnswerInput): Record<string, string> {
  return Object.fromEntries([
    ...(['value', 'note', 'reason'] as const).map((field) => [fieldName(code, field), answer[field]]),
    ...answer.evidence.flatMap((record, row) => EVIDENCE_FIELDS.map((field) => [fieldName(code, 'evidence', row, field), record[field]])),
  ]) as Record<string, string>;
}

function withoutForm({revision: _revision, confirm: _confirm, ...answer}: TypedAnswer) {
  return answer;
}

/** What people and programs send to break things, alone and in the midst of other text. */
const nasty = fc.constantFrom(
  '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', `'; DROP TABLE "Answer"; --`, '{{7*7}}', '${process.env}', '%00', '\\u0000',
  '👩‍🌾', '🧶', '\ud83e', '\udde6', '\0', '\x1b[2J', '\x7f', '\x85', '\u2028', '\u202e反', '\ufeff', '\r\n', '\r', '\t', 'e\u0301', '\u1112\u1161\u11ab',
  'ﬁ', '\ufffe', '__proto__', 'constructor', 'null', ' ', '\u3000', '',
);
const hostile = fc.oneof(
  nasty,
  fc.string({unit: 'binary', maxLength: 40}),
  fc.array(fc.integer({min: 0, max: 0xffff}), {maxLength: 30}).map((codes) => String.fromCharCode(...codes)),
  fc.array(fc.oneof(nasty, fc.string({maxLength: 5})), {maxLength: 6}).map((parts) => parts.join('')),
  fc.constantFrom('长'.repeat(ANSWER_LIMITS.note), '长'.repeat(ANSWER_LIMITS.note + 1), 'x'.repeat(1_000_000), '🧶'.repeat(ANSWER_LIMITS.note / 2)),
);

const kind = fc.constantFrom(...instrument.evidenceKinds.map(({id}) => id));
const record = fc.record({kind, title: hostile, documentNumber: hostile, issuer: hostile, date: fc.oneof(fc.constantFrom('', '2026', '2026-03-05'), hostile), link: fc.oneof(fc.constantFrom('', 'https://example.org/?a=1'), hostile)});
const wild = fc.record({value: fc.oneof(fc.constantFrom(...ANSWER_VALUES), hostile), note: hostile, reason: hostile, evidence: fc.array(record, {maxLength: 2})});

const plain = fc.string({unit: 'grapheme', maxLength: 30});
const tame = fc.record({
  value: fc.constantFrom(...ANSWER_VALUES),
  note: plain,
  reason: plain.map((text) => `理由${text}`),
  evidence: fc.array(
    fc.record({kind, title: plain.map((text) => `题${text}`), documentNumber: plain, issuer: plain, date: fc.constantFrom('', '2026', '2026-03', '2026-03-05'), link: fc.webUrl({size: 'small'}).filter((url) => url.length <= ANSWER_LIMITS.link && !url.includes('@'))}),
    {maxLength: ANSWER_LIMITS.records},
  ),
});

/** Answers that pass the schema, as the schema gives them. */
const sound = tame.map((answer) => schema.safeParse(answer)).filter(({success}) => success).map(({data}) => data!);

describe('any answer that passes the schema', () => {
  it('passes it again unchanged', () => {
    fc.assert(
      fc.property(sound, (answer) => {
        expect(schema.parse(answer)).toEqual(answer);
      }),
    );
  });

  it('comes back unchanged through form fields', () => {
    fc.assert(
      fc.property(sound, (answer) => {
        const fields = toFields('A11', answer);
        const typed = readTypedAnswer((name) => fields[name] ?? '', 'A11');
        expect(schema.parse(withoutForm(typed))).toEqual(answer);
      }),
    );
  });

  it('comes back unchanged through form data, and leaves other measures empty', () => {
    fc.assert(
      fc.property(sound, (answer) => {
        const form = new FormData();
        for (const [name, value] of Object.entries(toFields('B11', answer))) form.append(name, value.replace(/\n/g, '\r\n'));
        expect(schema.parse(withoutForm(readTypedAnswerFromForm(form, 'B11')))).toEqual(answer);
        expect(readTypedAnswerFromForm(form, 'B1')).toMatchObject({value: '', note: '', evidence: []});
      }),
    );
  });

  it('is not left out by the generator', () => {
    expect(fc.sample(tame, 200).filter((answer) => schema.safeParse(answer).success).length).toBeGreaterThan(50);
  });
});

describe('any text at all', () => {
  it('is accepted once and for all, or refused with an issue that can be told', () => {
    fc.assert(
      fc.property(wild, (answer) => {
        const parsed = schema.safeParse(answer);
        if (parsed.success) expect(schema.parse(parsed.data)).toEqual(parsed.data);
        else for (const {message} of explainIssues(t, parsed.error)) expect(message).not.toBe('');
      }),
      {numRuns: 300},
    );
  });

  it('changes nothing of an accepted note but its ends, line ends and the way its characters are composed', () => {
    fc.assert(
      fc.property(hostile, (note) => {
        const parsed = schema.safeParse({value: 'unknown', note});
        if (parsed.success) expect(parsed.data.note).toBe(note.replace(/\r\n|\r/g, '\n').trim().normalize());
      }),
      {numRuns: 300},
    );
  });

  it('is stored exactly as it was accepted', async () => {
    const {id} = await makeDraft();
    let revision = 0;
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (note, issuer) => {
        const parsed = schema.safeParse({value: 'in-place', note, evidence: [{kind: 'document', title: '题', issuer}]});
        if (!parsed.success) return;
        const outcome = await saveAnswer(ORGANISATION, id, 'A11', parsed.data, revision);
        expect(outcome).toMatchObject({saved: true, answer: parsed.data});
        const [stored] = (await getAssessmentOrThrow(ORGANISATION, id)).answers;
        expect(stored).toMatchObject(parsed.data);
        revision = stored?.revision ?? 0;
      }),
      {numRuns: 60},
    );
    expect(revision).toBeGreaterThan(5);
  });

  it('as a county’s industry is stored exactly as it was accepted', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (industry) => {
        const parsed = profileSchema.safeParse({county: '甲县', prefecture: '乙市', province: '丙省', industry});
        if (!parsed.success) return;
        const id = await createProfile(ORGANISATION, parsed.data);
        expect(await getProfileOrThrow(ORGANISATION, id)).toMatchObject(parsed.data);
      }),
      {numRuns: 40},
    );
  });
});
