import {describe, expect, it} from 'vitest';
import {getAssessmentOrThrow} from '@/lib/db/assessments';
import {getCategoryAssessmentOrThrow} from '@/lib/db/category-answers';
import {getClient} from '@/lib/db/client';
import {getProfileOrThrow, listProfiles} from '@/lib/db/profiles';
import {ORGANISATION, OTHER_ORGANISATION, answerInput, enoughOf, giveAnswers, makeDraft, makeFinal, makeProfile, sameAnswers, useTestDatabase} from '../support/test-database';

useTestDatabase();

const LISTING = {search: '', sort: 'county', archived: false, page: 1} as const;

/** What the kinds of database could well do differently; one expectation stands for all. */
describe('whichever the database', () => {
  it('orders names by their code points, digits first, capitals before small letters, missing codes last', async () => {
    const names = ['光山县', '安县', '重庆', 'apple', 'Banana', 'Äpfel', '2县', '北川县', '𠮷县', 'ａ县'];
    for (const county of names) await makeProfile({county, divisionCode: null}, OTHER_ORGANISATION);
    await makeProfile({county: '最后', divisionCode: '110101'}, OTHER_ORGANISATION);
    const {profiles} = await listProfiles(OTHER_ORGANISATION, LISTING);
    expect(profiles.map(({county}) => county)).toEqual(['最后', '2县', 'Banana', 'apple', 'Äpfel', '光山县', '北川县', '安县', '重庆', 'ａ县', '𠮷县']);
  });

  it.each([
    ['down', 1], ['DOWN', 1], ['DoWn Ä', 1], ['ä', 1], ['Ä', 1], ['ａｂ', 1], ['ＡＢ', 1], ['ß', 1], ['100%', 1], ['00_', 0], ['\\d', 1], ['do\0wn', 0], ['\0', 0], ['羽 绒', 1], ['绒羽', 0], ["'", 1],
  ])('finds %j %i times', async (search, times) => {
    const industry = `羽绒 Down ÄSS ß ＡＢ 100% a\\d ' ${search.length}`;
    const only = `searched-${[...search].map((sign) => sign.codePointAt(0)).join('-')}`;
    await getClient().organisation.create({data: {id: only, name: only}});
    await makeProfile({industry, county: '甲'}, only);
    await makeProfile({industry: '茶', county: '乙', divisionCode: null}, only);
    expect((await listProfiles(only, {...LISTING, search})).total).toBe(times);
  });

  it('keeps moments to the millisecond, whatever the time zone of server and process', async () => {
    const now = new Date('2026-03-29T01:30:00.007Z');
    const {id} = await makeFinal(sameAnswers(enoughOf(1), 'in-place'), {}, now);
    expect((await getAssessmentOrThrow(ORGANISATION, id)).finalisedAt).toEqual(now);
    const {updatedAt} = (await getAssessmentOrThrow(ORGANISATION, id)).answers[0]!;
    expect(Math.abs(updatedAt.getTime() - Date.now())).toBeLessThan(60_000);
    const [answer] = (await getCategoryAssessmentOrThrow(ORGANISATION, id, enoughOf(1))).answers;
    expect(answer?.updatedAt).toEqual(updatedAt);
  });

  it('gives Json back as it was written, keys in their order', async () => {
    const {id} = await makeDraft();
    const written = {B: 1, a: [{z: null, y: '县\u2028', x: 0.1}], '10': true, AA: 1e21, '': -0.5};
    await getClient().assessment.update({where: {id}, data: {finalAnswers: written}});
    expect(JSON.stringify((await getAssessmentOrThrow(ORGANISATION, id)).finalAnswers)).toBe(JSON.stringify(written));
  });

  it('keeps figures and long texts of all signs', async () => {
    const figures = {figuresYear: 2024, population: 0.1 + 0.2, gdp: 1e-9, clusterOutput: 123456789.123, onlineSales: 9e15, enterprises: 2147483647};
    expect(await getProfileOrThrow(ORGANISATION, await makeProfile(figures))).toMatchObject(figures);
    const {id} = await makeDraft();
    const note = `${'长𠮷🧶é\t\n\'"\\%_$1;--'.repeat(120)}`;
    await giveAnswers(id, {A11: answerInput('in-place', {note})});
    expect((await getAssessmentOrThrow(ORGANISATION, id)).answers[0]?.note).toBe(note);
  });

  it.each(['\0', 'a\0b', '\ud83e', "' OR 1=1 --", '%', '💥'.repeat(500)])('does not find the id %j', async (id) => {
    await expect(getAssessmentOrThrow(ORGANISATION, id)).rejects.toMatchObject({code: 'not-found'});
    await expect(getProfileOrThrow(ORGANISATION, id)).rejects.toMatchObject({code: 'not-found'});
    await expect(getCategoryAssessmentOrThrow(ORGANISATION, id, ['A11', id])).rejects.toMatchObject({code: 'not-found'});
  });
});
