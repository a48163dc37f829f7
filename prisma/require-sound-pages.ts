import type {Client} from '@libsql/client';

/**
 * Looks through all pages of an SQLite file, which takes about a second for each gigabyte: damage would else be met
 * by whoever happens to need the page, long after it could be told from a good copy.
 * @throws Error when they do not fit together
 */
export async function requireSoundPages(client: Client): Promise<void> {
  const {rows} = await client.execute('PRAGMA quick_check(3)');
  const words = rows.map((row) => String(row[0])).join('; ');
  if (words !== 'ok') throw new Error(`integrity check: ${words.slice(0, 300)}`);
}
