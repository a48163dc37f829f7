import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {JPEG_PICTURE, makePng} from '@/tests/support/pictures';
import {LOGO_LIMITS, type LogoProblem, readLogo} from './logo';

const bytes = (text: string) => new TextEncoder().encode(text);

/** A JPEG whose Exif segment says that it stands on its side. */
function turnedJpeg(): Buffer {
  const exif = Buffer.from('ffe1002245786966000049492a00080000000100120103000100000006000000000000', 'hex');
  const padded = Buffer.concat([exif, Buffer.alloc(2 + exif.readUInt16BE(2) - exif.length)]);
  return Buffer.concat([JPEG_PICTURE.subarray(0, 20), padded, JPEG_PICTURE.subarray(20)]);
}

describe('readLogo', () => {
  it('takes a PNG and a JPEG with their size, whatever they are called', () => {
    const png = makePng(320, 80);
    expect(readLogo(png)).toEqual({logo: {data: new Uint8Array(png), type: 'png', width: 320, height: 80}});
    expect(readLogo(JPEG_PICTURE)).toEqual({logo: {data: new Uint8Array(JPEG_PICTURE), type: 'jpeg', width: 24, height: 16}});
  });

  it('drops what stands behind the end of a picture', () => {
    for (const picture of [makePng(4, 4), JPEG_PICTURE]) {
      const reading = readLogo(Buffer.concat([picture, bytes('PK\u0003\u0004<script>')]));
      expect(reading).toEqual(readLogo(picture));
    }
  });

  const refused: [string, LogoProblem, Uint8Array][] = [
    ['an empty file', 'empty', new Uint8Array()],
    ['a text', 'not-a-picture', bytes('这是一段文字，不是图片。')],
    ['an SVG', 'other-picture', bytes('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['a GIF', 'other-picture', bytes('GIF89a\u0001\u0000')],
    ['more than a megabyte', 'too-large', new Uint8Array(LOGO_LIMITS.bytes + 1)],
    ['a PNG cut in half', 'damaged', makePng(300, 200).subarray(0, 200)],
    ['the signature of a PNG alone', 'damaged', makePng(1, 1).subarray(0, 8)],
    ['a PNG without pixels to its end', 'damaged', makePng(9, 9).subarray(0, -12)],
    ['a JPEG cut in half', 'damaged', JPEG_PICTURE.subarray(0, JPEG_PICTURE.length - 20)],
    ['a PNG of no width', 'damaged', makePng(0, 5)],
    ['an animated PNG', 'animated', makePng(5, 5, {acTL: new Uint8Array(8)})],
    ['a PNG that is too wide', 'too-wide', makePng(LOGO_LIMITS.side + 1, 1)],
    ['a JPEG that stands on its side', 'turned', turnedJpeg()],
  ];
  it.each(refused)('refuses %s', (_what, problem, data) => {
    expect(readLogo(data)).toEqual({problem});
  });

  it('finds each single flipped byte of a PNG', () => {
    const png = makePng(20, 10);
    fc.assert(
      fc.property(fc.integer({min: 8, max: png.length - 1}), fc.integer({min: 1, max: 255}), (at, flip) => {
        const changed = Buffer.from(png);
        changed[at] = (changed[at] ?? 0) ^ flip;
        expect(readLogo(changed)).not.toHaveProperty('logo');
      }),
    );
  });

  it('never throws, whatever follows a signature', () => {
    const starts = [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], [0xff, 0xd8, 0xff, 0xe0], [0xff, 0xd8, 0xff, 0xe1], []];
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({maxLength: 300}), (start, rest) => {
        expect(['logo', 'problem']).toContain(Object.keys(readLogo(Uint8Array.of(...start, ...rest)))[0]);
      }),
    );
  });
});
