import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {DCLinter} from 'dclint';
import {validate} from 'dockerfile-utils';
import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {ENV_NAMES, parseEnv} from '@/lib/env';
import manifest from '@/package.json';

const project = path.resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(project, file), 'utf8');

/** Instruction and arguments of each line; none is continued on the next. */
const dockerfile = read('lib/setup/docker/Dockerfile')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => ({name: line.split(' ')[0] ?? '', rest: line.slice(line.indexOf(' ') + 1)}));
const all = (name: string) => dockerfile.filter((line) => line.name === name).map(({rest}) => rest);
const [build = [], result = []] = [0, 1].map((stage) => {
  const starts = dockerfile.flatMap(({name}, index) => (name === 'FROM' ? [index] : []));
  return dockerfile.slice(starts[stage], starts[stage + 1]);
});
const settings = Object.fromEntries((all('ENV')[0] ?? '').split(' ').map((pair) => pair.split('=') as [string, string]));

describe('README', () => {
  it.each(ENV_NAMES)('describes the setting %s', (name) => {
    expect(read('README.md')).toMatch(new RegExp(`^\\| \`${name}\` \\| .+ \\| .+ \\|$`, 'm'));
  });

  it('names no command that is not there', () => {
    const named = [...read('README.md').matchAll(/npm run ([a-z][a-z:]*)/g)].map((match) => match[1] ?? '');
    expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });
});

describe('Dockerfile', () => {
  it('has nothing that a linter objects to', () => {
    expect(validate(read('lib/setup/docker/Dockerfile'))).toEqual([]);
    expect(validate('FROM node\nRUNN npm ci').length, 'a mistake is found').toBe(1);
  });

  it('is of two stages, with fixed versions', () => {
    expect(all('FROM')).toHaveLength(2);
    for (const image of all('FROM')) expect(image).toMatch(/^node:\d+-[a-z-]+(?: AS build)?$/);
  });

  it('copies what is there, and builds with a command that is there', () => {
    for (const {rest} of build.filter(({name}) => name === 'COPY')) for (const file of rest.split(' ').slice(0, -1)) expect(existsSync(path.join(project, file)), file).toBe(true);
    const scripts = all('RUN').flatMap((command) => [...command.matchAll(/npm run (\S+)/g)].map((match) => match[1] ?? ''));
    expect(scripts).toEqual(['build:standalone']);
    expect(scripts.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });

  it('runs as a user without rights, on accepted settings, with its data kept', () => {
    expect(result.findIndex(({name}) => name === 'USER')).toBeLessThan(result.findIndex(({name}) => name === 'CMD'));
    expect(all('USER')).toEqual(['node']);
    const {NODE_ENV, ...ours} = settings;
    expect(NODE_ENV).toBe('production');
    expect(Object.keys(ours).filter((name) => !ENV_NAMES.includes(name))).toEqual([]);
    expect(String(parseEnv(ours, '/app').port)).toBe(all('EXPOSE')[0]);
    expect(ours.DATABASE_URL).toBe(`file:${all('VOLUME')[0]}/county.db`);
  });

  it('starts as npm start does, and asks an address that is there how it is', () => {
    const command = JSON.parse(all('CMD')[0] ?? '') as string[];
    expect(command).toEqual([...manifest.scripts.start.split(' ').slice(0, -1), 'server.mjs']);
    const check = JSON.parse(/CMD (\[.*\])$/.exec(all('HEALTHCHECK')[0] ?? '')?.[1] ?? '') as string[];
    expect(check[0]).toBe('node');
    expect(() => new Function(check[2] ?? '')).not.toThrow();
    expect(check[2]).toContain('/api/v1/health');
    expect(existsSync(path.join(project, 'app/api/v1/health/route.ts'))).toBe(true);
  });
});

describe('compose.yaml', () => {
  type Service = {build?: {context: string; dockerfile: string}; environment: Record<string, string>; ports?: string[]; volumes?: string[]; depends_on?: Record<string, {condition: string}>; healthcheck?: object};
  const {services, volumes} = parse(read('lib/setup/docker/compose.yaml')) as {services: Record<string, Service>; volumes: Record<string, unknown>};

  it('follows its schema, and has nothing that a linter objects to', () => {
    const linter = new DCLinter({rules: {}, quiet: true, debug: false, exclude: []});
    expect(linter.lintFiles([path.join(project, 'lib/setup/docker/compose.yaml')], false)).toMatchObject([{messages: []}]);
    const broken = path.join(mkdtempSync(path.join(tmpdir(), 'county-test-')), 'compose.yaml');
    writeFileSync(broken, read('lib/setup/docker/compose.yaml').replace('depends_on', 'depends'));
    expect(linter.lintFiles([broken], false), 'a mistake is found').toMatchObject([{errorCount: 1}]);
    rmSync(path.dirname(broken), {recursive: true});
  });

  it('builds the Dockerfile from the project’s folder', () => {
    const {context = '', dockerfile: file = ''} = services.app?.build ?? {};
    expect(path.join(project, 'lib/setup/docker', context)).toBe(`${project}/`.replace(/\/$/, ''));
    expect(existsSync(path.join(project, file))).toBe(true);
  });

  it('gives accepted settings that lead to its own database', () => {
    const given = services.app?.environment ?? {};
    expect(Object.keys(given).filter((name) => !ENV_NAMES.includes(name))).toEqual([]);
    const url = new URL(parseEnv({DATABASE_URL: given.DATABASE_URL?.replace(/\$\{[^}]*\}/, 'secret')}, '/app').databaseUrl);
    const {POSTGRES_USER, POSTGRES_DB, POSTGRES_PASSWORD} = services[url.hostname]?.environment ?? {};
    expect([url.username, url.pathname]).toEqual([POSTGRES_USER, `/${POSTGRES_DB}`]);
    expect(given.DATABASE_URL).toContain(`:${POSTGRES_PASSWORD}@`);
    expect(Object.keys(services.app?.depends_on ?? {})).toEqual([url.hostname]);
    expect(services[url.hostname]?.healthcheck).toBeDefined();
  });

  it('opens the product to this machine only, and keeps what the database holds', () => {
    expect(services.app?.ports).toEqual([`127.0.0.1:3000:${settings.PORT}`]);
    const kept = Object.values(services).flatMap((service) => service.volumes ?? []).map((volume) => volume.split(':')[0]);
    expect(kept).toEqual(Object.keys(volumes));
  });
});
