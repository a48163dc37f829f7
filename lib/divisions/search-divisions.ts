import {splitCountyName} from './county-name';
import type {Division} from './division';

/** Longest query that is searched, in characters after trimming. */
const maxQueryLength = 40;

/** How well an entry fits; smaller is better. */
const tier = {
  exactCode: 0,
  exactName: 1,
  namePrefix: 2,
  exactPinyin: 3,
  pinyinPrefix: 4,
  exactInitials: 5,
  initialsPrefix: 6,
  contained: 7,
} as const;

const tierCount = 8;

type Entry = {
  division: Division;
  /** Counties first, then county-level cities, then districts: the order among equal initials. */
  kindOrder: number;
  /** Province, prefecture and county in one string. */
  path: string;
  place: string;
  pinyin: string;
  placePinyin: string;
  /** Pinyin of the name from its second, third … syllable on. */
  pinyinTails: string[];
  initials: string;
  placeInitials: string;
};

/** Divisions of a province or prefecture, by each word that people write for it (河南, 河南省). */
type Region = {word: string; entries: Entry[]};

/** What searchDivisions needs; made once by buildDivisionIndex. */
export type DivisionIndex = {entries: Entry[]; regions: Region[]};

/** Prepares divisions for searchDivisions; ties will be shown in the order of codes. */
export function buildDivisionIndex(divisions: readonly Division[]): DivisionIndex {
  const entries = divisions.map(buildEntry).toSorted((a, b) => (a.division.code < b.division.code ? -1 : 1));
  const byWord = new Map<string, Set<Entry>>();
  for (const entry of entries) {
    const {province, prefecture} = entry.division;
    for (const word of new Set([province, shortRegion(province), prefecture, shortRegion(prefecture)])) {
      const group = byWord.get(word) ?? new Set();
      byWord.set(word, group.add(entry));
    }
  }
  return {entries, regions: [...byWord].map(([word, group]) => ({word, entries: [...group]}))};
}

/**
 * Finds divisions by Chinese name or part of it (光山, 河南光山, 信阳 光山), pinyin (guangshan, guangs),
 * initials (gs, gsx) or code (411522, 4115), best first. An empty query, one of more than
 * 40 characters, and one that nothing fits, give an empty list.
 */
export function searchDivisions(index: DivisionIndex, query: string, limit = 12): Division[] {
  const trimmed = query.trim();
  if (trimmed.length > maxQueryLength || limit <= 0) return [];
  const words = trimmed.split(/\s+/).map(foldQuery).filter(Boolean);
  const folded = words.join('');
  if (folded === '') return [];

  const best = new Map<Entry, number>();
  const consider = (entries: readonly Entry[], rest: string) => {
    const match = buildMatcher(rest);
    for (const entry of entries) {
      const found = match(entry);
      if (found < (best.get(entry) ?? tierCount)) best.set(entry, found);
    }
  };

  consider(index.entries, folded);
  if (hasHan(folded)) {
    for (const {rest, entries} of stripRegions(index, folded)) consider(entries, rest);
    if (words.length > 1) {
      for (const entry of index.entries) {
        if (!best.has(entry) && words.every((word) => entry.path.includes(word))) best.set(entry, tier.contained);
      }
    }
  }

  return [...best]
    .toSorted(([a, tierA], [b, tierB]) => {
      if (tierA !== tierB) return tierA - tierB;
      const byInitials = tierA === tier.exactInitials || tierA === tier.initialsPrefix;
      if (byInitials && a.kindOrder !== b.kindOrder) return a.kindOrder - b.kindOrder;
      return a.division.code < b.division.code ? -1 : 1;
    })
    .slice(0, limit)
    .map(([entry]) => entry.division);
}

function buildEntry(division: Division): Entry {
  const {county, province, prefecture} = division;
  const {place, suffix} = splitCountyName(county);
  const syllables = foldLatin(division.pinyin).split(' ');
  const placeSyllables = syllables.slice(0, place.length);
  const initialsOf = (parts: readonly string[]) => parts.map((part) => part.charAt(0)).join('');
  return {
    division,
    kindOrder: suffix.endsWith('区') ? 2 : suffix === '市' ? 1 : 0,
    path: province + prefecture + county,
    place,
    pinyin: syllables.join(''),
    placePinyin: placeSyllables.join(''),
    pinyinTails: placeSyllables.slice(1).map((_, skipped) => syllables.slice(skipped + 1).join('')),
    initials: initialsOf(syllables),
    placeInitials: initialsOf(placeSyllables),
  };
}

/** 河南省 to 河南, 锡林郭勒盟 to 锡林郭勒, 恩施土家族苗族自治州 to 恩施. */
function shortRegion(name: string): string {
  // 蒙古 belongs to the region's own name here, unlike 广西壮族自治区.
  if (name === '内蒙古自治区') return '内蒙古';
  if (name.endsWith('自治州') || name.endsWith('自治区')) return splitCountyName(name).place;
  return name.replace(/(省|市|地区|盟)$/, '');
}

/** Each way to read the start of a query as a province, a prefecture, or both, with what is left. */
function stripRegions(index: DivisionIndex, query: string): {rest: string; entries: Entry[]}[] {
  const first = index.regions
    .filter(({word}) => query.startsWith(word))
    .map(({word, entries}) => ({rest: query.slice(word.length), entries}));
  const second = first.flatMap(({rest, entries}) =>
    index.regions
      .filter(({word}) => rest.startsWith(word))
      .map((region) => {
        const inside = new Set(region.entries);
        return {rest: rest.slice(region.word.length), entries: entries.filter((entry) => inside.has(entry))};
      }),
  );
  return [...first, ...second];
}

/** A function that gives the tier of an entry for a folded query, or `tierCount` where it does not fit. */
function buildMatcher(query: string): (entry: Entry) => number {
  if (query === '') return () => tier.contained;
  if (/^\d+$/.test(query)) {
    return ({division}) =>
      division.code === query ? tier.exactCode : division.code.startsWith(query) ? tier.contained : tierCount;
  }
  if (hasHan(query)) {
    // A county that has become a city or a district is still looked for under its old suffix.
    const bare = query.length > 2 ? query.replace(/(县|市|区|旗)$/, '') : query;
    return ({division, place}) => {
      if (division.county === query || place === query) return tier.exactName;
      if (division.county.startsWith(query) || place === bare) return tier.namePrefix;
      return division.county.includes(query) ? tier.contained : tierCount;
    };
  }
  return (entry) => {
    if (entry.placePinyin === query || entry.pinyin === query) return tier.exactPinyin;
    if (entry.pinyin.startsWith(query)) return tier.pinyinPrefix;
    if (entry.placeInitials === query || entry.initials === query) return tier.exactInitials;
    if (entry.initials.startsWith(query)) return tier.initialsPrefix;
    return entry.pinyinTails.some((tail) => tail.startsWith(query)) ? tier.contained : tierCount;
  };
}

function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** One spelling for what people type: full width, capitals, apostrophes, and v or u for ü. */
function foldQuery(text: string): string {
  return foldLatin(text.normalize('NFKC').toLowerCase()).replace(/['’‘`·.,，。\-\s]/g, '');
}

function foldLatin(text: string): string {
  return text.replace(/[üv]/g, 'u');
}
