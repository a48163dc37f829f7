import type {Locale} from '@/lib/instrument/schema';
import type {CountyChoice} from '@/lib/report/profile-form';
import {formatCounty, formatRegion} from './county-label';
import {getDivisionIndex} from './division-list';
import {searchDivisions} from './search-divisions';

/** Counties that fit a query, each in one line of the reader's language; at most twelve. */
export function searchChoices(query: string, locale: Locale): CountyChoice[] {
  return searchDivisions(getDivisionIndex(), query).map((division) => {
    const place = {...division, divisionCode: division.code};
    return {code: division.code, label: [formatCounty(place, locale), formatRegion(place, locale), division.code].join(' · ')};
  });
}
