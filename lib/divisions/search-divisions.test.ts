import {describe, expect, it} from 'vitest';

import data from '@/content/divisions/counties.json';

import {parseDivisions} from './division';
import {buildDivisionIndex, searchDivisions} from './search-divisions';

const index = buildDivisionIndex(parseDivisions(data));
const names = (query: string, limit?: number) => searchDivisions(index, query, limit).map((division) => division.county);

describe('searchDivisions', () => {
  it.each([
    '光山', '光山县', '河南光山', '河南省信阳市光山县', '河南信阳光山', '信阳 光山', '光山 信阳',
    'guangshan', 'guang shan', 'GuangShan', 'guangshanxian', 'guangs', 'guangshanx',
    '411522', '４１１５２２', 'ＧＵＡＮＧＳＨＡＮ',
  ])('finds 光山县 first for %s', (query) => {
    expect(names(query)[0]).toBe('光山县');
  });

  it('shows 光山县 among the counties with the same initials, counties before cities and districts', () => {
    const found = names('gs');
    expect(found.slice(0, 2)).toEqual(['光山县', '固始县']);
    const order = found.map((county) => (county.endsWith('区') ? 2 : county.endsWith('市') ? 1 : 0));
    expect(order).toEqual(order.toSorted());
    expect(names('gsx')).toContain('光山县');
  });

  it('lists a prefecture by code prefix and by name, in the order of codes', () => {
    const codes = searchDivisions(index, '4115', 99).map((division) => division.code);
    expect(codes).toHaveLength(10);
    expect(codes).toEqual(codes.toSorted());
    expect(searchDivisions(index, '信阳', 99).map((division) => division.code)).toEqual(codes);
  });

  it('knows the short names of provinces and prefectures of every kind', () => {
    const expected = {
      内蒙古敖汉: '敖汉旗', 新疆喀什莎车: '莎车县', 喀什莎车: '莎车县', 恩施利川: '利川市', 广西靖西: '靖西市',
      锡林郭勒多伦: '多伦县', 大理宾川: '宾川县', 重庆云阳: '云阳县',
    };
    for (const [query, county] of Object.entries(expected)) expect(names(query)[0]).toBe(county);
  });

  it('puts a place of that name before a province of that name', () => {
    expect(names('河南')[0]).toBe('河南蒙古族自治县');
    expect(names('海南')[0]).toBe('海南区');
  });

  it('knows places whose name is read in an unusual way', () => {
    const expected = {
      shanxian: '单县', yueqing: '乐清市', laoting: '乐亭县', xunxian: '浚县', guoyang: '涡阳县', zhangzi: '长子县',
      hongtong: '洪洞县', daicheng: '大城县', tanchang: '宕昌县', pidu: '郫都区', "dong'e": '东阿县',
    };
    for (const [query, county] of Object.entries(expected)) expect(names(query)).toContain(county);
  });

  it('takes v, u and ü for ü', () => {
    for (const query of ['lvyuan', 'luyuan', 'lüyuan']) expect(names(query)).toContain('绿园区');
  });

  it('finds a city under the suffix that it had as a county', () => {
    expect(names('靖西县')[0]).toBe('靖西市');
  });

  it('finds a part of a name, and a later syllable', () => {
    expect(names('博湖')).toEqual(['博湖县']);
    expect(names('林郭勒')).toEqual(['霍林郭勒市']);
    expect(names('linguole')).toEqual(['霍林郭勒市']);
  });

  it('gives at most the limit, and nothing for an empty, over-long or unknown query', () => {
    expect(names('g')).toHaveLength(12);
    expect(names('g', 3)).toHaveLength(3);
    expect(names('g', 0)).toEqual([]);
    for (const query of ['', '   ', "'", '光'.repeat(41), 'zzzz', '没有这个县', '999999']) expect(names(query)).toEqual([]);
  });

  it('takes text that looks like a pattern literally', () => {
    for (const query of ['.*', '(', '[a-z]', '\\', '%']) expect(names(query)).toEqual([]);
  });
});
