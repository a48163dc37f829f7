import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

let registry: typeof import('./registry');
let folder: string;

/** Puts a copy of the published instrument as another version into the folder. */
function addVersion(version: string, change: (text: string) => string = (text) => text) {
  const target = path.join(folder, 'content/instruments/wang-zhang-2017', version);
  mkdirSync(target, {recursive: true});
  const text = readFileSync('content/instruments/wang-zhang-2017/1.0.0/instrument.yaml', 'utf8');
  writeFileSync(path.join(target, 'instrument.yaml'), change(text.replace('version: 1.0.0', `version: ${version}`)));
}

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'county-content-'));
  cpSync('content', path.join(folder, 'content'), {recursive: true});
  // The registry keeps what it has read, so each test gets a fresh one.
  vi.resetModules();
  registry = await import('./registry');
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, {recursive: true, force: true});
});

describe('the registry', () => {
  it('finds the default instrument, by id and by version', () => {
    const newest = registry.getInstrumentOrThrow(registry.DEFAULT_INSTRUMENT);
    expect(newest.instrument).toMatchObject({id: 'wang-zhang-2017', version: '1.0.0', status: 'published'});
    expect(newest.benchmarks.map(({id}) => id)).toEqual(['guangshan', 'jinzhai', 'qinghe']);
    expect(newest.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(registry.getInstrumentOrThrow('wang-zhang-2017', '1.0.0')).toBe(newest);
  });

  it.each([
    ['no-such', undefined],
    ['wang-zhang-2017', '9.9.9'],
    ['../wang-zhang-2017', undefined],
    ['__proto__', undefined],
  ])('does not find %s %s', (id, version) => {
    expect(() => registry.getInstrumentOrThrow(id, version)).toThrow(expect.objectContaining({code: 'instrument-not-found'}) as Error);
  });

  it('takes the newest published version for new work, by number, and keeps the older ones', () => {
    addVersion('1.9.0');
    addVersion('1.10.0');
    expect(registry.listInstruments().map(({instrument}) => instrument.version)).toEqual(['1.10.0']);
    expect(registry.getInstrumentOrThrow('wang-zhang-2017').instrument.version).toBe('1.10.0');
    expect(registry.getInstrumentOrThrow('wang-zhang-2017', '1.9.0').instrument.version).toBe('1.9.0');
  });

  it('offers a draft only to those who name its version', () => {
    addVersion('2.0.0', (text) => text.replace('status: published', 'status: draft'));
    expect(registry.getInstrumentOrThrow('wang-zhang-2017').instrument.version).toBe('1.0.0');
    expect(registry.getInstrumentOrThrow('wang-zhang-2017', '2.0.0').instrument.status).toBe('draft');
  });

  it('lists the codes of a category over all versions', () => {
    expect(registry.listMeasureCodes('A1')[0]).toBe('A11');
    expect(registry.listMeasureCodes('Z9')).toEqual([]);
  });

  it('lists every problem of unsound content, with file and path', () => {
    addVersion('1.1.0', (text) => text.replace('from: editorial', 'from: hearsay'));
    writeFileSync(path.join(folder, 'content/benchmarks/qinghe.yaml'), 'id: qinghe\n');
    expect(() => registry.getContent()).toThrow(/benchmarks\/qinghe\.yaml: stage: [^]*1\.1\.0\/instrument\.yaml: title\.from: /);
  });

  it('throws on a file that is not YAML', () => {
    writeFileSync(path.join(folder, 'content/sources.yaml'), '- {');
    expect(() => registry.getContent()).toThrow();
  });
});
