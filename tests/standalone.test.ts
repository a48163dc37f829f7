import {spawnSync} from 'node:child_process';
import {cpSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';
import {paths} from '@/lib/paths';
import {START_LIMIT, startAppServer} from './support/app-server';
import {copyDatabase} from './support/storm-database';
import {makeDraft, useTestDatabase} from './support/test-database';

useTestDatabase();

const project = path.resolve(import.meta.dirname, '..');

/** Runs a script with Node alone, without the caller's settings, and gives what it printed. */
function run(folder: string, args: readonly string[], variables: Record<string, string> = {}): string {
  const {status, stdout, stderr} = spawnSync(process.execPath, args, {cwd: folder, encoding: 'utf8', env: {NODE_ENV: 'production', PATH: process.env.PATH ?? '', HOME: folder, ...variables}});
  expect(status, stdout + stderr).toBe(0);
  return stdout;
}

it('makes a folder that serves, writes reports, backs up, restores and copies with Node alone', async () => {
  const {id} = await makeDraft();
  const {url, folder: place, remove} = await copyDatabase();
  run(project, ['lib/setup/build-standalone.mjs']);
  // Away from the project, whose packages would be found otherwise.
  const folder = path.join(place, 'standalone');
  cpSync(path.join(project, '.next/standalone'), folder, {recursive: true});
  const {scripts} = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {scripts: Record<string, string>};
  const command = (name: string, ...given: string[]) => run(folder, [...(scripts[name] ?? '').split(' ').slice(1), ...given], {DATABASE_URL: url});

  const app = await startAppServer(url, {folder});
  const save = async (note: string, revision: number) => {
    const body = JSON.stringify({answer: {value: 'in-place', note}, revision});
    const response = await fetch(app.url + paths.api.answer(id, 'A11'), {method: 'PUT', headers: {'content-type': 'application/json'}, body});
    expect(response.status).toBe(200);
  };
  const read = async (address: string) => {
    const response = await fetch(app.url + address);
    expect(response.status, address).toBe(200);
    return Buffer.from(await response.arrayBuffer());
  };
  try {
    expect(JSON.parse(String(await read('/api/v1/health')))).toMatchObject({status: 'ok', database: {current: true, writable: true}});
    await save('备份前写的', 0);
    expect(String(await read(paths.report(id)))).toContain('备份前写的');
    expect(String(await read(paths.api.staircase(id)))).toMatch(/^<svg/);
    for (const [type, least] of [['docx', 100_000], ['xlsx', 10_000]] as const) {
      const file = await read(paths.reportFile(id, type, 'zh-CN'));
      expect(file.subarray(0, 2).toString(), type).toBe('PK');
      expect(file.length, type).toBeGreaterThan(least);
    }
    const backup = path.join(place, 'kept.db');
    command('db:backup', backup);
    await save('备份后写的', 1);
    expect(await app.end('SIGTERM')).toBe(0);
    expect(command('db:copy', url, `file:${path.join(place, 'other.db')}`)).toMatch(/AnswerChange\s+2 /);
    command('db:restore', backup);
    await app.revive();
    const restored = String(await read(paths.report(id)));
    expect(restored).toContain('备份前写的');
    expect(restored).not.toContain('备份后写的');
    expect(app.stderr()).toBe('');
  } finally {
    await app.stop();
    remove();
  }
}, START_LIMIT + 180_000);
