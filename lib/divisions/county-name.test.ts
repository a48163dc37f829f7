import {describe, expect, it} from 'vitest';

import data from '@/content/divisions/counties.json';

import {formatCountyEnglish, splitCountyName} from './county-name';
import {parseDivisions} from './division';

const divisions = parseDivisions(data);

function english(county: string): string {
  const division = divisions.find((candidate) => candidate.county === county);
  if (division === undefined) throw new Error(`no such division: ${county}`);
  return formatCountyEnglish(division);
}

describe('formatCountyEnglish', () => {
  it.each([
    ['光山县', 'Guangshan County'],
    ['金寨县', 'Jinzhai County'],
    ['清河县', 'Qinghe County'],
    ['义乌市', 'Yiwu City'],
    ['番禺区', 'Panyu District'],
    ['东阿县', "Dong'e County"],
    ['单县', 'Shanxian County'],
    ['城区', 'Chengqu District'],
    ['绿园区', 'Lüyuan District'],
    ['碑林区', 'Beilin District'],
    ['神农架林区', 'Shennongjia Forestry District'],
    ['六枝特区', 'Liuzhi Special District'],
    ['井陉矿区', 'Jingxing Mining District'],
    ['阿荣旗', 'Arong Banner'],
    ['景宁畲族自治县', 'Jingning She Autonomous County'],
    ['巴里坤哈萨克自治县', 'Balikun Kazakh Autonomous County'],
    ['积石山保安族东乡族撒拉族自治县', 'Jishishan Bonan Dongxiang Salar Autonomous County'],
    ['东乡族自治县', 'Dongxiang Autonomous County'],
    ['鄂伦春自治旗', 'Oroqen Autonomous Banner'],
    ['龙胜各族自治县', 'Longsheng Various Nationalities Autonomous County'],
    ['科尔沁左翼中旗', "Ke'erqin Left Middle Banner"],
    ['浦东新区', 'Pudong New District'],
    ['清新区', 'Qingxin District'],
    ['瀍河回族区', 'Chanhe Hui District'],
  ])('%s: %s', (county, expected) => {
    expect(english(county)).toBe(expected);
  });

  it('gives every division a word and a kind, in Latin letters', () => {
    for (const division of divisions) {
      expect(formatCountyEnglish(division)).toMatch(/^[A-Z][a-zü']+( [A-Z][A-Za-z-]+)+$/);
    }
  });
});

describe('splitCountyName', () => {
  it('knows every people in the names of autonomous divisions', () => {
    const left = divisions
      .map((division) => splitCountyName(division.county))
      .filter(({place, suffix}) => suffix.startsWith('自治') && place.length > 1 && place.endsWith('族'));
    expect(left.map(({place}) => place)).toEqual(['鄂温克族', '东乡族']);
  });
});
