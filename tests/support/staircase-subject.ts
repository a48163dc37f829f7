import {ANSWER_VALUES, type AnswerValue} from '@/lib/answers/answer-value';
import {buildModel} from '@/lib/diagnosis/build-model';
import {diagnose} from '@/lib/diagnosis/diagnose';
import type {InstrumentFile, Locale, SourcedText} from '@/lib/instrument/schema';
import {translatorFor} from '@/lib/messages/translator';
import type {StaircaseSubject} from '@/lib/report/staircase/words';

export type Values = Readonly<Record<string, AnswerValue>>;

/** Diagnoses an answer set and gives what a staircase is drawn from. */
export function buildSubject(
  instrument: InstrumentFile,
  values: Values,
  locale: Locale,
  more: Partial<Pick<StaircaseSubject, 'name' | 'hrefOf'>> = {},
): StaircaseSubject {
  const answers = Object.fromEntries(Object.entries(values).map(([code, value]) => [code, {value}]));
  return {
    instrument,
    values,
    diagnosis: diagnose(buildModel(instrument, []), answers),
    t: translatorFor(locale),
    locale,
    name: locale === 'en' ? 'Guangshan County' : '光山县',
    ...more,
  };
}

/** A small instrument with the given measures by category and stage: `[[3, 1], [2]]` has two stages. */
export function buildToyInstrument(shape: readonly (readonly number[])[]): InstrumentFile {
  const stages = shape.map((categories, stageIndex) => {
    const letter = 'ABCDEFGH'.charAt(stageIndex);
    return {
      number: stageIndex + 1,
      code: letter,
      name: write('强固电商链条', 'Strengthen the chain'),
      upgrade: write('流程升级', 'Process upgrading'),
      clusterStage: write('研发与品牌创新阶段', 'R&D and brand innovation stage'),
      cluster: write('集群', 'Cluster'),
      government: write('政府', 'Government'),
      market: write('市场', 'Market'),
      categories: categories.map((measures, categoryIndex) => ({
        code: `${letter}${categoryIndex + 1}`,
        name: write('一级类别', 'Category'),
        label: write('形象与营销', 'Service centre'),
        measures: Array.from({length: measures}, (_, index) => buildMeasure(`${letter}${categoryIndex + 1}${index + 1}`)),
      })),
    };
  });
  return {
    id: 'toy',
    version: '1.0.0',
    status: 'draft',
    title: write('玩具', 'Toy'),
    description: write('玩具', 'Toy'),
    threshold: {value: [1, 2], reason: write('一半', 'Half')},
    evidenceKinds: [{id: 'document', name: write('文件', 'Document')}],
    benchmarks: [],
    stages,
  };
}

/** Codes of all measures, in table order. */
export function listCodes({stages}: InstrumentFile): string[] {
  return stages.flatMap(({categories}) => categories.flatMap(({measures}) => measures.map(({code}) => code)));
}

/** Answers drawn by a simple generator; the same seed gives the same answers. */
export function drawValues(instrument: InstrumentFile, seed: number): Values {
  let state = seed * 2_654_435_761 + 1;
  const draw = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * ANSWER_VALUES.length);
  };
  return Object.fromEntries(listCodes(instrument).map((code) => [code, ANSWER_VALUES[draw()] ?? 'unknown']));
}

function buildMeasure(code: string): InstrumentFile['stages'][number]['categories'][number]['measures'][number] {
  return {
    code,
    name: write('组织网络品牌申报省市和行业名牌', 'Organise online brands to apply for brand titles'),
    question: write('是否？', 'Is it?'),
    why: write('因为', 'Because'),
    inPlaceWhen: write('当', 'When'),
    better: write('更好', 'Better'),
    evidence: {kinds: ['document'], from: 'editorial', source: 'toy#1'},
    benchmarks: {ids: [], from: 'editorial', source: 'toy#1'},
  };
}

function write(chinese: string, english: string): SourcedText {
  return {'zh-CN': chinese, en: english, from: 'editorial', source: 'toy#1'};
}
