import {describe, expect, it} from 'vitest';
import {getClusterStage} from '@/lib/diagnosis/cluster-stage';
import type {PlacedStage} from '@/lib/diagnosis/match-cells';
import {getInstrumentOrThrow} from '@/lib/instrument/registry';
import type {Locale} from '@/lib/instrument/schema';
import {getTraitsOrThrow} from '@/lib/instrument/trait-registry';
import {translatorFor} from '@/lib/messages/translator';
import {buildClusterMatch} from './cluster-match';

const {instrument, benchmarks} = getInstrumentOrThrow('wang-zhang-2017');
const registered = getTraitsOrThrow();
const {traits, advice} = registered.instrument;

const at = (low: number, high = low): PlacedStage => ({stage: low, interval: {low, high}});

/** The match of a county whose traits have these stages, in their order; those not given are unknown. */
function write(ecommerce: PlacedStage, stages: readonly (number | null)[], locale: Locale = 'zh-CN') {
  const list = traits.map((_trait, index) => stages[index] ?? null);
  const cluster = getClusterStage(list, 3);
  if (!cluster) throw new Error('nothing is known');
  const values = Object.fromEntries(traits.map(({id}, index) => [id, list[index] ?? null]));
  return buildClusterMatch({registered, instrument, benchmarks, ecommerce, cluster, values, county: '某县', locale, t: translatorFor(locale)});
}

/** The cells as text, row by row. */
function draw({matrix}: ReturnType<typeof write>): string[] {
  return matrix.rows.map(({cells}) => cells.map(({mark, benchmarks: here}) => `${mark === 'here' ? '●' : mark === 'possible' ? '○' : '·'}${here.join('')}`).join(' '));
}

describe('buildClusterMatch', () => {
  it('marks one cell when both stages are sure, and places the benchmarks where section 3.4 does', () => {
    const match = write(at(1), [2, 2, 2, 2, 2, 2, 2, 2]);
    expect(draw(match)).toEqual(['·光山 · ·', '● ·金寨 ·', '· · ·清河']);
    expect(match.sentences).toEqual([
      '按 8 项特征，某县的产业集群处于质量提升阶段。',
      '某县的电商处于第一阶段，与产业集群对照：电商落后于集群。',
      '模型中，与质量提升阶段相适应的是电商第二阶段：引导电商协同，产品升级。',
    ]);
    expect(match.advice).toEqual([{text: advice.lagging['zh-CN'], basis: '（第 2 节，由论文推得）'}]);
    expect(match.matrix.rows[1]?.cells[0]).toMatchObject({match: '落后', markLabel: '某县'});
  });

  it('shares a cell with a benchmark county', () => {
    expect(draw(write(at(3), Array<number>(8).fill(3)))[2]).toBe('· · ●清河');
  });

  it('says where unknown traits can’t change the stage', () => {
    expect(write(at(2), [2, 2, 2, 2, 2, 2, null, null]).sentences[0]).toBe('按已知的 6 项特征，某县的产业集群处于质量提升阶段；其余 2 项不论怎样都不会改变。');
  });

  it('marks each cell that is open, and advises for each kind of them', () => {
    const match = write(at(2), [1, 1, 2, 2, 3, 3]);
    expect(draw(match)).toEqual(['·光山 ○ ·', '· ○金寨 ·', '· · ·清河']);
    expect(match.sentences).toEqual([
      '某县的产业集群在数量扩张阶段与质量提升阶段之间，尚不能确定：已知的 6 项特征指向质量提升阶段，其余 2 项不清楚。',
      '电商处于第二阶段；因产业集群所处的阶段尚未确定，某县可能在矩阵的 2 格中：匹配或领先。',
      '模型中，与数量扩张阶段相适应的是电商第一阶段：强固电商链条，流程升级。',
      '模型中，与质量提升阶段相适应的是电商第二阶段：引导电商协同，产品升级。',
    ]);
    expect(match.advice.map(({text, basis}) => [text, basis])).toEqual([
      [advice.matched['zh-CN'], '（第 2 节，论文所述）'],
      [advice.leading['zh-CN'], '（第 2 节，我们的建议）'],
    ]);
  });

  it('marks a row when only e-commerce is open, and everything when nearly nothing is known', () => {
    const row = write(at(1, 3), Array<number>(8).fill(2));
    expect(draw(row)).toEqual(['·光山 · ·', '○ ○金寨 ○', '· · ·清河']);
    expect(row.sentences[1]).toBe('电商在第一阶段与第三阶段之间，某县可能在矩阵的 3 格中：落后、匹配或领先。');
    expect(draw(write(at(1, 3), [2])).join(' ').match(/○/g)).toHaveLength(9);
  });

  it('lists the descriptions that were chosen, with their stage', () => {
    const {rows} = write(at(1), [3, null, 1]);
    expect(rows.map(({id}) => id)).toEqual(traits.map(({id}) => id));
    expect(rows.slice(0, 3).map(({text, stage}) => [text, stage])).toEqual([
      [traits[0]?.descriptions[2]?.text['zh-CN'], '研发与品牌创新阶段'],
      ['不清楚', ''],
      [traits[2]?.descriptions[0]?.text['zh-CN'], '数量扩张阶段'],
    ]);
  });

  it('is English in English, and carries the instrument with its hash', () => {
    const match = write(at(2), [1], 'en');
    expect(JSON.stringify(match).replaceAll('某县', '')).not.toMatch(/\p{Script=Han}/u);
    expect(match.sentences[0]).toContain('(1 trait) points to “Quantity expansion stage”; 7 more are unknown.');
    expect(match.version).toContain(`cluster-traits 1.0.0, content hash ${registered.hash.slice(0, 16)}`);
  });
});
