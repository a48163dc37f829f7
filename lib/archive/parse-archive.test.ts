import {describe, expect, it} from 'vitest';
import {ARCHIVE_LIMIT, parseArchive} from './parse-archive';

const TIME = '2026-05-01T08:00:00.000Z';
const ID = '0193b1a0-0000-7000-8000-000000000001';

/** The smallest archive. */
const bare = {
  format: 'county-stage-diagnosis/profile-archive',
  formatVersion: 1,
  schema: 'profile-archive-1',
  madeBy: {product: 'county-stage-diagnosis', version: '1.0.0'},
  exportedAt: TIME,
  profile: {
    id: ID, divisionCode: null, county: '某县', prefecture: '某市', province: '某省', industry: '茶',
    figuresYear: null, population: null, gdp: null, clusterOutput: null, onlineSales: null, enterprises: null,
    archivedAt: null, createdAt: TIME, updatedAt: TIME,
  },
  plan: [],
  assessments: [],
};

/** The problems of a text or value, as `path: code`. */
function problemsOf(given: unknown): string[] {
  const parsed = parseArchive(typeof given === 'string' || given instanceof Uint8Array ? given : JSON.stringify(given));
  return 'problems' in parsed ? parsed.problems.map((problem) => `${problem.path.join('.')}: ${'code' in problem ? problem.code : problem.issue.code}`) : [];
}

describe('parseArchive', () => {
  it('reads text and bytes, with and without a byte order mark, whatever the layout', () => {
    const text = JSON.stringify(bare, null, '\t');
    for (const given of [text, `\ufeff${text}`, new TextEncoder().encode(text), new TextEncoder().encode(`\ufeff${text}`)]) {
      expect(parseArchive(given)).toEqual({archive: bare});
    }
  });

  it.each([
    ['', ': not-json'], ['{', ': not-json'], [JSON.stringify(bare).slice(0, 300), ': not-json'], ['[1, 2', ': not-json'], ['[]', ': not-archive'], ['null', ': not-archive'],
    ['"x"', ': not-archive'], ['{}', ': not-archive'], [`{"format":"other"}`, ': not-archive'],
  ])('refuses %j', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  it('refuses bytes that are not UTF-8', () => {
    expect(problemsOf(new Uint8Array([0x7b, 0xff, 0xfe]))).toEqual([': not-utf8']);
    expect(problemsOf(new Uint8Array(Buffer.from(JSON.stringify(bare), 'utf16le')))).toEqual([': not-utf8']);
  });

  it('refuses 20 MB and a byte, as text and as bytes, without reading it', () => {
    expect(problemsOf(new Uint8Array(ARCHIVE_LIMIT + 1))).toEqual([': too-large']);
    expect(problemsOf('长'.repeat(ARCHIVE_LIMIT / 3 + 1))).toEqual([': too-large']);
    const text = JSON.stringify(bare);
    expect(problemsOf(text + ' '.repeat(ARCHIVE_LIMIT - Buffer.byteLength(text)))).toEqual([]);
  });

  it('refuses more than an archive can hold, before it fills the memory', () => {
    const text = JSON.stringify(bare);
    expect(problemsOf(text.replace('"plan":[]', `"plan":[${'{},'.repeat(6_000_000)}{}]`))).toEqual([': too-much']);
    expect(problemsOf(text.replace('"plan":[]', `"plan":[${'{},'.repeat(3000)}{}]`))).toEqual(['plan: too-much']);
    expect(problemsOf(text.replace('"assessments":[]', `"assessments":[{"answers":[${'{},'.repeat(600)}{}]}]`))).toEqual(['assessments.0.answers: too-much']);
    expect(problemsOf(text.replace('"assessments":[]', `"assessments":[{"answers":[{"evidence":[${'{},'.repeat(30)}{}]}]}]`))).toEqual(['assessments.0.answers.0.evidence: too-much']);
    const many = problemsOf(text.replace('"assessments":[]', `"assessments":[${'{},'.repeat(999)}{}]`));
    expect(problemsOf(text.replace('"assessments":[]', `"assessments":[${'{},'.repeat(1000)}{}]`))).toEqual(['assessments: too-much']);
    expect(many.length).toBeGreaterThan(1000);
    expect(many.length).toBeLessThan(1100);
  });

  it('does not count signs inside texts', () => {
    expect(problemsOf({...bare, madeBy: {product: '{[,"\\"', version: ','.repeat(40)}})).toEqual([]);
    expect(problemsOf({...bare, extra: ',{['.repeat(600_000)})).toEqual([': unrecognized_keys']);
  });

  it('tells a newer format from a bad one', () => {
    expect(problemsOf({...bare, formatVersion: 3, anything: 'new'})).toEqual(['formatVersion: newer-format']);
    for (const formatVersion of [0, -1, 1.5, '2', null]) expect(problemsOf({...bare, schema: 'profile-archive-2', formatVersion})).toEqual(['formatVersion: invalid_value']);
  });

  it('lists everything that is missing, of a wrong kind or not named', () => {
    const {county: _county, ...profile} = bare.profile;
    expect(problemsOf({...bare, extra: 1, exportedAt: 'yesterday', profile: {...profile, gdp: '1', createdAt: '2026-02-30T00:00:00.000Z', id: 'import'}, plan: {}})).toEqual([
      'exportedAt: invalid_format', 'profile.id: invalid_format', 'profile.county: invalid_type', 'profile.gdp: invalid_type', 'profile.createdAt: invalid_format', 'plan: invalid_type', ': unrecognized_keys',
    ]);
  });

  it('refuses keys that reach beyond their object and nesting without end', () => {
    const text = JSON.stringify(bare);
    expect(problemsOf(text.replace('"plan"', '"__proto__":{"polluted":1},"plan"'))).toEqual(['__proto__: forbidden-key']);
    expect(problemsOf(text.replace('"county":', '"__proto__":null,"county":'))).toEqual(['profile.__proto__: forbidden-key']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(problemsOf(text.replace('"plan":[]', `"plan":${'['.repeat(100_000)}${']'.repeat(100_000)}`)).map((problem) => problem.replace(/.*: /, ''))).toEqual(['too-deep']);
  });
});
