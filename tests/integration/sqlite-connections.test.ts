import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest';
import {getAssessmentOrThrow} from '@/lib/db/assessments';
import {getClient} from '@/lib/db/client';
import {write} from '@/lib/db/write';
import {prepareDatabase} from '@/prisma/prepare-database';
import {ORGANISATION, makeDraft, makeFolder} from '../support/test-database';

const {folder, remove} = makeFolder();

beforeAll(async () => {
  const url = `file:${path.join(folder, 'county.db')}`;
  vi.stubEnv('DATABASE_URL', url);
  const said = vi.spyOn(console, 'log').mockImplementation(() => {});
  await prepareDatabase(url);
  said.mockRestore();
});

afterAll(async () => {
  await getClient().$disconnect();
  vi.unstubAllEnvs();
  remove();
});

type Asking = Pick<ReturnType<typeof getClient>, '$queryRawUnsafe'>;

/** What a connection says of itself: write-ahead log, synchronous FULL (2), foreign keys on, five seconds of patience. */
async function settingsOf(connection: Asking) {
  const ask = async (pragma: string) => Object.values((await connection.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${pragma}`))[0] ?? {}).map(String)[0];
  return {mode: await ask('journal_mode'), synchronous: await ask('synchronous'), foreignKeys: await ask('foreign_keys'), patience: await ask('busy_timeout')};
}

const DURABLE = {mode: 'wal', synchronous: '2', foreignKeys: '1', patience: '5000'};

describe('every connection to the SQLite file', () => {
  it('puts each commit on the disk, minds foreign keys and waits for others: the first, those of transactions, those after them', async () => {
    expect(await settingsOf(getClient())).toEqual(DURABLE);
    for (let round = 0; round < 5; round += 1) {
      expect(await write(settingsOf)).toEqual(DURABLE);
      expect(await settingsOf(getClient())).toEqual(DURABLE);
    }
  });

  it('is so after work that failed, and refuses an answer to no assessment', async () => {
    await expect(write((tx) => tx.answer.create({data: {assessmentId: 'none', measure: 'A11', value: 'unknown', answeredBy: '某'}}))).rejects.toMatchObject({code: 'P2003'});
    expect(await write(settingsOf)).toEqual(DURABLE);
    expect(await settingsOf(getClient())).toEqual(DURABLE);
    const {id} = await makeDraft();
    expect((await getAssessmentOrThrow(ORGANISATION, id)).answers).toEqual([]);
  });
});
