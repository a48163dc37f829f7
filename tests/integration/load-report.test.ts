import {describe, expect, it} from 'vitest';
import {loadReport} from '@/app/assessments/[id]/load-report';
import {loadResult} from '@/app/assessments/[id]/result/load-result';
import {reopenAssessment} from '@/lib/db/assessments';
import {getClient} from '@/lib/db/client';
import {findEarlierFinal} from '@/lib/db/earlier-final';
import {savePlannedMeasure} from '@/lib/db/plan';
import {getReportSettings, saveReportSettings} from '@/lib/db/report-settings';
import {translatorFor} from '@/lib/messages/translator';
import {findFaults} from '../support/report-faults';
import {findTable, listReportTexts} from '../support/report-subject';
import {
  ORGANISATION,
  OTHER_ORGANISATION,
  answerInput,
  enoughOf,
  evidenceInput,
  giveAnswers,
  makeDraft,
  makeFinal,
  makeProfile,
  registered,
  sameAnswers,
  stageCodes,
  useTestDatabase,
} from '../support/test-database';

useTestDatabase();

const earlierThan = async (id: string, organisationId: string = ORGANISATION) => findEarlierFinal(organisationId, await getClient().assessment.findUniqueOrThrow({where: {id}}));

describe('findEarlierFinal', () => {
  it('finds the newest final assessment of an earlier period, and of it the newest revision', async () => {
    const profileId = await makeProfile();
    const {id: oldest} = await makeFinal(sameAnswers(enoughOf(1), 'in-place'), {profileId, period: '2024'});
    const {id: first} = await makeFinal(sameAnswers(enoughOf(2), 'in-place'), {profileId, period: '2025-H1'});
    await makeFinal(sameAnswers(enoughOf(3), 'in-place'), {profileId, period: '2026'});
    const {id} = await makeDraft({profileId, period: '2025-H2'});
    expect(await earlierThan(id)).toMatchObject({period: '2025-H1', diagnosis: {stage: 2}, values: {B11: 'in-place'}});
    expect(await earlierThan(oldest)).toBeNull();
    const again = await reopenAssessment(ORGANISATION, first, registered());
    expect(await earlierThan(id)).toMatchObject({diagnosis: {stage: 2}});
    expect(await earlierThan(again)).toMatchObject({period: '2024'});
  });

  it('looks at neither drafts nor other profiles nor another organisation', async () => {
    const profileId = await makeProfile();
    await makeDraft({profileId, period: '2024'});
    await makeFinal(sameAnswers(enoughOf(1), 'in-place'), {period: '2024'});
    const {id} = await makeDraft({profileId, period: '2026'});
    expect(await earlierThan(id)).toBeNull();
    const {id: later} = await makeFinal(sameAnswers(['A11'], 'in-place'), {profileId, period: '2025'});
    expect(await earlierThan(id)).toMatchObject({period: '2025'});
    expect(await earlierThan(id, OTHER_ORGANISATION)).toBeNull();
    expect(later).not.toBe(id);
  });
});

describe('loadReport', () => {
  it('gathers answers, plan, the assessment before and who issues it', async () => {
    const profileId = await makeProfile();
    const {id: before} = await makeFinal(sameAnswers(enoughOf(1), 'in-place'), {profileId, period: '2025'});
    const key = {profileId, instrumentId: registered().instrument.id};
    const input = {decision: 'chosen' as const, bureau: '商务局', duePeriod: '2026', reason: ''};
    await savePlannedMeasure(ORGANISATION, key, 'B11', {input, period: '2025', seenRevision: 0});
    const {revision} = await getReportSettings(ORGANISATION);
    await saveReportSettings(ORGANISATION, {name: '光山县商务局', author: '李某', logo: undefined}, revision);
    const {id} = await makeDraft({profileId, period: '2026'});
    await giveAnswers(id, {
      ...sameAnswers(stageCodes(1), 'in-place'),
      B11: answerInput('under-way', {note: '已立项', evidence: [evidenceInput('立项批复', {documentNumber: '光发改〔2026〕5号', link: 'https://example.gov.cn/5'})]}),
    });

    const {report, fileName, logo} = await loadReport(id, 'zh-CN');
    expect(findFaults(report)).toEqual([]);
    expect(fileName).toBe('光山-2026年-阶段诊断报告');
    expect(logo).toBeNull();
    expect(report.draft).toContain('45 项中已回答 16 项');
    expect(report.issuer).toMatchObject({organisation: '光山县商务局', author: '李某'});
    const texts = listReportTexts(report);
    expect(texts).toContain('光山县（河南省信阳市）');
    expect(texts).toContain('立项批复（文件，光发改〔2026〕5号） https://example.gov.cn/5');
    expect(texts).toContain('推进中，期限已到');
    expect(texts).toContain('与2025年相比的变化');
    expect((await loadReport(before, 'en')).report.draft).toBeNull();
  });

  it('says what the result page says', async () => {
    const {id} = await makeFinal({...sameAnswers(enoughOf(2), 'in-place'), C11: answerInput('under-way')});
    const [{report}, {result, howSure, otherRules, plan}] = await Promise.all([loadReport(id, 'zh-CN'), loadResult(id, 'zh-CN', translatorFor('zh-CN'))]);
    const texts = listReportTexts(report);
    expect(texts).toContain(`${result.headline}。`);
    const sentences = [...result.reasons, ...result.gaps, result.roadmap.text, howSure.verdict, ...howSure.margins.items, otherRules.summary];
    expect(texts).toEqual(expect.arrayContaining(sentences.filter((text) => text !== '')));
    expect(plan.followUp).toBeNull();
  });

  it('states for a final assessment the hash of the content that it was made under', async () => {
    const {id} = await makeFinal(sameAnswers(enoughOf(2), 'in-place'));
    const {report} = await loadReport(id, 'en');
    const [row] = findTable(report, 'check').groups.flatMap(({rows}) => rows.filter((each) => each.id === 'check.content-hash'));
    expect(row?.cells[1]?.lines[0]?.text).toBe(registered().hash);
  });
});
