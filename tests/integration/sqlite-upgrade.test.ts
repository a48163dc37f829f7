import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {chmodSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {listMigrationNames} from '@/prisma/migration-names';
import {makeFirstVersion} from '../support/first-version';
import {dumpSqlite, hashFiles, runScript, startStorm} from '../support/run-command';
import {makeFolder} from '../support/test-database';

const NAMES = listMigrationNames('sqlite');

let folder: string;
let remove: () => void;
let file: string;
let url: string;

beforeEach(() => {
  ({folder, remove} = makeFolder());
  file = path.join(folder, 'county.db');
  url = `file:${file}`;
});

afterEach(() => remove());

const prepare = (bounds: Parameters<typeof runScript>[3] = {}) => runScript('writer', url, ['prepare'], bounds);
const backups = () => readdirSync(path.join(folder, 'backups')).filter((name) => name.endsWith('.db'));

async function migrationsOf(sqlite: string) {
  const {_prisma_migrations: rows = []} = await dumpSqlite(sqlite);
  return rows.map((row) => row.migration_name).toSorted();
}

describe('an update of an SQLite file', () => {
  it('applies what is missing, keeps the rows, the rights and a backup of the file before', async () => {
    await makeFirstVersion(file);
    chmodSync(file, 0o640);
    const before = await dumpSqlite(file);
    const {code, stdout, stderr} = await prepare();
    expect({code, stderr}).toEqual({code: 0, stderr: ''});
    expect(stdout).toContain(NAMES.slice(1).join(', '));
    expect(await migrationsOf(file)).toEqual(NAMES);
    expect((await dumpSqlite(file)).Organisation).toMatchObject(before.Organisation ?? []);
    expect(statSync(file).mode & 0o777).toBe(0o640);
    const [backup = ''] = backups();
    expect(stdout).toContain(path.join(folder, 'backups', backup));
    expect(await dumpSqlite(path.join(folder, 'backups', backup))).toEqual(before);
    expect(readdirSync(folder).filter((name) => !/^county\.db(?:-wal|-shm)?$/.test(name))).toEqual(['backups']);
  });

  it('is made once where several processes start at once, on an old file and on none', async () => {
    for (const old of [true, false]) {
      if (old) await makeFirstVersion(file);
      else url = `file:${path.join(folder, 'new.db')}`;
      const ended = await Promise.all([prepare(), prepare(), prepare()]);
      expect(ended.map(({code, stderr}) => ({code, stderr}))).toEqual(ended.map(() => ({code: 0, stderr: ''})));
      expect(ended.filter(({stdout}) => stdout.includes('Applied migrations'))).toHaveLength(1);
      expect(await migrationsOf(url.slice('file:'.length))).toEqual(NAMES);
    }
    expect(backups()).toHaveLength(1);
  });

  it('that fails leaves the file as it was and names the backup', async () => {
    await makeFirstVersion(file, 'CREATE TABLE "TraitAnswer" ("in" TEXT, "the" TEXT, "way" TEXT)', `INSERT INTO "TraitAnswer" VALUES ('a', 'b', 'c')`);
    const before = hashFiles(folder);
    const {code, stdout, stderr} = await prepare();
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/could not be updated[\s\S]*already exists[\s\S]*file is as it was[\s\S]*原文件没有改动/);
    const {'county.db': after, ...added} = hashFiles(folder);
    expect({'county.db': after}).toEqual(before);
    const [backup = ''] = backups();
    expect(Object.keys(added).toSorted()).toEqual([`backups/${backup}`, `backups/${backup}.json`]);
    expect(stderr).toContain(path.join(folder, 'backups', backup));
    expect(await dumpSqlite(path.join(folder, 'backups', backup))).toEqual(await dumpSqlite(file));
  });

  it('goes on from the file as it was when one before it was cut off', async () => {
    await makeFirstVersion(file);
    writeFileSync(`${file}.upgrading`, readFileSync(file).subarray(0, 9000));
    writeFileSync(`${file}.lock`, '');
    expect(await prepare()).toMatchObject({code: 0, stderr: ''});
    expect(await migrationsOf(file)).toEqual(NAMES);
  });

  it('keeps the last three backups', async () => {
    for (let round = 0; round < 5; round += 1) {
      await makeFirstVersion(path.join(folder, `old-${round}.db`), `UPDATE "Organisation" SET "name" = 'round ${round}'`);
      for (const end of ['-wal', '-shm']) writeFileSync(`${file}${end}`, '');
      writeFileSync(file, readFileSync(path.join(folder, `old-${round}.db`)));
      expect(await prepare()).toMatchObject({code: 0});
    }
    const names = await Promise.all(backups().map(async (name) => (await dumpSqlite(path.join(folder, 'backups', name))).Organisation?.[0]?.name));
    expect(names.toSorted()).toEqual(['round 2', 'round 3', 'round 4']);
    expect(readdirSync(path.join(folder, 'backups'))).toHaveLength(6);
  });

  it('replaces the file that a link leads to, not the link', async () => {
    const real = path.join(folder, 'real.db');
    await makeFirstVersion(real);
    symlinkSync(real, file);
    expect(await prepare()).toMatchObject({code: 0});
    expect(await migrationsOf(real)).toEqual(NAMES);
  });

  it('changes nothing where the disk is full', async () => {
    await makeFirstVersion(file);
    const before = hashFiles(folder);
    const {code, stderr} = await prepare({limit: 40});
    expect(code).toBe(1);
    expect(stderr).toMatch(/disk is full[\s\S]*磁盘已满/);
    expect(hashFiles(folder)).toEqual(before);
  });
});

describe('a file that is in use', () => {
  it('is not updated under the program that uses it', async () => {
    await makeFirstVersion(file, 'PRAGMA journal_mode = WAL');
    const use = `const c = require('@libsql/client').createClient({url: process.argv[1]}); c.execute('SELECT * FROM "Organisation"').then(() => console.log('open')); setInterval(() => c, 1e9)`;
    const server = spawn(process.execPath, ['-e', use, url], {stdio: ['ignore', 'pipe', 'inherit']});
    try {
      await once(server.stdout, 'data');
      const before = hashFiles(folder);
      const {code, stdout, stderr} = await prepare();
      expect({code, stdout}).toEqual({code: 1, stdout: ''});
      expect(stderr).toMatch(/in use[\s\S]*Stop the servers[\s\S]*停止使用它的服务/);
      expect(hashFiles(folder)).toEqual(before);
    } finally {
      server.kill('SIGKILL');
      await once(server, 'exit');
    }
    expect(await prepare()).toMatchObject({code: 0, stderr: ''});
  });

  it('is prepared beside the server that uses it when it is up to date', async () => {
    const storm = await startStorm(url);
    try {
      expect(await prepare()).toMatchObject({code: 0, stdout: '', stderr: ''});
      await storm.reach(storm.acknowledged() + 5);
    } finally {
      await storm.stop();
    }
  });
});
