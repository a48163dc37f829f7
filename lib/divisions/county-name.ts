import type {Division} from './division';

/** Peoples that stand in the names of autonomous counties, with the usual English form of each. */
const peoples: Record<string, string> = {
  各: 'Various Nationalities',
  哈萨克: 'Kazakh',
  蒙古: 'Mongol',
  锡伯: 'Xibe',
  塔吉克: 'Tajik',
  鄂伦春: 'Oroqen',
  鄂温克: 'Ewenki',
  达斡尔: 'Daur',
  朝鲜: 'Korean',
  满: 'Manchu',
  回: 'Hui',
  藏: 'Tibetan',
  土家: 'Tujia',
  土: 'Tu',
  苗: 'Miao',
  彝: 'Yi',
  壮: 'Zhuang',
  侗: 'Dong',
  瑶: 'Yao',
  白: 'Bai',
  傣: 'Dai',
  黎: 'Li',
  畲: 'She',
  水: 'Sui',
  佤: 'Wa',
  怒: 'Nu',
  哈尼: 'Hani',
  傈僳: 'Lisu',
  拉祜: 'Lahu',
  纳西: 'Naxi',
  布朗: 'Blang',
  布依: 'Bouyei',
  普米: 'Pumi',
  独龙: 'Derung',
  景颇: 'Jingpo',
  羌: 'Qiang',
  仡佬: 'Gelao',
  仫佬: 'Mulao',
  毛南: 'Maonan',
  东乡: 'Dongxiang',
  撒拉: 'Salar',
  保安: 'Bonan',
  裕固: 'Yugur',
  柯尔克孜: 'Kyrgyz',
  维吾尔: 'Uyghur',
};

/** Longest first, so that 土家族 is not read as 家 and 土族. */
const peopleNames = Object.keys(peoples).toSorted((a, b) => b.length - a.length);

/** Kinds of division by the ending of the name; the first that fits counts. */
const kinds: readonly (readonly [suffix: string, english: string])[] = [
  ['自治县', 'Autonomous County'],
  ['自治旗', 'Autonomous Banner'],
  ['自治州', 'Autonomous Prefecture'],
  ['自治区', 'Autonomous Region'],
  ['县', 'County'],
  ['市', 'City'],
  ['左翼中旗', 'Left Middle Banner'],
  ['左翼后旗', 'Left Rear Banner'],
  ['右翼前旗', 'Right Front Banner'],
  ['右翼中旗', 'Right Middle Banner'],
  ['右翼后旗', 'Right Rear Banner'],
  ['联合旗', 'United Banner'],
  ['左旗', 'Left Banner'],
  ['右旗', 'Right Banner'],
  ['前旗', 'Front Banner'],
  ['中旗', 'Middle Banner'],
  ['后旗', 'Rear Banner'],
  ['旗', 'Banner'],
  ['特区', 'Special District'],
  ['新区', 'New District'],
  ['矿区', 'Mining District'],
  ['区', 'District'],
];

/** A division's name in its parts: 景宁畲族自治县 is 景宁 + 畲 + 自治县. */
export type CountyNameParts = {
  place: string;
  peoples: string[];
  suffix: string;
  kind: string;
};

/**
 * Takes a division's Chinese name apart. `place` is never empty: where the name is only
 * a people's (东乡族自治县) or only a kind (城区), that word is the place.
 */
export function splitCountyName(county: string): CountyNameParts {
  // The only 林区 that is a kind of division; 碑林区 and others are districts whose name ends in 林.
  if (county === '神农架林区') {
    return {place: '神农架', peoples: [], suffix: '林区', kind: 'Forestry District'};
  }
  const fits = (ending: string) => county.endsWith(ending) && county.length >= ending.length + shortestPlace(ending);
  const [suffix, kind] = kinds.find(([ending]) => fits(ending)) ?? ['', ''];
  let place = county.slice(0, county.length - suffix.length);
  const found: string[] = [];
  for (;;) {
    const people = trailingPeople(place, suffix.startsWith('自治'));
    if (people === undefined || people.length === place.length) break;
    found.unshift(people.replace(/族$/, ''));
    place = place.slice(0, -people.length);
  }
  return {place, peoples: found, suffix, kind};
}

/** Characters that must stand before an ending: 清新区 is the district 清新, 浦东新区 the new district 浦东. */
function shortestPlace(ending: string): number {
  return ending === '新区' || ending === '矿区' ? 2 : 1;
}

/** A people's name at the end of the text, with 族; without it only where the division is autonomous. */
function trailingPeople(text: string, autonomous: boolean): string | undefined {
  if (!autonomous && !text.endsWith('族')) return undefined;
  for (const people of peopleNames) {
    if (text.endsWith(`${people}族`)) return `${people}族`;
    if (autonomous && people.length > 1 && text.endsWith(people)) return people;
  }
  return undefined;
}

/**
 * A division's name in English, from its pinyin: "Guangshan County", "Jingning She Autonomous County".
 * Syllables are joined, with an apostrophe before a, e and o inside the word. A place of one
 * character keeps its suffix (单县: "Shanxian County"), as the national rules for names on maps want.
 * Names of other languages (Mongolian, Tibetan, Uyghur) are spelled by their Chinese reading.
 */
export function formatCountyEnglish(division: Pick<Division, 'county' | 'pinyin'>): string {
  const {place, peoples: found, suffix, kind} = splitCountyName(division.county);
  const onlyPeople = peoples[place.replace(/族$/, '')];
  if (onlyPeople !== undefined && suffix.startsWith('自治')) return `${onlyPeople} ${kind}`;
  const syllables = division.pinyin.split(' ');
  const word = joinSyllables(place.length === 1 ? syllables : syllables.slice(0, place.length));
  return [word, ...found.map((people) => peoples[people]), kind].filter(Boolean).join(' ');
}

/** Joins pinyin syllables into one capitalised word. */
function joinSyllables(syllables: readonly string[]): string {
  const word = syllables.map((syllable, index) => (index > 0 && /^[aeo]/.test(syllable) ? `'${syllable}` : syllable)).join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}
