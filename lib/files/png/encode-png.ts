import {promisify} from 'node:util';
import {crc32, deflate} from 'node:zlib';

const SIGNATURE = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const BYTES_PER_PIXEL = 4;
/** Eight bits a channel, red, green, blue and alpha, in rows from the top. */
const RGBA = [8, 6, 0, 0, 0];
const deflateAside = promisify(deflate);

/** Writes pixels of four bytes (red, green, blue, alpha) as a PNG file, packed away from the main thread. */
export async function encodePng(pixels: Uint8Array, width: number, height: number): Promise<Uint8Array> {
  const row = width * BYTES_PER_PIXEL;
  // Each row begins with the number of its filter; 0 is none.
  const rows = Buffer.alloc((row + 1) * height);
  for (let y = 0; y < height; y += 1) rows.set(pixels.subarray(y * row, (y + 1) * row), y * (row + 1) + 1);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set(RGBA, 8);
  const packed = await deflateAside(rows);
  return Buffer.concat([SIGNATURE, writeChunk('IHDR', header), writeChunk('IDAT', packed), writeChunk('IEND', Buffer.alloc(0))]);
}

function writeChunk(type: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(data.length + 12);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(type, 4, 'latin1');
  chunk.set(data, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, data.length + 8)), data.length + 8);
  return chunk;
}
