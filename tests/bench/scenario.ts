import golden from '@/tests/golden/wang-zhang-2017.json';
import {saveAnswer} from '@/lib/db/answers';
import {createAssessment} from '@/lib/db/assessments';
import {LOCAL_ORGANISATION} from '@/lib/db/local-organisation';
import {createProfile} from '@/lib/db/profiles';
import {buildModel} from '@/lib/diagnosis/build-model';
import {diagnose} from '@/lib/diagnosis/diagnose';
import type {EngineAnswers, Model} from '@/lib/diagnosis/model';
import {getEnv} from '@/lib/env';
import {listMeasures} from '@/lib/instrument/list-measures';
import {DEFAULT_INSTRUMENT, getInstrumentOrThrow} from '@/lib/instrument/registry';
import {paths} from '@/lib/paths';
import {profileSchema} from '@/lib/profile/profile-schema';
import {prepareDatabase} from '@/prisma/prepare-database';

const registered = getInstrumentOrThrow(DEFAULT_INSTRUMENT);
const COUNTIES = 3000;
/** Answer sets with more unknowns are left out of the check by brute force: each one doubles the work. */
const MOST_UNKNOWN = 12;

/** Times the engine on the golden answer sets: one set, and as many counties as China has; then checks its intervals. */
export function benchEngine(): [name: string, value: string][] {
  const model = buildModel(registered.instrument, registered.benchmarks);
  const sets = golden.map(({answers}) => answers as EngineAnswers);
  const run = (times: number) => {
    const begin = performance.now();
    for (let index = 0; index < times; index += 1) diagnose(model, sets[index % sets.length] ?? {});
    return performance.now() - begin;
  };
  run(5000);
  const each = (run(20_000) / 20_000) * 1000;
  return [
    ['Diagnosis of one answer set, warm', `${each.toFixed(1)} µs`],
    [`Diagnosis of ${COUNTIES} counties`, `${run(COUNTIES).toFixed(0)} ms`],
    checkIntervals(model, sets),
  ];
}

/** Holds the interval of each answer set against the stages of all ways in which its unknowns can turn out. */
function checkIntervals(model: Model, sets: readonly EngineAnswers[]): [name: string, value: string] {
  const codes = model.stages.flatMap(({categories}) => categories.flatMap(({measures}) => measures));
  let [checked, completions, differing] = [0, 0, 0];
  for (const answers of sets) {
    const unknown = codes.filter((code) => (answers[code]?.value ?? 'unknown') === 'unknown');
    if (unknown.length > MOST_UNKNOWN) continue;
    let [low, high] = [Number.POSITIVE_INFINITY, 0];
    for (let bits = 0; bits < 2 ** unknown.length; bits += 1) {
      const known = unknown.map((code, at) => [code, {value: (bits >> at) % 2 === 1 ? 'in-place' : 'not-in-place'}] as const);
      const {stage} = diagnose(model, {...answers, ...Object.fromEntries(known)});
      [low, high] = [Math.min(low, stage), Math.max(high, stage)];
    }
    const {interval} = diagnose(model, answers);
    checked += 1;
    completions += 2 ** unknown.length;
    if (interval.low !== low || interval.high !== high) differing += 1;
  }
  return ['Interval against brute force', `${checked} sets, ${completions} completions, ${differing} differ`];
}

/** Addresses of the pages and files that are asked for. */
export type Addresses = {questionnaire: string; files: {name: string; path: string}[]};

/** Makes a database with a draft in which every measure has an answer, a long note and evidence. */
export async function makeAddresses(): Promise<Addresses> {
  await prepareDatabase(getEnv().databaseUrl);
  const profile = profileSchema.parse({divisionCode: '411522', county: '光山县', prefecture: '信阳市', province: '河南省', industry: '羽绒'});
  const profileId = await createProfile(LOCAL_ORGANISATION.id, profile);
  const id = await createAssessment(LOCAL_ORGANISATION.id, {profileId, period: '2026', filledBy: 'bench', carryOver: false}, registered);
  const note = '由商务局牵头，会同农业农村局、邮政管理局和各乡镇办理，每季度核对一次。'.repeat(4);
  const evidence = [{kind: 'document', title: '关于加快电商发展的意见', documentNumber: '光政〔2026〕12号', issuer: '县人民政府', date: '2026-03-05', link: ''}];
  for (const [index, {measure}] of listMeasures(registered.instrument).entries()) {
    const value = index % 3 === 0 ? 'under-way' : 'in-place';
    await saveAnswer(LOCAL_ORGANISATION.id, id, measure.code, {value, note, reason: '', evidence}, 0);
  }
  return {
    questionnaire: paths.category(id, registered.instrument.stages[0]?.categories[0]?.code ?? ''),
    files: (['zh-CN', 'en'] as const).flatMap((locale) => (['docx', 'xlsx'] as const).map((type) => ({name: `${type}, ${locale}`, path: paths.reportFile(id, type, locale)}))),
  };
}
