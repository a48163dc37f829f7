import golden from '@/tests/golden/wang-zhang-2017.json';
import {createAssessment} from '@/lib/db/assessments';
import {LOCAL_ORGANISATION} from '@/lib/db/local-organisation';
import {createProfile} from '@/lib/db/profiles';
import {buildModel} from '@/lib/diagnosis/build-model';
import {diagnose} from '@/lib/diagnosis/diagnose';
import type {EngineAnswers} from '@/lib/diagnosis/model';
import {getEnv} from '@/lib/env';
import {DEFAULT_INSTRUMENT, getInstrumentOrThrow} from '@/lib/instrument/registry';
import {paths} from '@/lib/paths';
import {profileSchema} from '@/lib/profile/profile-schema';
import {prepareDatabase} from '@/prisma/prepare-database';

const registered = getInstrumentOrThrow(DEFAULT_INSTRUMENT);
const COUNTIES = 3000;

/** Times the engine on the golden answer sets: one set, and as many counties as China has. */
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
  ];
}

/** Makes a database with one draft and returns the address of its first questionnaire page. */
export async function makeDraft(): Promise<string> {
  await prepareDatabase(getEnv().databaseUrl);
  const profile = profileSchema.parse({divisionCode: '411522', county: '光山县', prefecture: '信阳市', province: '河南省', industry: '羽绒'});
  const profileId = await createProfile(LOCAL_ORGANISATION.id, profile);
  const id = await createAssessment(LOCAL_ORGANISATION.id, {profileId, period: '2026', filledBy: 'bench', carryOver: false}, registered);
  return paths.category(id, registered.instrument.stages[0]?.categories[0]?.code ?? '');
}
