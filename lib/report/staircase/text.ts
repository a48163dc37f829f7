import type {Box, StaircaseText} from './picture';

const LATIN_EM = 0.55;
const BOLD_LATIN_EM = 0.58;
const WIDE = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\u2018-\u201f\u2026]/;
const NEVER_FIRST = /^[，。、；：！？）》”’…,.;:!?)]/;

/** Estimated width of a text at a size: 1 em a Chinese character or full-width mark, 0.55 em any other, 0.58 em in bold. */
export function estimateWidth(text: string, size: number, bold = false): number {
  let ems = 0;
  for (const character of text) ems += WIDE.test(character) ? 1 : bold ? BOLD_LATIN_EM : LATIN_EM;
  return ems * size;
}

/**
 * Breaks a text into lines of at most `room`, between words or Chinese characters and never before a closing mark.
 * A single word that is wider than `room` stays whole on its own line.
 */
export function wrapText(text: string, room: number, size: number, bold = false): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of splitPieces(text)) {
    const longer = line + piece;
    if (line !== '' && estimateWidth(longer.trimEnd(), size, bold) > room) {
      lines.push(line.trimEnd());
      line = piece;
    } else line = longer;
  }
  if (line.trimEnd() !== '') lines.push(line.trimEnd());
  return lines;
}

/** Breaks a text into as few lines as `wrapText`, but into lines of nearly equal length. */
export function balanceText(text: string, room: number, size: number, bold = false): string[] {
  let lines = wrapText(text, room, size, bold);
  const fewest = lines.length;
  for (let narrower = room - size / 2; narrower > 0 && fewest > 1; narrower -= size / 2) {
    const candidate = wrapText(text, narrower, size, bold);
    const within = candidate.every((line) => estimateWidth(line, size, bold) <= room);
    if (candidate.length > fewest || !within) break;
    lines = candidate;
  }
  return lines;
}

/** The largest of `sizes` at which `fits` holds, else the last of them. */
export function pickSize(sizes: readonly number[], fits: (size: number) => boolean): number {
  return sizes.find(fits) ?? sizes.at(-1) ?? 0;
}

/** Writes a bold phrase around a name, the name cut short with an ellipsis until the phrase fits into `room`. */
export function writeWithName(name: string, room: number, size: number, write: (name: string) => string): string {
  const characters = [...name];
  for (let kept = characters.length; kept > 1; kept -= 1) {
    const phrase = write(kept === characters.length ? name : `${characters.slice(0, kept).join('').trimEnd()}…`);
    if (estimateWidth(phrase, size, true) <= room) return phrase;
  }
  return write(`${characters[0] ?? ''}…`);
}

/** The box that a text is estimated to fill, from ascender to descender. */
export function getTextBox({text, x, y, size, anchor, bold}: StaircaseText): Box {
  const width = estimateWidth(text, size, bold);
  const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width;
  return {x: left, y: y - size * 0.88, width, height: size * 1.12};
}

/** A line of plain text that starts at `x`. */
export function writeLine(text: string, x: number, y: number, size: number, tone: StaircaseText['tone'] = 'ink'): StaircaseText {
  return {text, x, y, size, anchor: 'start', tone, bold: false};
}

function splitPieces(text: string): string[] {
  const pieces: string[] = [];
  for (const piece of text.match(/[^\s\u2e80-\u9fff\uff00-\uff60]+\s*|[\u2e80-\u9fff\uff00-\uff60]\s*|\s+/g) ?? []) {
    const last = pieces.at(-1);
    if (last !== undefined && NEVER_FIRST.test(piece)) pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  }
  return pieces;
}
