/** The characters that an OpenType font has glyphs for, read from the tables of its cmap in the formats 4 and 12. */
export function readCmap(font: Buffer): Set<number> {
  const cmap = findTable(font, 'cmap');
  const characters = new Set<number>();
  for (let table = 0; table < font.readUInt16BE(cmap + 2); table += 1) {
    const start = cmap + font.readUInt32BE(cmap + 4 + table * 8 + 4);
    const format = font.readUInt16BE(start);
    if (format === 4) readSegments(font, start, characters);
    if (format === 12) readGroups(font, start, characters);
  }
  return characters;
}

function findTable(font: Buffer, tag: string): number {
  for (let at = 12; at < 12 + font.readUInt16BE(4) * 16; at += 16) {
    if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8);
  }
  throw new Error(`no table ${tag}`);
}

function readSegments(font: Buffer, start: number, characters: Set<number>): void {
  const double = font.readUInt16BE(start + 6);
  for (let segment = 0; segment < double; segment += 2) {
    const last = font.readUInt16BE(start + 14 + segment);
    const first = font.readUInt16BE(start + 16 + double + segment);
    const delta = font.readUInt16BE(start + 16 + 2 * double + segment);
    const place = start + 16 + 3 * double + segment;
    const offset = font.readUInt16BE(place);
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      const glyph = offset === 0 ? code + delta : font.readUInt16BE(place + offset + 2 * (code - first));
      if (glyph % 0x10000 !== 0) characters.add(code);
    }
  }
}

function readGroups(font: Buffer, start: number, characters: Set<number>): void {
  for (let group = 0; group < font.readUInt32BE(start + 12); group += 1) {
    const at = start + 16 + group * 12;
    for (let code = font.readUInt32BE(at); code <= font.readUInt32BE(at + 4); code += 1) characters.add(code);
  }
}
