import {describe, expect, it} from 'vitest';

import data from '@/content/divisions/counties.json';

import {parseDivisions} from './division';

const columns = ['code', 'county', 'prefecture', 'province', 'pinyin'];

describe('parseDivisions', () => {
  it('reads the real list: 2,846 county-level divisions and four cities without any', () => {
    const divisions = parseDivisions(data);
    expect(divisions).toHaveLength(2850);
    const codes = divisions.map((division) => division.code);
    expect(codes).toEqual(codes.toSorted());
    expect(new Set(divisions.map((division) => division.province)).size).toBe(31);
  });

  it('has the three counties of the paper', () => {
    const divisions = parseDivisions(data);
    const find = (code: string) => divisions.find((division) => division.code === code);
    expect(find('411522')).toEqual({
      code: '411522',
      county: '光山县',
      prefecture: '信阳市',
      province: '河南省',
      pinyin: 'guang shan xian',
    });
    expect(find('341524')).toMatchObject({county: '金寨县', prefecture: '六安市', province: '安徽省'});
    expect(find('130534')).toMatchObject({county: '清河县', prefecture: '邢台市', province: '河北省'});
  });

  it('names a sensible prefecture where there is none', () => {
    const prefecture = Object.fromEntries(parseDivisions(data).map((division) => [division.code, division.prefecture]));
    expect(prefecture['110101']).toBe('北京市');
    expect(prefecture['500235']).toBe('重庆市');
    expect(prefecture['419001']).toBe('省直辖县级行政区划');
    expect(prefecture['659001']).toBe('自治区直辖县级行政区划');
  });

  it('has no functional zone of the statistical codes', () => {
    expect(parseDivisions(data).filter((division) => /^\d{4}7\d$/.test(division.code))).toEqual([]);
  });

  it('reports every problem at once', () => {
    const rows = [
      ['41152', '光山县', '信阳市', '河南省', 'guang shan xian'],
      ['341524', '', '六安市', '安徽省', 'jin zhai xian'],
      ['130534', '清河县', '邢台市', '河北省', 'Qīnghé'],
    ];
    expect(() => parseDivisions({source: 'x', columns, rows})).toThrow(/3 problem[^]*rows\.0\.0[^]*rows\.1\.1[^]*rows\.2\.4/);
  });

  it('refuses a code that occurs twice and pinyin of another length', () => {
    const row = ['411522', '光山县', '信阳市', '河南省', 'guang shan'];
    expect(() => parseDivisions({source: 'x', columns, rows: [row, row]})).toThrow(/411522 occurs more than once/);
    expect(() => parseDivisions({source: 'x', columns, rows: [row]})).toThrow(/one syllable for each character/);
  });
});
