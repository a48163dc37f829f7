import type {Locale} from '@/lib/instrument/schema';
import {formatCounty, formatRegion} from './county-label';
import {getDivisionIndex} from './division-list';
import {searchDivisions} from './search-divisions';

/** A county that a search found, in one line. */
export type CountyChoice = {code: string; label: string};

/** Counties that fit a query, each in one line of the reader's language; at most twelve. */
export function searchChoices(query: string, locale: Locale): CountyChoice[] {
  return searchDivisions(getDivisionIndex(), query).map((division) => {
    const place = {...division, divisionCode: division.code};
    return {code: division.code, label: [formatCounty(place, locale), formatRegion(place, locale), division.code].join(' · ')};
  });
}
