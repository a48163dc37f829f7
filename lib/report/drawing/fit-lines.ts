import {estimateWidth, wrapText} from '../staircase/text';

/**
 * Breaks a text into at most `most` lines of at most `room`: words that are wider are broken too, and what has no
 * place is cut off with an ellipsis.
 */
export function fitLines(text: string, room: number, size: number, most: number, bold = false): string[] {
  const lines = wrapText(text, room, size, bold).flatMap((line) => breakWide(line, room, size, bold));
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  let last = [...(kept.at(-1) ?? '')];
  while (last.length > 1 && estimateWidth(`${last.join('')}…`, size, bold) > room) last = last.slice(0, -1);
  return [...kept.slice(0, -1), `${last.join('').trimEnd()}…`];
}

function breakWide(line: string, room: number, size: number, bold: boolean): string[] {
  const parts: string[] = [];
  let part = '';
  for (const character of line) {
    if (part !== '' && estimateWidth(part + character, size, bold) > room) {
      parts.push(part.trimEnd());
      part = character;
    } else part += character;
  }
  return part.trim() === '' ? parts : [...parts, part.trimEnd()];
}
