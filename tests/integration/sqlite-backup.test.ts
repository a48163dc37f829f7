import {chmodSync, copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {createClient} from '@libsql/client';
import {afterEach, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {listMigrationNames} from '@/prisma/migration-names';
import {makeFirstVersion} from '../support/first-version';
import {dumpSqlite, findGuest, hashFiles, runScript, startStorm} from '../support/run-command';
import {makeFolder} from '../support/test-database';

let filled: Buffer;
let folder: string;
let remove: () => void;
let file: string;
let url: string;
let backup: string;

beforeAll(async () => {
  const place = makeFolder();
  const source = path.join(place.folder, 'county.db');
  expect(await runScript('writer', `file:${source}`, ['fill'])).toMatchObject({code: 0, stderr: ''});
  expect(await runScript('backup', `file:${source}`, [path.join(place.folder, 'filled.db')])).toMatchObject({code: 0});
  filled = readFileSync(path.join(place.folder, 'filled.db'));
  place.remove();
});

beforeEach(() => {
  ({folder, remove} = makeFolder());
  file = path.join(folder, 'county.db');
  url = `file:${file}`;
  backup = path.join(folder, 'kept', 'backup.db');
  writeFileSync(file, filled);
});

afterEach(() => remove());

async function execute(on: string, ...statements: string[]): Promise<void> {
  const client = createClient({url: `file:${on}`});
  for (const statement of statements) await client.execute(statement);
  client.close();
}

/** Runs a command that must refuse, say why in both languages, and leave every file as it is. */
async function refuse(script: 'backup' | 'restore' | 'copy', args: string[], words: RegExp, databaseUrl = url, bounds: Parameters<typeof runScript>[3] = {}): Promise<string> {
  const before = hashFiles(folder);
  const {code, stdout, stderr} = await runScript(script, databaseUrl, args, bounds);
  expect(stderr).toMatch(words);
  expect(stderr).toMatch(/[一-龥]/);
  expect(stderr.match(/✗/g)).toHaveLength(1);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect({code, stdout}).toEqual({code: 1, stdout: ''});
  expect(hashFiles(folder)).toEqual(before);
  return stderr;
}

describe('npm run db:backup on SQLite', () => {
  it('holds one moment of a database that is written to all the time', async () => {
    const storm = await startStorm(url);
    try {
      for (const round of [1, 2, 3]) {
        await storm.reach(storm.acknowledged() + 30);
        const least = storm.acknowledged();
        const copy = path.join(folder, `storm-${round}.db`);
        expect(await runScript('backup', url, [copy])).toMatchObject({code: 0, stderr: ''});
        const most = storm.acknowledged() + 1;
        const {CountyProfile: profiles = [], Organisation: [organisation] = []} = await dumpSqlite(copy);
        const numbers = profiles.filter(({industry}) => industry === 'storm').map(({county}) => Number(county)).toSorted((a, b) => a - b);
        expect(numbers).toEqual(numbers.map((_, at) => at + 1));
        expect(organisation?.name).toBe(String(numbers.length));
        expect(numbers.length).toBeGreaterThanOrEqual(least);
        expect(numbers.length).toBeLessThanOrEqual(most);
      }
    } finally {
      await storm.stop();
    }
  });

  it('names itself by the time, tells what made it, and holds every row', async () => {
    const {code, stdout} = await runScript('backup', url);
    expect(code).toBe(0);
    const [name = '', note = ''] = readdirSync(path.join(folder, 'backups')).toSorted();
    expect(name).toMatch(/^county-\d{8}-\d{6}\.db$/);
    expect(note).toBe(`${name}.json`);
    expect(stdout).toContain(path.join(folder, 'backups', name));
    expect(JSON.parse(readFileSync(path.join(folder, 'backups', note), 'utf8'))).toMatchObject({
      product: 'county-stage-diagnosis',
      kind: 'sqlite',
      migration: listMigrationNames('sqlite').at(-1),
    });
    expect(await dumpSqlite(path.join(folder, 'backups', name))).toEqual(await dumpSqlite(file));
  });

  it('never overwrites a file', async () => {
    writeFileSync(path.join(folder, 'there.db'), 'kept');
    await refuse('backup', [path.join(folder, 'there.db')], /file of that name.*already/);
  });

  it('refuses what is no database of this program, is not there, is damaged or newer', async () => {
    await refuse('backup', [backup.replace('/kept', '')], /no database yet[\s\S]*npm start/, `file:${path.join(folder, 'nothing.db')}`);
    await execute(path.join(folder, 'shop.db'), 'CREATE TABLE stock (item TEXT)');
    await refuse('backup', [path.join(folder, 'b.db')], /another program/, `file:${path.join(folder, 'shop.db')}`);
    writeFileSync(path.join(folder, 'half.db'), filled.subarray(0, 30_000));
    await refuse('backup', [path.join(folder, 'b.db')], /damaged.*restore a backup/, `file:${path.join(folder, 'half.db')}`);
    await execute(file, `UPDATE _prisma_migrations SET migration_name = '29990101000000_future' WHERE migration_name LIKE '%traits'`);
    await refuse('backup', [path.join(folder, 'b.db')], /newer version.*29990101000000_future/);
  });

  it('refuses a malformed DATABASE_URL, and to be used in another way', async () => {
    await refuse('backup', [], /DATABASE_URL="mysql:\/\/\*\*\*@db\/x": expected/, 'mysql://me:secret@db/x');
    await refuse('backup', ['a', 'b'], /usage.*npm run db:backup/);
    await refuse('restore', [], /usage.*npm run db:restore/);
  });

  it('leaves nothing behind where the disk is full, or the folder can’t be written', async () => {
    await refuse('backup', [path.join(folder, 'b.db')], /disk is full.*Make room/, url, {limit: 40});
    await refuse('backup', [path.join(file, 'b.db')], /can’t be written/);
  });
});

describe('npm run db:restore on SQLite', () => {
  it('brings every row back and keeps what it replaced', async () => {
    expect(await runScript('backup', url, [backup])).toMatchObject({code: 0});
    const before = await dumpSqlite(file);
    await execute(file, `UPDATE "Organisation" SET "name" = 'Changed'`, 'DELETE FROM "Answer"');
    const changed = await dumpSqlite(file);
    const {code, stdout, stderr} = await runScript('restore', url, [backup]);
    expect({code, stderr}).toEqual({code: 0, stderr: ''});
    expect(await dumpSqlite(file)).toEqual(before);
    const kept = readdirSync(folder).find((name) => name.startsWith('county.db.replaced-')) ?? '';
    expect(stdout).toContain(path.join(folder, kept));
    expect(await dumpSqlite(path.join(folder, kept))).toEqual(changed);
  });

  it('refuses while a server uses the database, and works when that is gone', async () => {
    expect(await runScript('backup', url, [backup])).toMatchObject({code: 0});
    const storm = await startStorm(url);
    try {
      const {code, stderr} = await runScript('restore', url, [backup]);
      expect(code).toBe(1);
      expect(stderr).toMatch(/in use[\s\S]*Stop the servers[\s\S]*停止使用它的服务/);
      await storm.reach(storm.acknowledged() + 5);
    } finally {
      await storm.stop();
    }
    expect(await runScript('restore', url, [backup])).toMatchObject({code: 0});
    expect((await dumpSqlite(file)).CountyProfile).toHaveLength(1);
  });

  it('refuses a backup that is cut in half, damaged, another program’s, newer, of the other kind, or none', async () => {
    expect(await runScript('backup', url, [backup])).toMatchObject({code: 0});
    const cut = path.join(folder, 'cut.db');
    writeFileSync(cut, filled.subarray(0, filled.length / 2));
    await refuse('restore', [cut], /can’t be restored[\s\S]*malformed[\s\S]*Choose another backup/);
    copyFileSync(`${backup}.json`, `${cut}.json`);
    await refuse('restore', [cut], /not whole: \d+ bytes, \d+ when it was made/);
    const bent = Buffer.from(readFileSync(backup));
    bent[bent.length - 5] = (bent.at(-5) ?? 0) ^ 1;
    writeFileSync(cut, bent);
    await refuse('restore', [cut], /damaged: its bytes are no longer those/);
    writeFileSync(`${cut}.json`, '{');
    await refuse('restore', [cut], /description .* can’t be read/);
    const other = path.join(folder, 'other.db');
    await execute(other, 'CREATE TABLE stock (item TEXT)');
    await refuse('restore', [other], /another program/);
    const newer = path.join(folder, 'newer.db');
    writeFileSync(newer, filled);
    await execute(newer, `UPDATE _prisma_migrations SET migration_name = '29990101000000_future' WHERE migration_name LIKE '%traits'`);
    await refuse('restore', [newer], /newer version.*\n.*Restore it with the version that made it/);
    writeFileSync(path.join(folder, 'x.dump'), 'PGDMP and more of it');
    await refuse('restore', [path.join(folder, 'x.dump')], /of another kind \(postgresql\)/);
    writeFileSync(path.join(folder, 'text.db'), '县域电商');
    await refuse('restore', [path.join(folder, 'text.db')], /no backup of this program/);
    await refuse('restore', [path.join(folder, 'nothing.db')], /no such file/);
    await refuse('restore', [folder], /not a file/);
  });

  it('refuses to replace a database of another program', async () => {
    const shop = path.join(folder, 'shop.db');
    await execute(shop, 'CREATE TABLE stock (item TEXT)');
    expect(await runScript('backup', url, [backup])).toMatchObject({code: 0});
    await refuse('restore', [backup], /tables of another program/, `file:${shop}`);
  });

  it('replaces a damaged database, which it keeps', async () => {
    expect(await runScript('backup', url, [backup])).toMatchObject({code: 0});
    const damaged = Buffer.from('not a database any more'.repeat(300));
    writeFileSync(file, damaged);
    expect(await runScript('restore', url, [backup])).toMatchObject({code: 0, stderr: ''});
    const kept = readdirSync(folder).find((name) => name.startsWith('county.db.replaced-')) ?? '';
    expect(readFileSync(path.join(folder, kept)).equals(damaged)).toBe(true);
    expect((await dumpSqlite(file)).Answer).not.toEqual([]);
  });

  it('restores where nothing was, and brings an older backup up to date', async () => {
    mkdirSync(path.dirname(backup));
    await makeFirstVersion(backup);
    const fresh = path.join(folder, 'new', 'county.db');
    const {code, stdout} = await runScript('restore', `file:${fresh}`, [backup]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/No description lies beside the backup/);
    const {_prisma_migrations: migrations = [], Organisation: organisations} = await dumpSqlite(fresh);
    expect(migrations).toHaveLength(listMigrationNames('sqlite').length);
    expect(organisations).toMatchObject([{id: 'local', name: 'Office'}]);
  });

  it('changes nothing where the disk is full', async () => {
    expect(await runScript('backup', url, [backup])).toMatchObject({code: 0});
    await refuse('restore', [backup], /disk is full/, url, {limit: 40});
  });
});

describe('a user without rights', () => {
  const guest = findGuest();

  it.skipIf(guest === null)('is told so by each command, and changes nothing', async () => {
    writeFileSync(path.join(folder, 'kept.db'), filled);
    chmodSync(folder, 0o555);
    try {
      await refuse('backup', [], /can’t be written[\s\S]*EACCES[\s\S]*Check the rights/, url, guest ?? {});
      await refuse('backup', [path.join(folder, 'b.db')], /can’t be written[\s\S]*EACCES[\s\S]*Check the rights/, url, guest ?? {});
      await refuse('restore', [path.join(folder, 'kept.db')], /EACCES[\s\S]*can’t be written; check the rights/, url, guest ?? {});
      await refuse('copy', [url, `file:${path.join(folder, 'to.db')}`], /can’t be written; check the rights/, url, guest ?? {});
    } finally {
      chmodSync(folder, 0o755);
    }
  });
});
