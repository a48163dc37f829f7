import type {StaircaseDrawing, StaircaseFacts} from './drawing';
import {type SideBySideSizes, laySideBySide} from './side-by-side';

// At 156 mm, the width of an official document's type area, 12 of 700 units are 7.6 points; nothing is smaller.
const SIZES: SideBySideSizes = {
  width: 700,
  pad: {left: 20, right: 9},
  wall: {pitchY: 30, mortar: 4, bed: 5, code: 13},
  flag: {height: 26, clear: 9, text: 13, tall: 40},
  body: {labels: {whole: [12.5, 12], broken: [12.5, 12], listed: 12}, heading: [15, 14, 13], counts: [13, 12.5, 12], beside: 0, aligned: true},
  cluster: {size: 13, line: 16.5, beside: 30},
  rise: 84,
  column: {most: 52, least: 37},
  leastStep: 180,
  arrow: 12,
  legend: 12,
  footFlag: 'overhead',
};

/** Lays the steps side by side for a picture in a document, 156 mm wide. */
export function layPaper(facts: StaircaseFacts): StaircaseDrawing {
  return laySideBySide(facts, SIZES);
}
