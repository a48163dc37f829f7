import {beforeAll, describe, expect, it} from 'vitest';
import {listClaims} from '@/lib/archive/list-claims';
import {parseArchive} from '@/lib/archive/parse-archive';
import type {ProfileArchive} from '@/lib/archive/archive-schema';
import {exportProfile, findSameProfiles} from '@/lib/db/archive';
import {getAssessmentOrThrow} from '@/lib/db/assessments';
import {databaseProvider, getClient} from '@/lib/db/client';
import {getProfileOrThrow, setProfileArchived} from '@/lib/db/profiles';
import {MAKING, exportOf, importOf, makeBenchmarks, makeFullProfile, withoutIdsAndTimes} from '../support/archive-scene';
import {countRows, useSecondDatabase} from '../support/second-database';
import {ORGANISATION, OTHER_ORGANISATION, useTestDatabase} from '../support/test-database';

useTestDatabase();
const {there} = useSecondDatabase();

let profileId: string;
let archive: ProfileArchive;

beforeAll(async () => {
  profileId = await makeFullProfile();
  archive = await exportOf(profileId);
});

/** Makes the database refuse one record of evidence, in the words of each kind. */
const STOPS = {
  sqlite: {
    stop: [`CREATE TRIGGER stop_evidence BEFORE INSERT ON "Evidence" WHEN NEW."title" = '第二份' BEGIN SELECT RAISE(ABORT, 'stopped'); END`],
    resume: ['DROP TRIGGER stop_evidence'],
  },
  postgresql: {
    stop: [`ALTER TABLE "Evidence" ADD CONSTRAINT stop_evidence CHECK ("title" <> '第二份') NOT VALID`],
    resume: ['ALTER TABLE "Evidence" DROP CONSTRAINT stop_evidence'],
  },
} as const;

describe('exportProfile', () => {
  it('holds everything: assessments oldest first, notes, evidence, what is not confirmed, traits, plan', () => {
    expect(archive.assessments.map(({period, revision, final}) => [period, revision, final !== null])).toEqual([['2024', 1, true], ['2024', 2, true], ['2025-H2', 1, false]]);
    const [first, second, draft] = archive.assessments;
    expect(first?.answers[0]?.evidence.map(({title}) => title)).toEqual([expect.stringContaining('<script>'), '第二份']);
    expect(first?.final?.traits?.values).toMatchObject({brand: 2, research: null});
    expect([first?.basedOn, second?.basedOn, draft?.basedOn]).toEqual([null, first?.id, second?.id]);
    expect(draft?.answers.map(({measure, confirmed}) => [measure, confirmed])).toEqual([['A11', false], ['A12', false], ['A13', false], ['A14', true], ['B11', false], ['C11', false]]);
    expect(draft?.changes?.map((change) => [change.origin, change.trait ?? change.measure])).toEqual([...['A11', 'A12', 'A13', 'B11', 'C11', 'brand', 'research'].map((about) => ['carried-over', about]), ['saved', 'A14']]);
    expect(first?.changes?.slice(4, 6)).toMatchObject([{measure: null, trait: 'brand', revision: 1, before: null, after: {stage: 2}}, {trait: 'research', after: {stage: null}}]);
    // Files of databases without changes of traits are as they were.
    expect(first?.changes?.filter((change) => 'trait' in change)).toHaveLength(2);
    expect(second?.changes?.[0]).toMatchObject({origin: 'reopened', measure: null, after: null});
    expect(archive.plan.map(({measure, decision}) => [measure, decision])).toEqual([['A11', 'setAside'], ['B12', 'chosen']]);
    expect(archive.profile).toMatchObject({figuresYear: 2024, gdp: 280.123456, enterprises: 0, clusterOutput: null});
  });

  it('gives the same bytes twice', async () => {
    expect(JSON.stringify(await exportOf(profileId))).toBe(JSON.stringify(archive));
  });

  it('is of the published shape and states each result with its answers', () => {
    const parsed = parseArchive(JSON.stringify(archive));
    if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
    const claims = listClaims(parsed.archive);
    expect(claims.map(({period, revision}) => `${period} ${revision}`)).toEqual(['2024 1', '2024 2', '2025-H2 1']);
    expect(claims[0]?.answers.A11).toEqual({value: 'in-place', evidenced: true});
    expect(Object.keys(claims[2]?.answers ?? {})).toEqual(['A14']);
    expect(claims[0]?.result).toEqual({stage: 1, entering: true, low: 1, high: 3});
  });

  it('finds no other organisation’s profile', async () => {
    await expect(exportProfile(OTHER_ORGANISATION, profileId, MAKING)).rejects.toMatchObject({code: 'not-found'});
  });
});

describe('an archive in a new installation', () => {
  it('is the same file again, ids and times among it, with the same diagnoses', async () => {
    await there(async () => {
      expect(await importOf(archive)).toBe(profileId);
      expect(await exportOf(profileId)).toEqual(archive);
      const {latestStage, assessments} = await getProfileOrThrow(ORGANISATION, profileId);
      expect(latestStage).toBe(1);
      expect(assessments.map(({period, periodEnd, revision}) => [period, periodEnd, revision])).toEqual([['2025-H2', '2025-12', 1], ['2024', '2024-12', 2], ['2024', '2024-12', 1]]);
    });
    for (const {id} of archive.assessments) {
      const here = await getAssessmentOrThrow(ORGANISATION, id);
      expect(await there(() => getAssessmentOrThrow(ORGANISATION, id))).toEqual({...here, profile: expect.anything()});
    }
  });

  it('is the same for the benchmark counties', async () => {
    const stages: (number | null)[] = [];
    for (const id of await makeBenchmarks()) {
      const made = await exportOf(id);
      await there(async () => {
        expect(await importOf(made)).toBe(id);
        expect(await exportOf(id)).toEqual(made);
        stages.push((await getProfileOrThrow(ORGANISATION, id)).latestStage);
      });
    }
    expect(stages).toEqual([1, 2, 3]);
  });

  it('is taken in its first version too, which knew no log', async () => {
    const bare = {...archive, formatVersion: 1, schema: 'profile-archive-1', assessments: archive.assessments.map(({changes: _changes, ...assessment}) => assessment)};
    expect(parseArchive(JSON.stringify(bare))).toEqual({archive: bare});
    expect(parseArchive(JSON.stringify({...archive, formatVersion: 1, schema: 'profile-archive-1'}))).toMatchObject({problems: [{issue: {code: 'unrecognized_keys'}}, {}, {}]});
    await there(async () => {
      const copy = await exportOf(await importOf(bare));
      expect(copy.assessments.map(({changes}) => changes)).toEqual([[], [], []]);
    });
  });

  it('is the same without any assessment, archived, and with a county entered by hand', async () => {
    const bare = {...archive, plan: [], assessments: [], profile: {...archive.profile, id: '00000000-0000-4000-8000-000000000001', divisionCode: null, county: '某县', archivedAt: '2026-01-02T03:04:05.006Z'}};
    await there(async () => {
      const id = await importOf(bare);
      expect(await exportOf(id)).toEqual(bare);
      await setProfileArchived(ORGANISATION, id, null);
    });
  });
});

describe('an archive in an installation that has it', () => {
  it('becomes a second profile with new ids; the first stays as it was', async () => {
    const before = await countRows();
    expect((await findSameProfiles(ORGANISATION, archive.profile)).map(({id}) => id)).toEqual([profileId]);
    const copyId = await importOf(archive);
    const copy = await exportOf(copyId);
    expect(copyId).not.toBe(profileId);
    expect(copy.assessments.map(({id}) => id).filter((id) => archive.assessments.some((each) => each.id === id))).toEqual([]);
    expect(copy.assessments.map(({basedOn}) => basedOn)).toEqual([null, copy.assessments[0]?.id, copy.assessments[1]?.id]);
    expect(withoutIdsAndTimes(copy)).toEqual(withoutIdsAndTimes(archive));
    expect(copy.assessments.map(({updatedAt, final}) => [updatedAt, final?.at])).toEqual(archive.assessments.map(({updatedAt, final}) => [updatedAt, final?.at]));
    expect(await exportOf(profileId)).toEqual(archive);

    await importOf(copy);
    const after = await countRows();
    expect(after.countyProfile).toBe((before.countyProfile ?? 0) + 2);
    expect(after.evidence).toBe((before.evidence ?? 0) + 2 * archive.assessments.reduce((sum, {answers}) => sum + answers.reduce((all, {evidence}) => all + evidence.length, 0), 0));
    expect(await exportOf(profileId)).toEqual(archive);
    expect((await findSameProfiles(ORGANISATION, archive.profile)).length).toBe(3);
    expect(await findSameProfiles(OTHER_ORGANISATION, archive.profile)).toEqual([]);
  });

  it('keeps the ids that are free beside those that are not', async () => {
    const fresh = '00000000-0000-4000-8000-00000000000a';
    const [first, second, draft] = archive.assessments;
    const changed = {...archive, assessments: [first, {...second, id: fresh}, {...draft, basedOn: fresh}]};
    const copy = await exportOf(await importOf(changed));
    expect(copy.assessments[1]?.id).toBe(fresh);
    expect(copy.assessments[2]?.basedOn).toBe(fresh);
    expect(copy.assessments[1]?.basedOn).toBe(copy.assessments[0]?.id);
    expect(copy.assessments[0]?.id).not.toBe(first?.id);
  });

  it('leaves nothing when the writing fails half-way', async () => {
    const before = await countRows();
    const {stop, resume} = STOPS[databaseProvider()];
    for (const statement of stop) await getClient().$executeRawUnsafe(statement);
    await expect(importOf(archive)).rejects.toThrow();
    for (const statement of resume) await getClient().$executeRawUnsafe(statement);
    expect(await countRows()).toEqual(before);
  });
});
