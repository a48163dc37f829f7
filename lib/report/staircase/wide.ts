import type {StaircaseDrawing, StaircaseFacts} from './drawing';
import {type SideBySideSizes, laySideBySide} from './side-by-side';

const SIZES: SideBySideSizes = {
  width: 1120,
  pad: {left: 27, right: 16},
  wall: {pitchY: 39, mortar: 5, bed: 6, code: 16},
  flag: {height: 32, clear: 12, text: 16, tall: null},
  body: {labels: {whole: [14, 13.5, 13, 12.5], broken: [13.5, 12.5, 11.5, 10.5], listed: null}, heading: [20, 18.5, 17, 16, 15, 14.5], counts: [15.5, 14.5, 13.5], beside: 44, aligned: true},
  cluster: {size: 15.5, line: 19.5, beside: 48},
  rise: 100,
  column: {most: 84, least: 32},
  leastStep: 232,
  arrow: 14,
  legend: 13.5,
  footFlag: 'own-ground',
};

/** Lays the steps side by side for wide screens and pages printed from the browser. */
export function layWide(facts: StaircaseFacts): StaircaseDrawing {
  return laySideBySide(facts, SIZES);
}
