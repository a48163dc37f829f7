import type {RegisteredInstrument} from '@/lib/instrument/parse-content';
import type {Translate} from '@/lib/messages/translator';
import {FileError} from '../file-error';
import {refuseCompoundFile} from '../open-zip';
import type {FilledFile} from './filled-file';
import {readFilledCsv} from './read-filled-csv';
import {readFilledWorkbook} from './read-filled-workbook';

/** The largest file that is read at all, in megabytes. */
export const MAX_FILE_MEGABYTES = 5;

/** Reads a filled workbook or text file, told apart by what they hold, whatever they are called. @throws FileError */
export async function readFilledFile(bytes: Uint8Array, registered: RegisteredInstrument, t: Translate): Promise<FilledFile> {
  if (bytes.length > MAX_FILE_MEGABYTES * 1024 * 1024) throw new FileError('too-large', {max: MAX_FILE_MEGABYTES});
  if (bytes.length === 0) throw new FileError('no-rows');
  refuseCompoundFile(bytes);
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 0) < 9;
  return isZip ? readFilledWorkbook(bytes, registered, t) : readFilledCsv(bytes);
}
