import {createHash} from 'node:crypto';
import {createReadStream, existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {pipeline} from 'node:stream/promises';
import {z} from 'zod';
import {placeNew} from '../place-file';
import type {Provider} from '../provider-schema.mjs';

const manifestSchema = z.object({name: z.string(), version: z.string()});
const {name: PRODUCT, version: VERSION} = manifestSchema.parse(JSON.parse(readFileSync(path.join(import.meta.dirname, '../../package.json'), 'utf8')));

/** What lies beside a backup, as `<backup>.json`: what made it, and by what to know that it is whole. */
const noteSchema = z.object({
  product: z.string(),
  version: z.string(),
  kind: z.enum(['sqlite', 'postgresql']),
  /** The newest migration in it. */
  migration: z.string().nullable(),
  made: z.string(),
  bytes: z.number(),
  sha256: z.string(),
});

/** The note of a backup. */
export type BackupNote = z.infer<typeof noteSchema>;

/** The file that tells about a backup. */
export function noteFile(backup: string): string {
  return `${backup}.json`;
}

/** Writes the note of a backup whose bytes are in `finished` and which is about to be called `backup`. */
export async function writeNote(finished: string, backup: string, kind: Provider, migration: string | null): Promise<void> {
  const unfinished = `${noteFile(backup)}.unfinished-${process.pid}`;
  try {
    const note: BackupNote = {product: PRODUCT, version: VERSION, kind, migration, made: new Date().toISOString(), ...(await weigh(finished))};
    writeFileSync(unfinished, `${JSON.stringify(note, null, 2)}\n`);
    placeNew(unfinished, noteFile(backup));
  } finally {
    rmSync(unfinished, {force: true});
  }
}

/**
 * Checks a backup against its note.
 * @returns the note; null where none lies beside the backup
 * @throws Error when they don't belong together, or the backup is not this product's or not whole
 */
export async function checkNote(backup: string): Promise<BackupNote | null> {
  const file = noteFile(backup);
  if (!existsSync(file)) return null;
  let note: BackupNote;
  try {
    note = noteSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new Error(`its description ${file} can’t be read`, {cause: error});
  }
  if (note.product !== PRODUCT) throw new Error(`it was made by another program: ${note.product} ${note.version}`);
  const {bytes, sha256} = await weigh(backup);
  if (bytes !== note.bytes) throw new Error(`it is not whole: ${bytes} bytes, ${note.bytes} when it was made`);
  if (sha256 !== note.sha256) throw new Error(`it is damaged: its bytes are no longer those that were written ${note.made}`);
  return note;
}

async function weigh(file: string): Promise<{bytes: number; sha256: string}> {
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(createReadStream(file), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
    }
  });
  return {bytes, sha256: hash.digest('hex')};
}
