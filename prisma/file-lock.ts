import {appendFileSync, rmSync, statSync} from 'node:fs';
import {createClient} from '@libsql/client';
import {explained} from './explained-error';

/** How long another process that prepares or replaces the file is waited for, in milliseconds. */
const PATIENCE = 60_000;

/**
 * Runs `work` while no other process of this program prepares or replaces the same SQLite file. The lock lies beside
 * the file and is held by the system, so that it goes with its process however that ends.
 */
export async function withFileLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const lock = `${file}.lock`;
  const release = await acquire(file, lock);
  try {
    return await work();
  } finally {
    rmSync(lock, {force: true});
    await release();
  }
}

async function acquire(file: string, lock: string): Promise<() => Promise<unknown>> {
  for (;;) {
    appendFileSync(lock, '');
    const before = inodeOf(lock);
    const client = createClient({url: `file:${lock}`, timeout: PATIENCE});
    const error: unknown = await client.execute('BEGIN EXCLUSIVE').then(() => null, (thrown: unknown) => thrown);
    const release = () => client.execute('ROLLBACK').finally(() => client.close());
    // Its last holder took the file away as it let go; another may hold the one that is there now.
    const same = before !== undefined && inodeOf(lock) === before;
    if (same && error === null) return release;
    await release().catch(() => {});
    if (same) throw explainHeld(file, error);
  }
}

function inodeOf(file: string): number | undefined {
  return statSync(file, {throwIfNoEntry: false})?.ino;
}

function explainHeld(file: string, error: unknown): unknown {
  if (!/BUSY|locked/.test(String(error))) return error;
  return explained(
    `The database can’t be used / 无法使用数据库: ${file}`,
    'Another process of this program has been preparing the file for a minute. Nothing was changed.',
    'Wait until it is done, then try again.',
    '本程序的另一个进程正在准备该文件，已超过一分钟，没有改动任何数据。请等它完成后再试。',
    error,
  );
}
