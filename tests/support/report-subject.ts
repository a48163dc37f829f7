import type {AnswerValue} from '@/lib/answers/answer-value';
import {applySetAside} from '@/lib/diagnosis/apply-set-aside';
import {buildModel} from '@/lib/diagnosis/build-model';
import {getClusterStage} from '@/lib/diagnosis/cluster-stage';
import {diagnose} from '@/lib/diagnosis/diagnose';
import type {EngineAnswers} from '@/lib/diagnosis/model';
import {readBenchmarks} from '@/lib/diagnosis/read-benchmarks';
import {readStoredAnswers} from '@/lib/diagnosis/read-stored-answers';
import type {RegisteredInstrument} from '@/lib/instrument/parse-content';
import {getContent, getInstrumentOrThrow} from '@/lib/instrument/registry';
import type {Locale} from '@/lib/instrument/schema';
import {getTraitsOrThrow} from '@/lib/instrument/trait-registry';
import {translatorFor} from '@/lib/messages/translator';
import type {AnswerRow} from '@/lib/report/category-page';
import {buildStageReport} from '@/lib/report/document/build-stage-report';
import type {ReportSubject} from '@/lib/report/document/report-subject';
import type {ReportBlock, ReportSection, ReportTable, StageReport} from '@/lib/report/document/stage-report';
import {listSetAside, selectPlan} from '@/lib/report/plan';

/** A stored answer without note and evidence, with some parts replaced. */
export function answerRow(measure: string, value: AnswerValue, parts: Partial<AnswerRow> = {}): AnswerRow {
  const reason = value === 'not-applicable' ? '本县没有这项条件' : '';
  return {measure, value, note: '', reason, evidence: [], revision: 1, confirmed: true, answeredBy: '电商股', updatedAt: new Date('2026-05-01T00:00:00Z'), ...parts};
}

/** The ticks of a benchmark county as stored answers. */
export function benchmarkRows(id: string): AnswerRow[] {
  const reading = readBenchmarks(getInstrumentOrThrow('wang-zhang-2017')).find(({benchmark}) => benchmark.id === id);
  if (!reading) throw new Error(`There is no benchmark county ${id}.`);
  return Object.entries(reading.values).map(([code, value]) => answerRow(code, value));
}

/** Answers of the engine, such as those of a golden case, as stored ones: an evidenced one gets one record. */
export function storedRows(answers: EngineAnswers): AnswerRow[] {
  return Object.entries(answers).flatMap(([code, answer]) => {
    if (!answer) return [];
    const record = {kind: 'document', title: `${code} 实施方案`, documentNumber: '某政办〔2026〕3号', issuer: '某县人民政府办公室', date: '2026-03', link: ''};
    return [answerRow(code, answer.value, {evidence: answer.evidenced ? [record] : []})];
  });
}

/** A half-answered draft: long notes in several lines, hostile text, all kinds of evidence, answers still to be confirmed. */
export function halfAnsweredRows(): AnswerRow[] {
  const rows = benchmarkRows('jinzhai').slice(0, 23);
  const long = Array.from({length: 12}, (_, index) => `${index + 1}. 全县已建成电商公共服务中心和村级服务站点，但部分站点尚未正常运营，数据有待核实。`).join('\n');
  const record = {kind: 'document', title: '关于加快电子商务发展的实施意见', documentNumber: '金政办〔2025〕12号', issuer: '县政府办公室', date: '2025-08-01', link: 'https://example.gov.cn/zw/2025/0801/12345.html?a=1&b=2'};
  const parts: Partial<AnswerRow>[] = [
    {note: long, evidence: [record, {...record, kind: 'ledger', title: '站点台账 📒 <b>&amp;', documentNumber: '', issuer: '', date: '', link: ''}]},
    {note: '=HYPERLINK("http://example.com","点我")', evidence: [{...record, title: '+1+1', documentNumber: '@SUM(A1)', issuer: '-2', link: ''}]},
    {value: 'not-applicable', reason: '本县没有口岸，\n按上级文件不设此项。', note: '𠮷野家；"引号"、\t制表符 ]]> <script>alert(1)</script>'},
    {value: 'under-way', note: `${'长'.repeat(2000)}`},
    {confirmed: false, note: '沿用上次', evidence: [record]},
    {value: 'unknown', note: '待商务局核实 😀'},
  ];
  return rows.map((row, index) => ({...row, ...parts[index]}));
}

type Parts = Partial<Omit<ReportSubject, 'plan' | 'cluster' | 'locale' | 't' | 'values' | 'diagnosis'>> & {
  entries?: ReportSubject['plan']['entries'];
  /** Stage by trait in the order of the traits; left out, that section was left out. */
  traitValues?: readonly (number | null)[];
};

/** What a report on these answers is written from: a final assessment of 光山县 for 2026 unless parts are replaced. */
export function buildReportSubject(answers: readonly AnswerRow[], locale: Locale = 'zh-CN', {entries = [], traitValues, ...parts}: Parts = {}): ReportSubject {
  const registered: RegisteredInstrument = parts.registered ?? getInstrumentOrThrow('wang-zhang-2017');
  const traits = getTraitsOrThrow();
  const model = buildModel(registered.instrument, registered.benchmarks);
  const engineAnswers = readStoredAnswers(answers);
  const values = Object.fromEntries(Object.entries(engineAnswers).map(([code, {value}]) => [code, value]));
  const diagnosis = diagnose(model, engineAnswers);
  const period = parts.period ?? '2026';
  const county =
    locale === 'en'
      ? {name: 'Guangshan County 光山县', shortName: 'Guangshan', region: 'Xinyang, Henan', industry: '羽绒'}
      : {name: '光山县', shortName: '光山', region: '河南省信阳市', industry: '羽绒'};
  return {
    registered,
    hash: registered.hash,
    sources: getContent().sources,
    county,
    period,
    revision: 1,
    filledBy: '商务局电商股',
    finalisedAt: new Date('2026-05-01T00:00:00Z'),
    now: new Date('2026-05-02T00:00:00Z'),
    answers,
    values,
    diagnosis,
    plan: {entries, diagnosis: applySetAside(model, values, diagnosis, listSetAside(selectPlan(entries, period)))},
    traits,
    cluster: traitValues
      ? {
          values: Object.fromEntries(traits.instrument.traits.map(({id}, index) => [id, traitValues[index] ?? null])),
          cluster: getClusterStage(traits.instrument.traits.map((_, index) => traitValues[index] ?? null), traits.instrument.stages.length),
        }
      : null,
    earlier: null,
    issuer: {organisation: '', author: ''},
    locale,
    t: translatorFor(locale),
    ...parts,
  };
}

/** The report on these answers. */
export function buildReport(answers: readonly AnswerRow[], locale: Locale = 'zh-CN', parts: Parts = {}): StageReport {
  return buildStageReport(buildReportSubject(answers, locale, parts));
}

/** A half-answered draft with everything that a report can hold: a plan, traits, an earlier assessment, an issuer. */
export function buildFullReport(locale: Locale = 'zh-CN'): StageReport {
  const answers = halfAnsweredRows();
  const earlier = buildReportSubject(benchmarkRows('guangshan'), locale, {period: '2025'});
  return buildReport(answers, locale, {
    finalisedAt: null,
    entries: [
      {measure: 'A11', decision: 'chosen', reason: '', bureau: '商务局', duePeriod: '2025-H2', since: '2025', revision: 1},
      {measure: 'B11', decision: 'chosen', reason: '', bureau: '市场监管局', duePeriod: '2027', since: '2026', revision: 1},
      {measure: 'C11', decision: 'chosen', reason: '', bureau: '科技局', duePeriod: '2028', since: '2026', revision: 1},
      {measure: 'B21', decision: 'setAside', reason: '审批权在省级部门。\n已请示。', bureau: '', duePeriod: '', since: '2026', revision: 1},
    ],
    traitValues: [2, 2, null, 1, 2, 3, 2, 2],
    earlier: {period: earlier.period, values: earlier.values, diagnosis: earlier.diagnosis},
    issuer: {organisation: '光山县商务局', author: '李某'},
  });
}

/** All sections in reading order, subsections after what they are part of. */
export function listSections(sections: readonly ReportSection[]): ReportSection[] {
  return sections.flatMap((section) => [section, ...listSections(section.sections)]);
}

/** All blocks in reading order. */
export function listBlocks({sections}: StageReport): ReportBlock[] {
  return listSections(sections).flatMap(({blocks}) => blocks);
}

/** A table of the report by its id. */
export function findTable(report: StageReport, id: string): ReportTable {
  const found = listBlocks(report).find((block): block is ReportTable => block.kind === 'table' && block.id === id);
  if (!found) throw new Error(`There is no table ${id}.`);
  return found;
}

/** Every text of a table: caption, headings, group titles, cells, note. */
export function listTableTexts({caption, columns, groups, note}: ReportTable): string[] {
  const cells = groups.flatMap(({title, rows}) => [title ?? [], rows.flatMap((row) => row.cells.flatMap(({lines}) => lines.map(({text}) => text)))].flat());
  return [caption, ...columns.map(({title}) => title), ...cells, ...(note === '' ? [] : [note])];
}

/** Every text of the report that a reader sees, in reading order, pictures' titles and descriptions among them. */
export function listReportTexts(report: StageReport): string[] {
  const {title, subtitle, issuer, draft, runningHead, contentsTitle, sections} = report;
  const ofBlock = (block: ReportBlock): string[] => {
    if (block.kind === 'paragraph') return [block.text];
    if (block.kind === 'list') return [...block.items];
    if (block.kind === 'figure') return [block.caption, block.drawing.title, block.drawing.description];
    return listTableTexts(block);
  };
  return [
    title,
    ...subtitle,
    ...issuer.lines,
    ...(draft === null ? [] : [draft]),
    runningHead,
    contentsTitle,
    ...listSections(sections).flatMap((section) => [section.number, section.title, ...section.blocks.flatMap(ofBlock)]),
  ];
}
