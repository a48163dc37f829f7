import {describe, expect, it} from 'vitest';
import {PROFILE_LIMITS, profileSchema} from './profile-schema';

const PLACE = {divisionCode: '411522', county: '光山县', prefecture: '信阳市', province: '河南省', industry: '羽绒'};
const NO_FIGURES = {figuresYear: null, population: null, gdp: null, clusterOutput: null, onlineSales: null, enterprises: null};

function problems(given: object): string[] {
  return (profileSchema.safeParse({...PLACE, ...given}).error?.issues ?? []).map(({path, message}) => `${path.join('.')}: ${message}`);
}

describe('profileSchema', () => {
  it('needs the place and the industry alone', () => {
    expect(profileSchema.parse(PLACE)).toEqual({...PLACE, ...NO_FIGURES});
    expect(profileSchema.parse({...PLACE, figuresYear: '', gdp: ' '})).toEqual({...PLACE, ...NO_FIGURES});
  });

  it('reports everything that is missing at once', () => {
    expect(problems({county: '', prefecture: ' ', province: '　', industry: '\n'})).toEqual([
      'county: county-missing', 'prefecture: prefecture-missing', 'province: province-missing', 'industry: industry-missing',
    ]);
  });

  it('takes a county entered by hand', () => {
    expect(profileSchema.parse({...PLACE, divisionCode: ''}).divisionCode).toBeNull();
    const {divisionCode: _code, ...byHand} = PLACE;
    expect(profileSchema.parse(byHand).divisionCode).toBeNull();
  });

  it.each(['41152', '4115222', 'abcdef', '４１１５２２', '411522\n', ' 411522'])('refuses the code %j', (divisionCode) => {
    expect(problems({divisionCode})).toEqual(['divisionCode: bad-division']);
  });

  it('makes one space of any, and composes characters', () => {
    expect(profileSchema.parse({...PLACE, industry: ' 羽绒 \n\t 服\u3000装 '}).industry).toBe('羽绒 服 装');
    expect(profileSchema.parse({...PLACE, industry: 'cafe\u0301'}).industry).toBe('caf\u00e9');
  });

  it('takes as much text as the limits say', () => {
    const full = {county: '县'.repeat(PROFILE_LIMITS.county), industry: '业'.repeat(PROFILE_LIMITS.industry)};
    expect(problems(full)).toEqual([]);
    expect(problems({county: `${full.county}县`, industry: `${full.industry}业`}).map((problem) => problem.split(':')[0])).toEqual(['county', 'industry']);
  });

  it('refuses control characters and keeps script as text', () => {
    for (const sign of ['\x07', '\x9b', '\ud83e']) expect(problems({industry: `a${sign}b`})).toEqual(['industry: control-characters']);
    expect(profileSchema.parse({...PLACE, industry: '<b onclick="x">羽绒</b>'}).industry).toBe('<b onclick="x">羽绒</b>');
  });

  it.each([
    ['86.4', 86.4],
    ['８６．４', 86.4],
    ['1,234.5', 1234.5],
    ['１，２３４', 1234],
    [' 1 234 ', 1234],
    ['0', 0],
    ['0.000001', 0.000001],
    ['', null],
  ])('reads the figure %j as %j', (gdp, expected) => {
    expect(profileSchema.parse({...PLACE, figuresYear: '2025', gdp}).gdp).toBe(expected);
  });

  it.each(['-1', '+1', '1e3', '.5', '5.', '1.2.3', '0.0000001', '0x10', '∞', 'NaN', '八十六', '1234567890123'])('refuses the figure %j', (gdp) => {
    expect(problems({figuresYear: '2025', gdp})).toEqual(['gdp: bad-number']);
  });

  it('refuses figures that can’t be, and broken numbers where whole ones are asked for', () => {
    expect(problems({figuresYear: '2025', population: '10001'}).map((problem) => problem.split(':')[0])).toEqual(['population']);
    expect(problems({figuresYear: '2025', enterprises: '1.5'})).toEqual(['enterprises: bad-whole-number']);
  });

  it('asks for the year of figures, also when a figure is 0', () => {
    expect(problems({gdp: '1'})).toEqual(['figuresYear: year-missing']);
    expect(problems({enterprises: '0'})).toEqual(['figuresYear: year-missing']);
    expect(profileSchema.parse({...PLACE, figuresYear: '2025'}).figuresYear).toBe(2025);
  });

  it('takes years from 1990 to 2099', () => {
    expect([problems({figuresYear: '1990'}), problems({figuresYear: '2099'})]).toEqual([[], []]);
    expect(problems({figuresYear: '1989'})).toEqual(['figuresYear: bad-year']);
    expect(problems({figuresYear: '2100'})).toHaveLength(1);
  });

  it('refuses unknown fields', () => {
    expect(profileSchema.safeParse({...PLACE, latestStage: 3}).error?.issues[0]).toMatchObject({keys: ['latestStage']});
  });
});
