/**
 * Fills the database of DATABASE_URL and prints as JSON, in its last line, what is to be asked for:
 * node lib/setup/run.mjs tests/bench/fill-database.ts drafts <count> | profiles <count>
 */
import {saveAnswer} from '@/lib/db/answers';
import {createAssessment, finaliseAssessment} from '@/lib/db/assessments';
import {getClient} from '@/lib/db/client';
import {LOCAL_ORGANISATION} from '@/lib/db/local-organisation';
import {createProfile} from '@/lib/db/profiles';
import {getEnv} from '@/lib/env';
import {listMeasures} from '@/lib/instrument/list-measures';
import {DEFAULT_INSTRUMENT, getInstrumentOrThrow} from '@/lib/instrument/registry';
import {paths} from '@/lib/paths';
import {profileSchema} from '@/lib/profile/profile-schema';
import {benchmarkKey, profileKey} from '@/lib/report/compare/selection';
import {prepareDatabase} from '@/prisma/prepare-database';

const ORGANISATION = LOCAL_ORGANISATION.id;
const PERIODS = ['2022', '2023', '2024', '2025', '2026'];
const registered = getInstrumentOrThrow(DEFAULT_INSTRUMENT);
const measures = listMeasures(registered.instrument).map(({measure}) => measure.code);

const makeProfile = (industry: string) =>
  createProfile(ORGANISATION, profileSchema.parse({divisionCode: '411522', county: '光山县', prefecture: '信阳市', province: '河南省', industry}));
const makeDraft = (profileId: string, period: string) => createAssessment(ORGANISATION, {profileId, period, filledBy: 'bench', carryOver: false}, registered);

/** Empty drafts, one for each official, and the measures to be answered in them. */
async function makeDrafts(count: number) {
  const drafts: {result: string; answers: string[]}[] = [];
  for (let index = 0; index < count; index += 1) {
    const id = await makeDraft(await makeProfile(`羽绒 ${index}`), '2026');
    drafts.push({result: paths.result(id), answers: measures.map((measure) => paths.api.answer(id, measure))});
  }
  return drafts;
}

/** Profiles with a full final assessment for each of five years: one made as people make it, the others as copies of it by SQL. */
async function makeProfiles(count: number) {
  const template = await makeProfile('羽绒');
  let newest = '';
  for (const [year, period] of PERIODS.entries()) {
    const id = await makeDraft(template, period);
    for (const [index, measure] of measures.entries()) {
      const value = index % 9 <= year + 2 ? 'in-place' : 'not-in-place';
      const evidence = [{kind: 'document' as const, title: '关于加快电商发展的意见', documentNumber: `光政〔${period}〕12号`, issuer: '县人民政府', date: '', link: ''}];
      await saveAnswer(ORGANISATION, id, measure, {value, note: '由商务局牵头，会同农业农村局办理。', reason: '', evidence: index % 3 === 0 ? evidence : []}, 0);
    }
    await finaliseAssessment(ORGANISATION, id, registered, new Date());
    newest = id;
  }
  await copyProfile(template, count - 1);
  const copied = await getClient().countyProfile.findMany({where: {id: {not: template}}, select: {id: true}, orderBy: {id: 'asc'}, take: 2});
  const keys = [template, ...copied.map(({id}) => id)].map(profileKey);
  return {
    list: paths.profiles(),
    'list, by county': `${paths.profiles()}?sort=county`,
    'list, by stage': `${paths.profiles()}?sort=stage`,
    'list, one found': `${paths.profiles()}?search=${encodeURIComponent('羽绒x5x')}`,
    profile: paths.profile(template),
    compare: paths.compare([...keys, ...registered.benchmarks.map(({id}) => benchmarkKey(id))]),
    result: paths.result(newest),
  };
}

const BATCH = 250;

async function copyProfile(template: string, count: number): Promise<void> {
  const client = getClient();
  const {id: _id, ...fields} = await client.countyProfile.findUniqueOrThrow({where: {id: template}});
  const begin = fields.updatedAt.getTime();
  const copies = Array.from({length: count}, (_, index) => ({...fields, id: `copy-${index}`, industry: `羽绒x${index}x`, updatedAt: new Date(begin - index * 60_000)}));
  for (let at = 0; at < count; at += BATCH) await client.countyProfile.createMany({data: copies.slice(at, at + BATCH)});
  const own = `"assessmentId" IN (SELECT "id" FROM "Assessment" WHERE "profileId" = '${template}')`;
  await copyRows('Assessment', {id: true, profileId: false}, `"profileId" = '${template}'`);
  await copyRows('Answer', {id: true, assessmentId: true}, own);
  await copyRows('AnswerChange', {id: true, assessmentId: true}, own);
  await copyRows('Evidence', {id: true, answerId: true}, `"answerId" IN (SELECT "id" FROM "Answer" WHERE ${own})`);
}

/** Copies rows once for each copied profile; `ids` are the columns of ids: with the copy's added to it, or that alone. */
async function copyRows(table: string, ids: Readonly<Record<string, boolean>>, where: string): Promise<void> {
  const client = getClient();
  const [row = {}] = await client.$queryRawUnsafe<Record<string, unknown>[]>(`SELECT * FROM "${table}" WHERE ${where} LIMIT 1`);
  const columns = Object.keys(row);
  const values = columns.map((name) => (name in ids ? (ids[name] ? `t."${name}" || p."id"` : 'p."id"') : `t."${name}"`));
  const copies = await client.countyProfile.findMany({where: {id: {startsWith: 'copy-'}}, select: {id: true}});
  // A statement that takes long is given up by the server.
  for (let at = 0; at < copies.length; at += BATCH) {
    const list = copies.slice(at, at + BATCH).map(({id}) => `'${id}'`).join(', ');
    await client.$executeRawUnsafe(
      `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')})
       SELECT ${values.join(', ')} FROM (SELECT * FROM "${table}" WHERE ${where}) t CROSS JOIN (SELECT "id" FROM "CountyProfile" WHERE "id" IN (${list})) p`,
    );
  }
}

const [what, count] = process.argv.slice(2);
await prepareDatabase(getEnv().databaseUrl);
const made = what === 'drafts' ? await makeDrafts(Number(count)) : await makeProfiles(Number(count));
await getClient().$disconnect();
console.log(JSON.stringify(made));
