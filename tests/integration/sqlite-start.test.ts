import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {createClient} from '@libsql/client';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {hashFiles, runScript} from '../support/run-command';
import {makeFolder} from '../support/test-database';

const {folder, remove} = makeFolder();
const project = path.resolve(import.meta.dirname, '../..');
const at = (name: string) => path.join(folder, name);

beforeAll(async () => {
  expect(await runScript('writer', `file:${at('made.db')}`, ['prepare'])).toMatchObject({code: 0});
  expect(await runScript('backup', `file:${at('made.db')}`, [at('newer.db')])).toMatchObject({code: 0});
  writeFileSync(at('half.db'), readFileSync(at('newer.db')).subarray(0, 20_000));
  writeFileSync(at('text.db'), '县域电商'.repeat(500));
  mkdirSync(at('folder.db'));
  const newer = createClient({url: `file:${at('newer.db')}`});
  await newer.execute(`UPDATE _prisma_migrations SET migration_name = '29990101000000_future' WHERE migration_name LIKE '%traits'`);
  newer.close();
  const shop = createClient({url: `file:${at('shop.db')}`});
  await shop.execute('CREATE TABLE stock (item TEXT)');
  shop.close();
});

afterAll(() => remove());

describe('npm start', () => {
  it.each([
    ['a malformed DATABASE_URL', 'mysql://me:p%40ss@db/x', /DATABASE_URL="mysql:\/\/\*\*\*@db\/x": expected \/ 应为 file:/],
    ['a server that can’t be reached', 'postgresql://county:p%40ss@127.0.0.1:1/county', /can’t be reached.*host and port[\s\S]*请确认 PostgreSQL 已启动/],
    ['a file of another program', `file:${at('shop.db')}`, /tables of another program.*name another file[\s\S]*其他程序的数据表/],
    ['a file of a newer version', `file:${at('newer.db')}`, /newer version.*29990101000000_future[\s\S]*更新版本/],
    ['a file that is cut in half', `file:${at('half.db')}`, /damaged.*npm run db:restore[\s\S]*已损坏/],
    ['a file that is no database', `file:${at('text.db')}`, /not an SQLite database.*npm run db:restore[\s\S]*不是 SQLite 数据库/],
    ['a folder in the place of the file', `file:${at('folder.db')}`, /can’t be written; check the rights[\s\S]*不可写/],
  ])('refuses %s by one message and changes nothing', async (_what, url, words) => {
    const before = hashFiles(folder);
    const env = {...process.env, DATABASE_URL: url};
    Reflect.deleteProperty(env, 'NODE_ENV');
    const child = spawn(process.execPath, ['lib/setup/start.mjs'], {cwd: project, env, stdio: ['ignore', 'ignore', 'pipe']});
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    const [code] = (await once(child, 'close')) as [number | null];
    expect(said).toMatch(words);
    expect(said.match(/✗/g)).toHaveLength(1);
    expect(said).not.toMatch(/p@ss|p%40ss|\n\s+at /);
    expect(code).toBe(1);
    expect(hashFiles(folder)).toEqual(before);
  });
});
