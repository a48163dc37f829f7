/**
 * A process of its own that uses the database of DATABASE_URL:
 * `prepare` brings it up to date, `fill` puts something of everything into it, `storm` then writes until it is ended:
 * transaction n makes profile n and calls the organisation n; n is printed when it is committed.
 */
import {saveAnswer} from '@/lib/db/answers';
import {createAssessment, finaliseAssessment} from '@/lib/db/assessments';
import {LOCAL_ORGANISATION} from '@/lib/db/local-organisation';
import {createProfile} from '@/lib/db/profiles';
import {write} from '@/lib/db/write';
import {getEnv} from '@/lib/env';
import {DEFAULT_INSTRUMENT, getInstrumentOrThrow} from '@/lib/instrument/registry';
import {profileSchema} from '@/lib/profile/profile-schema';
import {runCommand} from '@/lib/setup/command';
import {holdDatabase, prepareDatabase} from '@/prisma/prepare-database';

const GUANGSHAN = {county: '光山县', prefecture: '信阳市', province: '河南省', industry: '羽绒', figuresYear: '2025', population: '58.25', gdp: '0.1'};
const NOTE = '多行\n\t“引号” \'单\' \\x \u{1f44d} é';

async function fill(): Promise<void> {
  const registered = getInstrumentOrThrow(DEFAULT_INSTRUMENT);
  const {id: organisation} = LOCAL_ORGANISATION;
  const profileId = await createProfile(organisation, profileSchema.parse(GUANGSHAN));
  const first = await createAssessment(organisation, {profileId, period: '2026', filledBy: '李 "某"', carryOver: false}, registered);
  const evidence = [{kind: 'document' as const, title: '文件', documentNumber: '光政〔2026〕1号', issuer: '', date: '2026-03', link: ''}];
  await saveAnswer(organisation, first, 'A11', {value: 'in-place', note: NOTE, reason: '', evidence}, 0);
  await finaliseAssessment(organisation, first, registered, new Date('2026-05-01T00:00:00.123Z'));
  await createAssessment(organisation, {profileId, period: '2027', filledBy: '王某', carryOver: true}, registered);
}

async function storm(): Promise<void> {
  for (let number = 1; ; number += 1) {
    await write(async (tx) => {
      await tx.organisation.update({where: {id: LOCAL_ORGANISATION.id}, data: {name: String(number)}});
      await tx.countyProfile.create({data: {organisationId: LOCAL_ORGANISATION.id, county: String(number), prefecture: '', province: '', industry: 'storm'}});
    });
    console.log(number);
  }
}

await runCommand(async () => {
  const {databaseUrl} = getEnv();
  await prepareDatabase(databaseUrl);
  const [task] = process.argv.slice(2);
  if (task === 'prepare') return;
  await holdDatabase(databaseUrl);
  if (task === 'fill') await fill();
  if (task === 'storm') await storm();
});
// Connections to a server would keep the process alive.
process.exit();
