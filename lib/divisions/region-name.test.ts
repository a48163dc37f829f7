import {describe, expect, it} from 'vitest';

import data from '@/content/divisions/counties.json';
import regions from '@/content/divisions/regions.json';

import {parseDivisions} from './division';
import {formatRegionEnglish} from './region-name';

const divisions = parseDivisions(data);
const used = new Set(divisions.flatMap(({province, prefecture}) => [province, prefecture]));
const entries = Object.entries(regions.names);

describe('regions.json', () => {
  it('has an entry for every province and prefecture, and no other', () => {
    const named = new Set(entries.map(([name]) => name));
    expect([...used].filter((name) => !named.has(name))).toEqual([]);
    expect([...named].filter((name) => !used.has(name))).toEqual([]);
  });

  it('has English in Latin letters, capitalised except for the two groups without a prefecture', () => {
    const lowerCase = entries.filter(([, english]) => !/^[A-Z][a-zü']+( ([A-Z][a-z]+|and))*$/.test(english));
    expect(lowerCase).toEqual([
      ['省直辖县级行政区划', 'directly under the province'],
      ['自治区直辖县级行政区划', 'directly under the autonomous region'],
    ]);
  });

  it('names the kind of autonomous prefectures, prefectures and leagues, and not of cities and provinces', () => {
    for (const [name, english] of entries) {
      const kind = / (Autonomous Prefecture|Prefecture|League|City|Province|Autonomous Region)$/.exec(english)?.[1];
      const expected = name.endsWith('自治州') ? 'Autonomous Prefecture'
        : name.endsWith('地区') ? 'Prefecture'
        : name.endsWith('盟') ? 'League'
        : undefined;
      expect(kind, name).toBe(expected);
    }
  });

  it('gives no two prefectures of a province the same name', () => {
    const pairs = new Set(divisions.map(({province, prefecture}) => `${province}/${prefecture}`));
    const english = [...pairs].map((pair) => pair.split('/').map(formatRegionEnglish).join('/'));
    expect(new Set(english).size).toBe(pairs.size);
  });
});

describe('formatRegionEnglish', () => {
  it.each([
    ['河南省', 'Henan'],
    ['山西省', 'Shanxi'],
    ['陕西省', 'Shaanxi'],
    ['北京市', 'Beijing'],
    ['内蒙古自治区', 'Inner Mongolia'],
    ['西藏自治区', 'Tibet'],
    ['宁夏回族自治区', 'Ningxia'],
    ['信阳市', 'Xinyang'],
    ['六安市', "Lu'an"],
    ['亳州市', 'Bozhou'],
    ['蚌埠市', 'Bengbu'],
    ['丽水市', 'Lishui'],
    ['台州市', 'Taizhou'],
    ['吕梁市', 'Lüliang'],
    ['长治市', 'Changzhi'],
    ['重庆市', 'Chongqing'],
    ['东莞市', 'Dongguan'],
    ['哈尔滨市', 'Harbin'],
    ['乌鲁木齐市', 'Urumqi'],
    ['锡林郭勒盟', 'Xilin Gol League'],
    ['喀什地区', 'Kashgar Prefecture'],
    ['大兴安岭地区', "Daxing'anling Prefecture"],
    ['恩施土家族苗族自治州', 'Enshi Tujia and Miao Autonomous Prefecture'],
    ['巴音郭楞蒙古自治州', 'Bayingolin Mongol Autonomous Prefecture'],
    ['省直辖县级行政区划', 'directly under the province'],
  ])('%s: %s', (name, expected) => {
    expect(formatRegionEnglish(name)).toBe(expected);
  });

  it('gives a name that it does not know back as it is', () => {
    for (const name of ['台湾省', '信阳', 'Xinyang', 'constructor', '']) expect(formatRegionEnglish(name)).toBe(name);
  });
});
