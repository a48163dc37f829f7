import counties from '@/content/divisions/counties.json';
import {type Division, parseDivisions} from './division';
import {type DivisionIndex, buildDivisionIndex} from './search-divisions';

let index: DivisionIndex | undefined;
let byCode: Map<string, Division> | undefined;

/** The search index of content/divisions, made at first use. */
export function getDivisionIndex(): DivisionIndex {
  return (index ??= buildDivisionIndex(parseDivisions(counties)));
}

/** The division with this six-digit code, or undefined. */
export function findDivision(code: string): Division | undefined {
  byCode ??= new Map(parseDivisions(counties).map((division) => [division.code, division]));
  return byCode.get(code);
}
