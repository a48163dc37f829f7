import {promisify} from 'node:util';
import {crc32, inflateRaw} from 'node:zlib';
import {FileError} from './file-error';

const inflate = promisify(inflateRaw);

/** How much a zip may hold before it is refused. */
export type ZipLimits = {
  /** Bytes of all parts together once inflated. */
  maxBytes: number;
  maxEntries: number;
  /** How many times its packed size a part may have, beyond the first `FREE_BYTES` of it. */
  maxRatio: number;
};

/** Enough for any office file that this product reads. */
export const OFFICE_LIMITS: ZipLimits = {maxBytes: 24 * 1024 * 1024, maxEntries: 400, maxRatio: 200};

/** A part of this size is harmless however well it was packed. */
const FREE_BYTES = 1024 * 1024;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;

/** An entry as the directory claims it; nothing of that is believed before it was measured. */
type Entry = {name: string; method: number; crc: number; packed: number; size: number; offset: number};

/**
 * Opens a zip that nobody vouches for: its parts by name, folders left out. Never holds more than `limits.maxBytes` of
 * inflated data, whatever the headers claim; names that leave the folder or occur twice, parts that overlap, claims that
 * don't hold, and checksums that are wrong are refused.
 * @throws FileError `encrypted`, `old-format`, `broken`, `inflates-too-much`, `too-many-parts`, `unsafe-name`, `repeated-name`
 */
export async function openZip(bytes: Uint8Array, limits: ZipLimits = OFFICE_LIMITS): Promise<Map<string, Uint8Array>> {
  refuseCompoundFile(bytes);
  const parts = new Map<string, Uint8Array>();
  const taken: [from: number, to: number][] = [];
  let left = limits.maxBytes;
  for (const entry of listEntries(bytes, limits)) {
    const packed = packedBytes(bytes, entry, taken);
    if (entry.name.endsWith('/') && entry.size === 0) continue;
    const part = await unpack(packed, entry, Math.min(left, Math.max(FREE_BYTES, packed.length * limits.maxRatio)), limits);
    left -= part.length;
    parts.set(entry.name, part);
  }
  return parts;
}

/** Whether the bytes start as an OLE compound file does: what old Office files and encrypted new ones are kept in. */
function isCompoundFile(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => bytes[at] === byte);
}

/** Refuses an OLE compound file, telling an encrypted workbook from an old one. @throws FileError `encrypted`, `old-format` */
export function refuseCompoundFile(bytes: Uint8Array): void {
  if (!isCompoundFile(bytes)) return;
  // Names of streams are UTF-16; only an encrypted package has one of this name.
  const isEncrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'));
  throw new FileError(isEncrypted ? 'encrypted' : 'old-format');
}

function listEntries(bytes: Uint8Array, limits: ZipLimits): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  // Several disks, or numbers that only the 64-bit form holds: no office program writes a small file so.
  if (view.getUint32(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count || start + size > end) throw new FileError('broken');
  if (count > limits.maxEntries) throw new FileError('too-many-parts', {max: limits.maxEntries});
  const entries: Entry[] = [];
  const seen = new Set<string>();
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) throw new FileError('broken');
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) throw new FileError('broken');
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if ((view.getUint16(at + 8, true) & 1) !== 0) throw new FileError('encrypted');
    if (!isSafeName(name)) throw new FileError('unsafe-name');
    // Two names that differ in case only are one file to an office program.
    if (seen.has(name.toLowerCase())) throw new FileError('repeated-name', {name});
    seen.add(name.toLowerCase());
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = next;
  }
  return entries;
}

/** Position of the record that ends a zip; a comment of up to 64 KiB may follow it. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - END_SIZE; at >= Math.max(0, view.byteLength - END_SIZE - 0xffff); at -= 1) {
    if (view.getUint32(at, true) === END && at + END_SIZE + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  throw new FileError('broken');
}

function isSafeName(name: string): boolean {
  return name !== '' && !/[\\\0-\x1f\ufffd:]/.test(name) && !name.startsWith('/') && !name.split('/').includes('..');
}

/** The packed bytes of an entry, which no other entry may share. */
function packedBytes(bytes: Uint8Array, {offset, packed}: Entry, taken: [number, number][]): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) throw new FileError('broken');
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const to = from + packed;
  if (to > bytes.length || taken.some(([start, end]) => offset < end && start < to)) throw new FileError('broken');
  taken.push([offset, to]);
  return bytes.subarray(from, to);
}

async function unpack(packed: Uint8Array, {method, size, crc}: Entry, max: number, {maxBytes}: ZipLimits): Promise<Uint8Array> {
  const tooMuch = () => new FileError('inflates-too-much', {max: Math.round(maxBytes / 1024 / 1024)});
  if (method !== 0 && method !== 8) throw new FileError('broken');
  let part: Uint8Array;
  if (method === 0) {
    if (packed.length > max) throw tooMuch();
    part = packed.slice();
  } else {
    try {
      // A limit of 0 would mean none.
      part = await inflate(packed, {maxOutputLength: Math.max(1, max)});
    } catch (error) {
      throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooMuch() : new FileError('broken', {}, {cause: error});
    }
    if (part.length > max) throw tooMuch();
  }
  if (part.length !== size || crc32(part) !== crc) throw new FileError('broken');
  return part;
}
