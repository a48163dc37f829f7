import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, inject, vi} from 'vitest';
import type {AnswerInput} from '@/lib/answers/answer-schema';
import type {AnswerValue} from '@/lib/answers/answer-value';
import {saveAnswer} from '@/lib/db/answers';
import {createAssessment, finaliseAssessment} from '@/lib/db/assessments';
import {getClient} from '@/lib/db/client';
import {LOCAL_ORGANISATION} from '@/lib/db/local-organisation';
import {createProfile} from '@/lib/db/profiles';
import {getEnv} from '@/lib/env';
import {DEFAULT_INSTRUMENT, getInstrumentOrThrow} from '@/lib/instrument/registry';
import {type ProfileInput, profileSchema} from '@/lib/profile/profile-schema';
import {prepareDatabase} from '@/prisma/prepare-database';
import {makePostgresDatabase} from './postgres.mjs';

export const ORGANISATION = LOCAL_ORGANISATION.id;
/** A second organisation, made beside the local one, that owns nothing until a test gives it something. */
export const OTHER_ORGANISATION = 'other';

/** A folder of its own for temporary files, and how to remove it. */
export function makeFolder(): {folder: string; remove: () => void} {
  const folder = mkdtempSync(path.join(tmpdir(), 'county-test-'));
  return {folder, remove: () => rmSync(folder, {recursive: true, force: true})};
}

/**
 * Gives the calling test file a migrated database of its own, which lib/db then uses; it is removed with the last
 * test: an SQLite file, or a database on the server where it runs in the project `postgresql`. To be called once,
 * at the top of the file, before anything touches lib/db.
 */
export function useTestDatabase(): void {
  let remove: () => unknown;

  beforeAll(async () => {
    const place = inject('postgresUrl') ? await makePostgresDatabase(inject('postgresUrl')) : placeInFile();
    ({remove} = place);
    vi.stubEnv('DATABASE_URL', place.url);
    if (getEnv().databaseUrl !== place.url) throw new Error('the settings were read before the test database was named');
    const said = vi.spyOn(console, 'log').mockImplementation(() => {});
    await prepareDatabase(place.url);
    said.mockRestore();
    await getClient().organisation.create({data: {id: OTHER_ORGANISATION, name: 'Other office'}});
  });

  afterAll(async () => {
    await getClient().$disconnect();
    vi.unstubAllEnvs();
    await remove();
  });
}

/** A database in a file of a folder of its own, not made yet. */
export function placeInFile(): {url: string; remove: () => void} {
  const {folder, remove} = makeFolder();
  return {url: `file:${path.join(folder, 'county.db')}`, remove};
}

/** The published instrument with its benchmarks. */
export function registered() {
  return getInstrumentOrThrow(DEFAULT_INSTRUMENT);
}

/** A checked profile of Guangshan with some parts replaced. */
export function profileInput(changed: Partial<ProfileInput> = {}): ProfileInput {
  const given = {divisionCode: '411522', county: '光山县', prefecture: '信阳市', province: '河南省', industry: '羽绒'};
  return {...profileSchema.parse(given), ...changed};
}

/** Makes a profile and returns its id. */
export function makeProfile(changed: Partial<ProfileInput> = {}, organisationId: string = ORGANISATION): Promise<string> {
  return createProfile(organisationId, profileInput(changed));
}

type AssessmentParts = {profileId?: string; period?: string; filledBy?: string; carryOver?: boolean};

/** Makes a draft, of a new profile unless one is named, and returns both ids. */
export async function makeDraft(parts: AssessmentParts = {}): Promise<{profileId: string; id: string}> {
  const profileId = parts.profileId ?? (await makeProfile());
  const {period = '2026', filledBy = '电商股', carryOver = false} = parts;
  return {profileId, id: await createAssessment(ORGANISATION, {profileId, period, filledBy, carryOver}, registered())};
}

/** A checked answer without note or evidence, with some parts replaced. */
export function answerInput(value: AnswerValue, parts: Partial<AnswerInput> = {}): AnswerInput {
  return {value, note: '', reason: value === 'not-applicable' ? '本县没有' : '', evidence: [], ...parts};
}

/** A checked evidence record that has nothing but its title. */
export function evidenceInput(title: string, parts: Partial<AnswerInput['evidence'][number]> = {}): AnswerInput['evidence'][number] {
  return {kind: 'document', title, documentNumber: '', issuer: '', date: '', link: '', ...parts};
}

/** Saves answers as the first ones of their measures. */
export async function giveAnswers(id: string, answers: Readonly<Record<string, AnswerInput>>): Promise<void> {
  for (const [measure, input] of Object.entries(answers)) {
    const outcome = await saveAnswer(ORGANISATION, id, measure, input, 0);
    if (!outcome.saved) throw new Error(`${measure} has an answer already`);
  }
}

/** Codes of the measures of one stage. */
export function stageCodes(stage: number): string[] {
  const found = registered().instrument.stages.find(({number}) => number === stage);
  return (found?.categories ?? []).flatMap(({measures}) => measures.map(({code}) => code));
}

/** The first measures of a stage, as many as are needed for it to be met. */
export function enoughOf(stage: number): string[] {
  const codes = stageCodes(stage);
  const [numerator, denominator] = registered().instrument.threshold.value;
  return codes.slice(0, Math.ceil((codes.length * numerator) / denominator));
}

/** The same value for several measures. */
export function sameAnswers(codes: readonly string[], value: AnswerValue): Record<string, AnswerInput> {
  return Object.fromEntries(codes.map((code) => [code, answerInput(value)]));
}

/** Makes a final assessment with these answers. */
export async function makeFinal(answers: Readonly<Record<string, AnswerInput>>, parts: AssessmentParts = {}, now = new Date('2026-05-01T00:00:00Z')) {
  const made = await makeDraft(parts);
  await giveAnswers(made.id, answers);
  await finaliseAssessment(ORGANISATION, made.id, registered(), now);
  return made;
}
