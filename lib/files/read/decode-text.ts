import {FileError} from '../file-error';

/**
 * Decodes the bytes of a text file: UTF-16 where a byte order mark says so, else UTF-8 where they are sound UTF-8, else
 * GB18030, as Chinese versions of Excel and WPS write it. @throws FileError `bad-encoding`, `unknown-kind` for what is no text
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const encodings = isUtf16 ? [first === 0xff ? 'utf-16le' : 'utf-16be'] : ['utf-8', 'gb18030'];
  if (!isUtf16 && bytes.includes(0)) throw new FileError('unknown-kind');
  for (const encoding of encodings) {
    try {
      // Without its byte order mark, which the decoder takes away.
      return new TextDecoder(encoding, {fatal: true}).decode(bytes);
    } catch {
      continue;
    }
  }
  throw new FileError('bad-encoding');
}
