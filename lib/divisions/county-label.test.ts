import {describe, expect, it} from 'vitest';
import {type Place, formatCounty, formatCountyShort, formatRegion} from './county-label';

const GUANGSHAN: Place = {divisionCode: '411522', county: '光山县', prefecture: '信阳市', province: '河南省'};
const BY_HAND: Place = {divisionCode: null, county: '新设县', prefecture: '信阳市', province: '河南省'};

describe('formatCounty', () => {
  it('is the name as entered in Chinese, and English with the Chinese after it', () => {
    expect(formatCounty(GUANGSHAN, 'zh-CN')).toBe('光山县');
    expect(formatCounty(GUANGSHAN, 'en')).toBe('Guangshan County 光山县');
  });

  it('is the name as entered where no English is known', () => {
    expect(formatCounty(BY_HAND, 'en')).toBe('新设县');
    expect(formatCounty({...GUANGSHAN, divisionCode: '999999'}, 'en')).toBe('光山县');
    expect(formatCounty({...BY_HAND, county: 'Some County'}, 'en')).toBe('Some County');
  });
});

describe('formatCountyShort', () => {
  it.each([
    ['光山县', '光山'],
    ['清河区', '清河'],
    ['义县', '义县'],
    ['土默特左旗', '土默特左'],
    ['大厂回族自治县', '大厂回族'],
    ['鄂温克族自治旗', '鄂温克族'],
    ['神农架林区', '神农架'],
    ['六枝特区', '六枝'],
    ['浦东新区', '浦东'],
    ['清新区', '清新'],
    ['井陉矿区', '井陉'],
    ['碑林区', '碑林'],
    ['万柏林区', '万柏林'],
    ['昆山市', '昆山'],
    ['县城关', '县城关'],
  ])('%s becomes %s in Chinese', (county, expected) => {
    expect(formatCountyShort({county, divisionCode: null}, 'zh-CN')).toBe(expected);
  });

  it.each([
    ['310115', '浦东新区', 'Pudong'],
    ['429021', '神农架林区', 'Shennongjia'],
    ['520203', '六枝特区', 'Liuzhi'],
    ['130107', '井陉矿区', 'Jingxing'],
    ['610103', '碑林区', 'Beilin'],
    ['150121', '土默特左旗', 'Tumote Left'],
  ])('%s %s becomes %s in English', (divisionCode, county, expected) => {
    expect(formatCountyShort({county, divisionCode}, 'en')).toBe(expected);
  });

  it('leaves the kind of division away in English, where English is known', () => {
    expect(formatCountyShort(GUANGSHAN, 'en')).toBe('Guangshan');
    expect(formatCountyShort({county: '大厂回族自治县', divisionCode: '131028'}, 'en')).toMatch(/^Dachang/);
    expect(formatCountyShort({county: '大厂回族自治县', divisionCode: '131028'}, 'en')).not.toMatch(/Autonomous|County/);
    expect(formatCountyShort(BY_HAND, 'en')).toBe('新设');
  });

  it('never becomes empty', () => {
    for (const county of ['县', '自治县', '林区', '市区']) expect(formatCountyShort({county, divisionCode: null}, 'zh-CN')).not.toBe('');
  });
});

describe('formatRegion', () => {
  it('goes from large to small in Chinese, from small to large in English', () => {
    expect(formatRegion(GUANGSHAN, 'zh-CN')).toBe('河南省信阳市');
    expect(formatRegion(GUANGSHAN, 'en')).toBe('Xinyang, Henan');
  });

  it('names a municipality once', () => {
    const beijing = {...GUANGSHAN, prefecture: '北京市', province: '北京市'};
    expect(formatRegion(beijing, 'zh-CN')).toBe('北京市');
    expect(formatRegion(beijing, 'en')).toBe('Beijing');
  });
});
