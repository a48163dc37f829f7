import type {Locale} from '@/lib/instrument/schema';
import {formatCountyEnglish} from './county-name';
import {findDivision} from './division-list';
import {formatRegionEnglish} from './region-name';

/** The parts of a profile or division that name its place; the code is null when entered by hand. */
export type Place = {county: string; prefecture: string; province: string; divisionCode: string | null};

/** The county's name: in English with the Chinese name after it, or as entered where no English is known. */
export function formatCounty({county, divisionCode}: Pick<Place, 'county' | 'divisionCode'>, locale: Locale): string {
  const division = locale === 'en' && divisionCode ? findDivision(divisionCode) : undefined;
  return division ? `${formatCountyEnglish(division)} ${county}` : county;
}

/** A name short enough for a drawing: 光山 rather than 光山县, Guangshan rather than Guangshan County. */
export function formatCountyShort({county, divisionCode}: Pick<Place, 'county' | 'divisionCode'>, locale: Locale): string {
  const division = locale === 'en' && divisionCode ? findDivision(divisionCode) : undefined;
  if (division) return formatCountyEnglish(division).replace(/ (?:County|City|(?:(?:New|Mining|Special|Forestry) )?District|Banner|Autonomous .*)$/, '');
  // 碑林区 is the district 碑林 and 清新区 the district 清新, but 浦东新区 the new district 浦东.
  return county.length > 2 ? county.replace(/(?:自治县|自治旗|特区|(?<=神农架)林区|(?<=..)[新矿]区|县|市|区|旗)$/, '') || county : county;
}

/** Province and prefecture in one line; a municipality that is both is named once. */
export function formatRegion({prefecture, province}: Place, locale: Locale): string {
  const parts = province === prefecture ? [province] : [province, prefecture];
  return locale === 'en' ? parts.map(formatRegionEnglish).toReversed().join(', ') : parts.join('');
}
