import type {AnswerInput} from '@/lib/answers/answer-schema';
import {readArchive} from '@/lib/archive/check-archive';
import type {ProfileArchive} from '@/lib/archive/archive-schema';
import {exportProfile, importProfile} from '@/lib/db/archive';
import {createAssessment, finaliseAssessment, reopenAssessment} from '@/lib/db/assessments';
import {savePlannedMeasure} from '@/lib/db/plan';
import {saveTraitAnswers} from '@/lib/db/trait-answers';
import {readBenchmarks} from '@/lib/diagnosis/read-benchmarks';
import {findDivision} from '@/lib/divisions/division-list';
import {getTraitsOrThrow} from '@/lib/instrument/trait-registry';
import {ORGANISATION, answerInput, evidenceInput, giveAnswers, makeDraft, makeProfile, registered} from './test-database';

export const MAKING = {exportedAt: new Date('2026-11-22T01:02:03.004Z'), product: 'county-stage-diagnosis', version: '1.0.0'};

/** Texts that break what is not careful with them. */
export const HOSTILE = '<script>alert(1)</script> =1+1 "\'\\ \u2028 {{x}} __proto__ 👩‍🌾\n第二行\t\u202e反 $(rm) %00 \\u0000';

/** The archive of a profile of the local organisation, as a file holds it. */
export async function exportOf(profileId: string): Promise<ProfileArchive> {
  return JSON.parse(JSON.stringify(await exportProfile(ORGANISATION, profileId, MAKING)));
}

/** Imports what a file holds. @throws with its problems when it is not sound */
export async function importOf(archive: unknown): Promise<string> {
  const checked = readArchive(JSON.stringify(archive), findDivision);
  if ('problems' in checked) throw new Error(JSON.stringify(checked.problems));
  return importProfile(ORGANISATION, checked.sound);
}

/** An archive without what may differ between two installations: ids and times. */
export function withoutIdsAndTimes(archive: ProfileArchive): unknown {
  const names = new Map(archive.assessments.map(({id}, index) => [id, `assessment ${index}`]));
  return JSON.parse(JSON.stringify(archive), (key, value: unknown) => {
    if (['createdAt', 'updatedAt', 'exportedAt', 'at'].includes(key)) return null;
    if (key === 'id' || key === 'basedOn') return names.get(String(value)) ?? (/^[0-9a-f-]{36}$/.test(String(value)) ? 'profile' : value);
    return value;
  });
}

const COUNTIES = [
  {id: 'guangshan', divisionCode: '411522', county: '光山县', prefecture: '信阳市', province: '河南省', industry: '羽绒'},
  {id: 'jinzhai', divisionCode: '341524', county: '金寨县', prefecture: '六安市', province: '安徽省', industry: '茶叶'},
  {id: 'qinghe', divisionCode: '130534', county: '清河县', prefecture: '邢台市', province: '河北省', industry: '羊绒'},
] as const;

/** A final assessment of each benchmark county with the ticks of Table 1. */
export async function makeBenchmarks(): Promise<string[]> {
  const profiles: string[] = [];
  for (const {id, ...county} of COUNTIES) {
    const values = readBenchmarks(registered()).find(({benchmark}) => benchmark.id === id)?.values ?? {};
    const profileId = await makeProfile(county);
    const draft = await makeDraft({profileId, period: '2016'});
    await giveAnswers(draft.id, Object.fromEntries(Object.entries(values).map(([code, value]) => [code, answerInput(value)])));
    await finaliseAssessment(ORGANISATION, draft.id, registered(), new Date('2017-01-02T03:04:05.678Z'));
    profiles.push(profileId);
  }
  return profiles;
}

/**
 * A profile with all that a profile can have: two final years, a reopened revision, a draft with answers carried over
 * of which one is confirmed, evidence, hostile texts, cluster traits, a plan with both decisions, figures.
 */
export async function makeFullProfile(): Promise<string> {
  const profileId = await makeProfile({industry: '羽绒 <b>&"', figuresYear: 2024, population: 86.4, gdp: 280.123456, enterprises: 0});
  const traits = getTraitsOrThrow();
  const records = [evidenceInput(HOSTILE.slice(0, 60).trim(), {documentNumber: '光政〔2016〕12号', issuer: '县政府', date: '2016-03', link: 'https://example.org/?a=1&b="'}), evidenceInput('第二份')];
  const answers: Record<string, AnswerInput> = {
    A11: answerInput('in-place', {note: HOSTILE.trim(), evidence: records}),
    A12: answerInput('not-applicable', {reason: '本县没有可用的邮政网点'}),
    B11: answerInput('under-way', {note: '长'.repeat(2000)}),
    C11: answerInput('unknown'),
  };
  const first = await makeDraft({profileId, period: '2024', filledBy: '王 <x>'});
  await giveAnswers(first.id, answers);
  await saveTraitAnswers(ORGANISATION, first.id, [{trait: 'brand', value: 2, revision: 0}, {trait: 'research', value: null, revision: 0}], traits);
  await finaliseAssessment(ORGANISATION, first.id, registered(), new Date('2025-01-10T08:00:00.123Z'));
  const again = await reopenAssessment(ORGANISATION, first.id, registered());
  await giveAnswers(again, {A13: answerInput('in-place')});
  await finaliseAssessment(ORGANISATION, again, registered(), new Date('2025-02-10T08:00:00.000Z'));
  const draft = await createAssessment(ORGANISATION, {profileId, period: '2025-H2', filledBy: '电商股', carryOver: true}, registered());
  await giveAnswers(draft, {A14: answerInput('in-place')});
  const plan = {profileId, instrumentId: registered().instrument.id};
  await savePlannedMeasure(ORGANISATION, plan, 'B12', {input: {decision: 'chosen', bureau: '商务局', duePeriod: '2027-Q1', reason: ''}, period: '2024', seenRevision: 0});
  await savePlannedMeasure(ORGANISATION, plan, 'A11', {input: {decision: 'setAside', bureau: '', duePeriod: '', reason: HOSTILE.slice(0, 300).trim()}, period: '2024', seenRevision: 0});
  return profileId;
}
