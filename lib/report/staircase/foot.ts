import type {StaircaseFlag} from './picture';
import {estimateWidth, wrapText, writeLine} from './text';
import type {FlagFacts} from './words';

const POLE = 10;
const PAD = 10;
const TAIL = 14;
const MAST = 96;

/** The flag before stage 1, name above words, low beside the stairs; `width` is the ground that it wants. */
export function buildFootFlag(
  facts: FlagFacts,
  name: string,
  left: number,
  size: number,
): {width: number; buildAt: (base: number) => StaircaseFlag} {
  const words = estimateWidth(facts.short, size - 1);
  const nameLines = shortenLines(wrapText(name, Math.max(words, size * 5), size, true));
  const longest = Math.max(words, ...nameLines.map((line) => estimateWidth(line, size, true)));
  const banner = Math.ceil(PAD + longest + TAIL);
  const lines = [...nameLines, facts.short];
  const height = PAD + lines.length * size * 1.3;
  return {
    width: POLE + banner + 8,
    buildAt(base) {
      const x = left + POLE;
      const top = base - MAST - height;
      return {
        kind: facts.kind,
        stage: facts.stage,
        label: facts.label,
        pole: {x, top, foot: base},
        banner: {x, y: top, width: banner, height},
        texts: lines.map((text, line) => ({
          ...writeLine(text, x + PAD, top + PAD / 2 + size * (1 + line * 1.3), line < nameLines.length ? size : size - 1, 'paper'),
          bold: line < nameLines.length,
        })),
      };
    },
  };
}

function shortenLines(lines: readonly string[]): string[] {
  const [first = '', second] = lines;
  if (second === undefined) return [first];
  return [first, lines.length > 2 ? `${second}…` : second];
}
