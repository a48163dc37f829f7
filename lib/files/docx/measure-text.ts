/** Widths of Latin signs in thousandths of an em, as in Times New Roman; those not named are half as wide as high. */
const WIDTHS: Readonly<Record<number, string>> = {
  200: '|',
  250: ' .,\u00a0',
  278: "ijlt/:;\\'",
  333: 'fr()-[]!IJ`',
  389: 's',
  444: 'acez?“”"',
  556: 'FPS',
  611: 'ELTZ',
  667: 'BCR',
  722: 'ADGHKNOQUVXYw',
  778: 'm&',
  889: 'MW',
  920: '@%',
};

/** Signs from here on are as wide as they are high, but for the general punctuation. */
const WIDE = 0x2e80;
const DEFAULT_WIDTH = 500;

const LATIN = new Uint16Array(WIDE).fill(DEFAULT_WIDTH);
for (const [width, signs] of Object.entries(WIDTHS)) for (const sign of signs) LATIN[sign.charCodeAt(0)] = Number(width);

/** A line of words ends before the margin, on the mean by this part; one of Chinese characters fills it. */
const LOSS = 0.99;

/** Width of a line in em, near enough to tell how many lines it takes. */
function measureLine(line: string): number {
  let width = 0;
  let wide = false;
  for (let index = 0; index < line.length; index += 1) {
    const code = line.charCodeAt(index);
    wide ||= code >= WIDE;
    width += code < WIDE ? LATIN[code]! : code >= 0xdc00 && code < 0xe000 ? 0 : 1000;
  }
  return (width / 1000) * (wide ? 1 : LOSS);
}

/** Lines that a text of a size in points takes in a width in points, the first one indented by em; an empty text takes one. */
export function countTextLines(text: string, points: number, width: number, firstLine = 0): number {
  const room = Math.max(points, width) / points;
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((measureLine(line) + firstLine) / room)), 0);
}
