import {Resvg} from '@resvg/resvg-js';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {encodePng} from './encode-png';

/** Reads a PNG with another decoder: drawn pixel by pixel from a picture that holds it. */
function decode(png: Uint8Array, width: number, height: number): Buffer {
  const href = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="${href}" image-rendering="optimizeSpeed"/></svg>`;
  return new Resvg(svg, {font: {loadSystemFonts: false}}).render().pixels;
}

describe('encodePng', () => {
  it('keeps every pixel', async () => {
    const sizes = fc.tuple(fc.integer({min: 1, max: 12}), fc.integer({min: 1, max: 12}), fc.integer());
    await fc.assert(
      fc.asyncProperty(sizes, async ([width, height, seed]) => {
        const pixels = Buffer.from(Array.from({length: width * height * 4}, (_, index) => (index % 4 === 3 ? 255 : Math.abs(seed * 31 + index * 97) % 256)));
        expect(decode(await encodePng(pixels, width, height), width, height)).toEqual(pixels);
      }),
      {numRuns: 60},
    );
  });
});
