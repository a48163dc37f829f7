import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {type ContentCopy, copyContent} from '@/tests/support/content-copy';
import * as registry from './registry';

let copy: ContentCopy;

beforeEach(() => {
  copy = copyContent();
});

afterEach(() => copy.remove());

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
    copy.addVersion('1.9.0');
    copy.addVersion('1.10.0');
    expect(registry.listInstruments().map(({instrument}) => instrument.version)).toEqual(['1.10.0']);
    expect(registry.getInstrumentOrThrow('wang-zhang-2017').instrument.version).toBe('1.10.0');
    expect(registry.getInstrumentOrThrow('wang-zhang-2017', '1.9.0').instrument.version).toBe('1.9.0');
  });

  it('offers a draft only to those who name its version', () => {
    copy.addVersion('2.0.0', (text) => text.replace('status: published', 'status: draft'));
    expect(registry.getInstrumentOrThrow('wang-zhang-2017').instrument.version).toBe('1.0.0');
    expect(registry.getInstrumentOrThrow('wang-zhang-2017', '2.0.0').instrument.status).toBe('draft');
  });

  it('lists the published versions newer than a given one, the newest first', () => {
    for (const version of ['0.9.0', '1.9.0', '1.10.0']) copy.addVersion(version);
    copy.addVersion('2.0.0', (text) => text.replace('status: published', 'status: draft'));
    const newerThan = (version: string, id = 'wang-zhang-2017') => registry.listNewerVersions(id, version).map(({instrument}) => instrument.version);
    expect(newerThan('1.0.0')).toEqual(['1.10.0', '1.9.0']);
    expect(newerThan('1.10.0')).toEqual([]);
    expect(newerThan('1.0.0', '__proto__')).toEqual([]);
  });

  it('reads each folder once', () => {
    const known = registry.getContent();
    copy.addVersion('1.9.0');
    expect(registry.getContent()).toBe(known);
  });

  it('lists the codes of a category over all versions', () => {
    expect(registry.listMeasureCodes('A1')[0]).toBe('A11');
    expect(registry.listMeasureCodes('Z9')).toEqual([]);
  });

  it('lists every problem of unsound content, with file and path', () => {
    copy.addVersion('1.1.0', (text) => text.replace('from: editorial', 'from: hearsay'));
    writeFileSync(path.join(copy.folder, 'content/benchmarks/qinghe.yaml'), 'id: qinghe\n');
    expect(() => registry.getContent()).toThrow(/benchmarks\/qinghe\.yaml: stage: [^]*1\.1\.0\/instrument\.yaml: title\.from: /);
  });

  it('throws on a file that is not YAML', () => {
    writeFileSync(path.join(copy.folder, 'content/sources.yaml'), '- {');
    expect(() => registry.getContent()).toThrow();
  });
});
