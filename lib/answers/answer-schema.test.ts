import {describe, expect, it} from 'vitest';
import {getInstrumentOrThrow} from '@/lib/instrument/registry';
import {ANSWER_LIMITS} from './answer-limits';
import {buildAnswerSchema, buildEngineAnswersSchema, isEvidenceDate} from './answer-schema';

const {instrument} = getInstrumentOrThrow('wang-zhang-2017');
const schema = buildAnswerSchema(instrument);
const record = {kind: 'document', title: '批复'};

function problems(answer: unknown): string[] {
  return (schema.safeParse(answer).error?.issues ?? []).map(({path, message}) => `${path.join('.')}: ${message}`);
}

describe('buildAnswerSchema', () => {
  it('fills in what is not given', () => {
    expect(schema.parse({value: 'unknown'})).toEqual({value: 'unknown', note: '', reason: '', evidence: []});
    expect(schema.parse({value: 'in-place', evidence: [record]}).evidence).toEqual([
      {...record, documentNumber: '', issuer: '', date: '', link: ''},
    ]);
  });

  it('asks for a reason with “not applicable”, where space is none, and drops it otherwise', () => {
    expect(problems({value: 'not-applicable'})).toEqual(['reason: reason-missing']);
    expect(problems({value: 'not-applicable', reason: ' \n　'})).toEqual(['reason: reason-missing']);
    expect(schema.parse({value: 'not-applicable', reason: ' 没有 '}).reason).toBe('没有');
    expect(schema.parse({value: 'in-place', reason: '没有'}).reason).toBe('');
  });

  it.each([undefined, '', 'yes', 'In-place', 'toString', 1, null])('refuses the value %j', (value) => {
    expect(problems({value})).toEqual(['value: choose-value']);
  });

  it('takes exactly as much text as the limits say', () => {
    const full = {
      value: 'not-applicable',
      note: '记'.repeat(ANSWER_LIMITS.note),
      reason: '由'.repeat(ANSWER_LIMITS.reason),
      evidence: Array.from({length: ANSWER_LIMITS.records}, () => ({
        kind: 'document',
        title: '题'.repeat(ANSWER_LIMITS.title),
        documentNumber: '文'.repeat(ANSWER_LIMITS.documentNumber),
        issuer: '县'.repeat(ANSWER_LIMITS.issuer),
        date: '2026-03-05',
        link: `https://example.org/${'a'.repeat(ANSWER_LIMITS.link - 'https://example.org/'.length)}`,
      })),
    };
    expect(schema.parse(full)).toEqual(full);
    const [first] = full.evidence;
    for (const [field, path] of [['note', 'note'], ['reason', 'reason']] as const) {
      expect(problems({...full, [field]: `${full[field]}字`}).map((problem) => problem.split(':')[0])).toEqual([path]);
    }
    for (const field of ['title', 'documentNumber', 'issuer', 'link'] as const) {
      const over = problems({...full, evidence: [{...first, [field]: `${first?.[field]}a`}]});
      expect(over.map((problem) => problem.split(':')[0])).toEqual([`evidence.0.${field}`]);
    }
    expect(problems({...full, evidence: [...full.evidence, first]})).toHaveLength(1);
  });

  it('trims, unifies line ends and composes characters', () => {
    expect(schema.parse({value: 'unknown', note: '  一\r\n二\r三\n  '}).note).toBe('一\n二\n三');
    expect(schema.parse({value: 'unknown', note: 'e\u0301'}).note).toBe('\u00e9');
  });

  it.each(['\0', '\b', '\x0b', '\x1b[31m', '\x7f', '\x85', '\x9b'])('refuses the control character %j', (sign) => {
    expect(problems({value: 'unknown', note: `a${sign}b`})).toEqual(['note: control-characters']);
  });

  it('refuses half a character, which the database could not give back', () => {
    for (const half of ['\ud83e', '\udde6', '\udde6\ud83e']) expect(problems({value: 'unknown', note: `a${half}b`})).toEqual(['note: control-characters']);
  });

  it('keeps tabs and line ends', () => {
    expect(schema.parse({value: 'unknown', note: '一\t二\n三'}).note).toBe('一\t二\n三');
  });

  it('keeps scripts, quotes and emoji as text', () => {
    const note = `<script>alert(1)</script> "'\\ 👩‍🌾\n=1+1`;
    expect(schema.parse({value: 'unknown', note}).note).toBe(note);
  });

  it('reports every problem of every record with its place', () => {
    const evidence = [{kind: 'rumour', title: ' '}, record, {kind: 'photo', title: '照片', date: '2026-02-30', link: 'javascript:alert(1)'}];
    expect(problems({value: 'maybe', evidence})).toEqual([
      'value: choose-value', 'evidence.0.kind: choose-kind', 'evidence.0.title: title-missing', 'evidence.2.date: bad-date', 'evidence.2.link: bad-link',
    ]);
  });

  it.each(['http://example.org', 'https://例子.中国/文件?x=1#y', 'HTTPS://EXAMPLE.ORG/'])('takes the link %s', (link) => {
    expect(problems({value: 'in-place', evidence: [{...record, link}]})).toEqual([]);
  });

  it.each(['example.org', '//example.org', 'ftp://example.org', 'data:text/html,x', 'file:///etc/passwd', 'https://user:pass@example.org', 'https://'])(
    'refuses the link %s',
    (link) => {
      expect(problems({value: 'in-place', evidence: [{...record, link}]})).toEqual(['evidence.0.link: bad-link']);
    },
  );

  it('refuses unknown fields', () => {
    expect(schema.safeParse({value: 'unknown', revision: 3}).error?.issues[0]).toMatchObject({code: 'unrecognized_keys', keys: ['revision']});
    expect(schema.safeParse({value: 'in-place', evidence: [{...record, file: 'x'}]}).success).toBe(false);
  });
});

describe('isEvidenceDate', () => {
  it.each(['2026', '1900', '2026-03', '2026-03-05', '2024-02-29', '2000-02-29'])('takes %s', (date) => {
    expect(isEvidenceDate(date)).toBe(true);
  });

  it.each(['', '26', '1899', '0000', '2026-3', '2026-13', '2026-00', '2026-02-30', '2025-02-29', '1900-02-29', '2026-01-00', '2026/03/05', '2026-03-05T00:00', '２０２６'])(
    'refuses %j',
    (date) => {
      expect(isEvidenceDate(date)).toBe(false);
    },
  );
});

describe('buildEngineAnswersSchema', () => {
  const answers = buildEngineAnswersSchema(instrument);
  const found = (given: unknown) => (answers.safeParse(given).error?.issues ?? []).map(({path, message}) => [path.join('.'), message]);

  it('takes values with and without “evidenced”', () => {
    const given = {A11: {value: 'in-place', evidenced: true}, C11: {value: 'unknown'}};
    expect(answers.parse(given)).toEqual(given);
    expect(answers.parse({})).toEqual({});
  });

  it.each([null, [], 'A11', 7])('refuses %j, which is no object', (given) => {
    expect(found(given)).toEqual([['', 'answers-not-object']]);
  });

  it('reports all problems, each at its code', () => {
    const given = JSON.parse('{"Z99": {"value": "in-place"}, "__proto__": {"value": "unknown"}, "A11": {"value": "yes"}, "A12": {"value": "unknown", "note": "x"}, "A13": null}') as object;
    const paths = found(given).map(([path]) => path);
    expect(paths).toEqual(['Z99', '__proto__', 'A11.value', 'A12', 'A13']);
    expect(found(given).slice(0, 2).map(([, message]) => message)).toEqual(['unknown-measure', 'unknown-measure']);
  });

  it('checks values alone where the instrument is not known', () => {
    const loose = buildEngineAnswersSchema(undefined);
    expect(loose.safeParse({Z99: {value: 'in-place'}}).success).toBe(true);
    expect(loose.safeParse({Z99: {value: 'yes'}}).success).toBe(false);
  });
});
