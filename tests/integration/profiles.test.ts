import {randomUUID} from 'node:crypto';
import {describe, expect, it} from 'vitest';
import {
  PROFILES_PER_PAGE,
  type ProfileListing,
  createProfile,
  getProfileOrThrow,
  listProfiles,
  listProfilesByIds,
  listRecentDrafts,
  saveProfile,
  setProfileArchived,
} from '@/lib/db/profiles';
import {createAssessment} from '@/lib/db/assessments';
import {getClient} from '@/lib/db/client';
import {getLatestFinal} from '@/lib/db/latest-final';
import {profileSchema} from '@/lib/profile/profile-schema';
import {
  ORGANISATION,
  OTHER_ORGANISATION,
  answerInput,
  enoughOf,
  giveAnswers,
  makeDraft,
  makeFinal,
  makeProfile,
  profileInput,
  registered,
  sameAnswers,
  useTestDatabase,
} from '../support/test-database';

useTestDatabase();

const NOT_FOUND = {name: 'AppError', code: 'not-found'};

/** An organisation of its own, so that lists hold nothing of other tests. */
async function makeOrganisation(): Promise<string> {
  const {id} = await getClient().organisation.create({data: {id: crypto.randomUUID(), name: 'Own'}});
  return id;
}

async function listCounties(organisationId: string, listing: Partial<ProfileListing> = {}) {
  const {profiles, total} = await listProfiles(organisationId, {search: '', sort: 'updated', archived: false, page: 1, ...listing});
  return {counties: profiles.map(({county}) => county), total};
}

describe('createProfile and getProfileOrThrow', () => {
  it('keep every field as it was given', async () => {
    const input = profileSchema.parse({
      divisionCode: '411522', county: '光山县', prefecture: '信阳市', province: '河南省', industry: '羽绒',
      figuresYear: '2025', population: '86.4', gdp: '312.55', clusterOutput: '20', onlineSales: '0.000001', enterprises: '1200',
    });
    const id = await createProfile(ORGANISATION, input);
    expect(await getProfileOrThrow(ORGANISATION, id)).toMatchObject({
      ...input, id, organisationId: ORGANISATION, latestStage: null, archivedAt: null, assessments: [],
    });
  });

  it('make a profile under a chosen id once, however often and by however many it is asked for', async () => {
    const chosen = randomUUID();
    const before = (await listCounties(ORGANISATION)).total;
    const input = profileInput({industry: '只建一次'});
    expect(new Set(await Promise.all(Array.from({length: 5}, () => createProfile(ORGANISATION, input, chosen))))).toEqual(new Set([chosen]));
    expect(await createProfile(ORGANISATION, input, chosen)).toBe(chosen);
    expect((await listCounties(ORGANISATION)).total).toBe(before + 1);
  });

  it('keep scripts, quotes and emoji as text', async () => {
    const industry = `<script>alert("1")</script>'; DROP TABLE "Answer"; -- 🧶`;
    const id = await makeProfile({industry});
    expect((await getProfileOrThrow(ORGANISATION, id)).industry).toBe(industry);
  });

  it('do not find an unknown id or another organisation’s profile', async () => {
    await expect(getProfileOrThrow(ORGANISATION, 'no-such-id')).rejects.toMatchObject(NOT_FOUND);
    const id = await makeProfile({}, OTHER_ORGANISATION);
    await expect(getProfileOrThrow(ORGANISATION, id)).rejects.toMatchObject(NOT_FOUND);
    expect((await getProfileOrThrow(OTHER_ORGANISATION, id)).id).toBe(id);
  });

  it('give assessments by period, the newest first, then by revision', async () => {
    const profileId = await makeProfile();
    for (const period of ['2025', '2026-Q1', '2026', '2025-H1', '2026-Q3']) await makeDraft({profileId, period});
    const {assessments} = await getProfileOrThrow(ORGANISATION, profileId);
    expect(assessments.map(({period}) => period)).toEqual(['2026', '2026-Q3', '2026-Q1', '2025', '2025-H1']);
  });
});

describe('saveProfile', () => {
  it('replaces the details and nothing else', async () => {
    const {profileId} = await makeFinal(sameAnswers(enoughOf(2), 'in-place'));
    const changed = profileInput({county: '金寨县', divisionCode: '341524', industry: '茶', figuresYear: 2024, gdp: 150});
    await saveProfile(ORGANISATION, profileId, changed);
    const profile = await getProfileOrThrow(ORGANISATION, profileId);
    expect(profile).toMatchObject({...changed, latestStage: 2, archivedAt: null});
    expect(profile.assessments).toHaveLength(1);
  });

  it('does not find another organisation’s profile and leaves it alone', async () => {
    const id = await makeProfile({}, OTHER_ORGANISATION);
    await expect(saveProfile(ORGANISATION, id, profileInput({county: '别县'}))).rejects.toMatchObject(NOT_FOUND);
    expect((await getProfileOrThrow(OTHER_ORGANISATION, id)).county).toBe('光山县');
  });
});

describe('setProfileArchived', () => {
  it('moves a profile into the archive and back, with its assessments', async () => {
    const own = await makeOrganisation();
    const id = await makeProfile({}, own);
    const when = new Date('2026-03-04T05:06:07.000Z');
    await setProfileArchived(own, id, when);
    expect((await getProfileOrThrow(own, id)).archivedAt).toEqual(when);
    expect(await listCounties(own)).toEqual({counties: [], total: 0});
    expect(await listCounties(own, {archived: true})).toEqual({counties: ['光山县'], total: 1});
    await setProfileArchived(own, id, null);
    expect(await listCounties(own)).toEqual({counties: ['光山县'], total: 1});
  });

  it('does not find another organisation’s profile', async () => {
    const id = await makeProfile({}, OTHER_ORGANISATION);
    await expect(setProfileArchived(ORGANISATION, id, new Date())).rejects.toMatchObject(NOT_FOUND);
    expect((await getProfileOrThrow(OTHER_ORGANISATION, id)).archivedAt).toBeNull();
  });
});

describe('listProfiles', () => {
  it('finds profiles in which every word of the search occurs, in whichever field', async () => {
    const own = await makeOrganisation();
    await makeProfile({}, own);
    await makeProfile({county: '金寨县', prefecture: '六安市', province: '安徽省', industry: '茶', divisionCode: '341524'}, own);
    await makeProfile({county: '清河县', prefecture: '邢台市', province: '河北省', industry: 'Cashmere 100%_羊绒', divisionCode: null}, own);
    const find = async (search: string) => (await listCounties(own, {search})).counties.toSorted();
    expect(await find('光山')).toEqual(['光山县']);
    expect(await find('  河南　羽绒 ')).toEqual(['光山县']);
    expect(await find('河南 茶')).toEqual([]);
    expect(await find('341')).toEqual(['金寨县']);
    expect(await find('cashmere')).toEqual(['清河县']);
    expect(await find('县')).toEqual(['光山县', '清河县', '金寨县'].toSorted());
    expect(await find('')).toHaveLength(3);
  });

  it.each(['%', '_', '%_', '100%', '100%_', 'x_z', '\\', '\\%', 'X%', '[', '"', `' OR 1=1 --`])('takes %s in a search for the signs themselves', async (search) => {
    const own = await makeOrganisation();
    await makeProfile({industry: '羽绒 100x xyz'}, own);
    const industry = `羊绒x${search.split(' ')[0] ?? ''}y ${search}`;
    await makeProfile({county: '清河县', industry}, own);
    await makeProfile({county: '清河县', industry}, OTHER_ORGANISATION);
    expect(await listCounties(own, {search})).toEqual({counties: ['清河县'], total: 1});
    expect(await listCounties(own, {search: `清河 羊绒 ${search}`})).toEqual({counties: ['清河县'], total: 1});
    expect(await listCounties(own, {search: `羽绒 ${search}`})).toEqual({counties: [], total: 0});
    expect(await listCounties(own, {search: `${search}没有这个词`})).toEqual({counties: [], total: 0});
    expect(await listCounties(own, {search, archived: true})).toEqual({counties: [], total: 0});
  });

  it('counts and pages what holds a % as it does any other search', async () => {
    const own = await makeOrganisation();
    const count = PROFILES_PER_PAGE * 2 + 3;
    await getClient().countyProfile.createMany({
      data: Array.from({length: count * 2}, (_, at) => ({
        ...profileInput({county: `县${at}`, industry: at % 2 ? '羽绒 100%' : '羽绒 100', divisionCode: String(500_000 - at)}),
        organisationId: own,
      })),
    });
    const pages = await Promise.all([1, 2, 3, 4].map((page) => listCounties(own, {search: '100%', sort: 'county', page})));
    expect(pages.map(({counties}) => counties.length)).toEqual([PROFILES_PER_PAGE, PROFILES_PER_PAGE, 3, 0]);
    expect(pages.map(({total}) => total)).toEqual([count, count, count, count]);
    expect(pages.flatMap(({counties}) => counties)).toEqual(Array.from({length: count}, (_, at) => `县${(count - at) * 2 - 1}`));
  });

  it('sorts by last change, by division code with hand-entered ones last, and by stage with none last', async () => {
    const own = await makeOrganisation();
    const add = (county: string, divisionCode: string | null, latestStage: number | null, updatedAt: string) =>
      getClient().countyProfile.create({
        data: {...profileInput({county, divisionCode}), organisationId: own, latestStage, updatedAt: new Date(updatedAt)},
      });
    await add('甲', '500000', 1, '2026-01-02');
    await add('乙', null, 3, '2026-01-04');
    await add('丙', '110000', null, '2026-01-03');
    await add('丁', null, 2, '2026-01-01');
    expect((await listCounties(own, {sort: 'updated'})).counties.join('')).toBe('乙丙甲丁');
    expect((await listCounties(own, {sort: 'county'})).counties.join('')).toBe('丙甲丁乙');
    expect((await listCounties(own, {sort: 'stage'})).counties.join('')).toBe('乙丁甲丙');
  });

  it('gives each profile on exactly one page, and none beyond the last', async () => {
    const own = await makeOrganisation();
    const count = PROFILES_PER_PAGE * 2 + 3;
    await getClient().countyProfile.createMany({
      data: Array.from({length: count}, (_, at) => ({...profileInput({county: `县${at}`}), organisationId: own, updatedAt: new Date('2026-01-01')})),
    });
    const pages = await Promise.all([1, 2, 3, 4].map((page) => listCounties(own, {page})));
    expect(pages.map(({counties}) => counties.length)).toEqual([PROFILES_PER_PAGE, PROFILES_PER_PAGE, 3, 0]);
    expect(pages.map(({total}) => total)).toEqual([count, count, count, count]);
    expect(new Set(pages.flatMap(({counties}) => counties)).size).toBe(count);
  });

  it('shows nothing of another organisation', async () => {
    const own = await makeOrganisation();
    await makeProfile({}, OTHER_ORGANISATION);
    expect(await listCounties(own)).toEqual({counties: [], total: 0});
  });
});

describe('listProfilesByIds', () => {
  it('leaves out unknown ids and those of another organisation', async () => {
    const [first, second] = [await makeProfile(), await makeProfile()];
    const foreign = await makeProfile({}, OTHER_ORGANISATION);
    const found = await listProfilesByIds(ORGANISATION, [second, 'no-such-id', foreign, first, second]);
    expect(found.map(({id}) => id).toSorted()).toEqual([first, second].toSorted());
    expect(await listProfilesByIds(ORGANISATION, [])).toEqual([]);
  });
});

describe('listRecentDrafts', () => {
  it('gives the drafts that were worked on last, without final ones and archived counties', async () => {
    const own = await makeOrganisation();
    const draft = async (county: string) => {
      const profileId = await makeProfile({county}, own);
      return {profileId, id: await createAssessment(own, {profileId, period: '2026', filledBy: '某', carryOver: false}, registered())};
    };
    const [first, second, third] = [await draft('甲'), await draft('乙'), await draft('丙')];
    await getClient().assessment.update({where: {id: first.id}, data: {updatedAt: new Date('2099-01-01')}});
    await getClient().assessment.update({where: {id: third.id}, data: {status: 'final'}});
    const names = async (limit: number) => (await listRecentDrafts(own, limit)).map(({profile}) => profile.county);
    expect(await names(5)).toEqual(['甲', '乙']);
    expect(await names(1)).toEqual(['甲']);
    await setProfileArchived(own, second.profileId, new Date());
    expect(await names(5)).toEqual(['甲']);
    expect(await listRecentDrafts(OTHER_ORGANISATION, 5)).toEqual([]);
  });

  it('tells which measures are answered', async () => {
    const {id} = await makeDraft();
    await giveAnswers(id, {A11: answerInput('in-place'), C11: answerInput('unknown')});
    const found = (await listRecentDrafts(ORGANISATION, 100)).find((draft) => draft.id === id);
    expect(found?.answers.toSorted((a, b) => (a.measure < b.measure ? -1 : 1))).toEqual([
      {measure: 'A11', confirmed: true},
      {measure: 'C11', confirmed: true},
    ]);
  });
});

describe('getLatestFinal', () => {
  it('is the final assessment of the newest period, drafts passed over', async () => {
    const {profileId} = await makeFinal(sameAnswers(enoughOf(3), 'in-place'), {period: '2025'});
    const newest = await makeFinal(sameAnswers(enoughOf(2), 'in-place'), {profileId, period: '2026-H1'});
    await makeDraft({profileId, period: '2026'});
    const latest = getLatestFinal(await getProfileOrThrow(ORGANISATION, profileId));
    expect(latest).toMatchObject({assessment: {id: newest.id}, diagnosis: {stage: 2}, values: {B11: 'in-place', C11: 'unknown'}});
  });

  it('is null where nothing is final', async () => {
    const {profileId} = await makeDraft();
    expect(getLatestFinal(await getProfileOrThrow(ORGANISATION, profileId))).toBeNull();
  });
});
