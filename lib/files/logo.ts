import {crc32} from 'node:zlib';
import {imageSize} from 'image-size';

/** A checked picture for the head of a report; its size is in pixels. */
export type ReportLogo = {data: Uint8Array; type: 'png' | 'jpeg'; width: number; height: number};

/** Largest logo, in bytes and in pixels a side. */
export const LOGO_LIMITS = {bytes: 1024 * 1024, side: 4000} as const;

/** Why a file is no logo; its words are the message `settings.logo-problem.<problem>`. */
export type LogoProblem = 'empty' | 'too-large' | 'not-a-picture' | 'other-picture' | 'damaged' | 'animated' | 'too-wide' | 'turned';

/** What `readLogo` finds. */
export type LogoReading = {logo: ReportLogo} | {problem: LogoProblem};

/** Reads a file as a logo by its content, whatever its name says: one whole, still PNG or JPEG within the limits. */
export function readLogo(data: Uint8Array): LogoReading {
  if (data.length === 0) return {problem: 'empty'};
  if (data.length > LOGO_LIMITS.bytes) return {problem: 'too-large'};
  const type = startsWith(data, PNG) ? 'png' : startsWith(data, JPEG) ? 'jpeg' : null;
  if (!type) return {problem: OTHERS.test(latin1(data.subarray(0, 256))) ? 'other-picture' : 'not-a-picture'};
  const body = type === 'png' ? checkPng(data) : checkJpeg(data);
  if (typeof body === 'string') return {problem: body};
  const size = measure(data);
  if (!size || size.width < 1 || size.height < 1) return {problem: 'damaged'};
  if (Math.max(size.width, size.height) > LOGO_LIMITS.side) return {problem: 'too-wide'};
  // Word and a browser do not agree on which way up such a picture stands.
  if ((size.orientation ?? 1) !== 1) return {problem: 'turned'};
  return {logo: {data: body, type, width: size.width, height: size.height}};
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];
/** How pictures begin that look like a logo but are none that Word takes: GIF, BMP, WebP, TIFF, HEIC, SVG. */
const OTHERS = /^(?:GIF8|BM|RIFF....WEBP|II\*\0|MM\0\*|....ftyp(?:hei|avif|mif))|<svg[\s>]/s;

function startsWith(data: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => data[index] === byte);
}

function latin1(data: Uint8Array): string {
  return Buffer.from(data).toString('latin1');
}

function measure(data: Uint8Array) {
  try {
    return imageSize(data);
  } catch {
    return null;
  }
}

/** Goes through all chunks with their check sums; the picture without anything behind its end, or what is wrong with it. */
function checkPng(data: Uint8Array): Uint8Array | 'damaged' | 'animated' {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  let hasPixels = false;
  for (let at = PNG.length; at + 12 <= data.length; ) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > data.length || crc32(data.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return 'damaged';
    const name = latin1(data.subarray(at + 4, at + 8));
    if ((name === 'IHDR') !== (at === PNG.length)) return 'damaged';
    if (name === 'acTL') return 'animated';
    if (name === 'IDAT') hasPixels = true;
    if (name === 'IEND') return hasPixels ? new Uint8Array(data.subarray(0, end)) : 'damaged';
    at = end;
  }
  return 'damaged';
}

/** Goes through the segments up to the pixels, which an end mark must follow; the picture up to it. */
function checkJpeg(data: Uint8Array): Uint8Array | 'damaged' {
  for (let at = 2; at + 4 <= data.length; ) {
    if (data[at] !== 0xff) return 'damaged';
    const marker = data[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xda) {
      const end = Buffer.from(data.buffer, data.byteOffset, data.byteLength).lastIndexOf(Buffer.of(0xff, 0xd9));
      return end > at ? new Uint8Array(data.subarray(0, end + 2)) : 'damaged';
    }
    at += 2 + ((data[at + 2] ?? 0) << 8) + (data[at + 3] ?? 0);
  }
  return 'damaged';
}
