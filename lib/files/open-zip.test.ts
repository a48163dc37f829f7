import fc from 'fast-check';
import {type Zippable, strToU8, zipSync} from 'fflate';
import {describe, expect, it} from 'vitest';
import {OFFICE_LIMITS, openZip} from './open-zip';

const LIMITS = {maxBytes: 4 * 1024 * 1024, maxEntries: 20, maxRatio: 100};

const open = (bytes: Uint8Array) => openZip(bytes, LIMITS);
const refusal = (problem: string) => expect.objectContaining({name: 'FileError', problem}) as Error;

/** Where a signature first stands in the bytes. */
function find(bytes: Uint8Array, signature: readonly number[], from = 0): number {
  const at = bytes.findIndex((_, index) => index >= from && signature.every((byte, offset) => bytes[index + offset] === byte));
  if (at < 0) throw new Error('no such signature');
  return at;
}

const CENTRAL = [0x50, 0x4b, 1, 2];

/** A zip of one part with numbers of its directory replaced. */
function lying(change: (view: DataView, central: number) => void, content: Zippable = {'a.xml': strToU8('<a/>'.repeat(100))}): Uint8Array {
  const bytes = zipSync(content);
  change(new DataView(bytes.buffer, bytes.byteOffset), find(bytes, CENTRAL));
  return bytes;
}

describe('openZip', () => {
  it('gives back what was packed, stored or deflated', async () => {
    const name = fc.stringMatching(/^[a-z]{1,8}(?:\/[a-z]{1,8}){0,2}\.xml$/);
    await fc.assert(
      fc.asyncProperty(fc.dictionary(name, fc.uint8Array({maxLength: 2000}), {maxKeys: 8}), fc.constantFrom(0, 6) as fc.Arbitrary<0 | 6>, async (files, level) => {
        fc.pre(!Object.keys(files).some((one) => Object.keys(files).some((other) => other.startsWith(`${one}/`))));
        const opened = await open(zipSync(files, {level}));
        expect([...opened.keys()].toSorted()).toEqual(Object.keys(files).toSorted());
        for (const [file, content] of Object.entries(files)) expect(new Uint8Array(opened.get(file) ?? [])).toEqual(content);
      }),
      {numRuns: 50},
    );
  });

  it('refuses a bomb of zeros by what it really inflates to', async () => {
    const bomb = zipSync({'xl/worksheets/sheet1.xml': new Uint8Array(64 * 1024 * 1024)}, {level: 9});
    expect(bomb.length).toBeLessThan(100_000);
    await expect(open(bomb)).rejects.toEqual(refusal('inflates-too-much'));
    await expect(openZip(bomb)).rejects.toEqual(refusal('inflates-too-much'));
  });

  it('refuses a bomb that claims to be small, and holds no more than the limit meanwhile', async () => {
    const bomb = lying((view, at) => view.setUint32(at + 24, 10, true), {'a.xml': new Uint8Array(200 * 1024 * 1024)});
    const before = process.memoryUsage().arrayBuffers;
    await expect(open(bomb)).rejects.toEqual(refusal('inflates-too-much'));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(16 * 1024 * 1024);
  });

  it('counts all parts together', async () => {
    const part = () => Uint8Array.from({length: 900_000}, (_, at) => (at * 2_654_435_761) >>> 24);
    const parts = Object.fromEntries(Array.from({length: 6}, (_, at) => [`${at}.xml`, part()]));
    await expect(open(zipSync(parts, {level: 0}))).rejects.toEqual(refusal('inflates-too-much'));
  });

  it.each([
    ['smaller', 10],
    ['larger', 1_000_000],
  ])('refuses a size that is claimed %s than it is', async (_, size) => {
    await expect(open(lying((view, at) => view.setUint32(at + 24, size, true)))).rejects.toEqual(refusal('broken'));
  });

  it('refuses a wrong checksum, an unknown method and a part beyond the end', async () => {
    await expect(open(lying((view, at) => view.setUint32(at + 16, 1, true)))).rejects.toEqual(refusal('broken'));
    await expect(open(lying((view, at) => view.setUint16(at + 10, 14, true)))).rejects.toEqual(refusal('broken'));
    await expect(open(lying((view, at) => view.setUint32(at + 20, 0x7fffffff, true)))).rejects.toEqual(refusal('broken'));
    await expect(open(lying((view, at) => view.setUint32(at + 42, 0x7fffffff, true)))).rejects.toEqual(refusal('broken'));
  });

  it('refuses an encrypted part', async () => {
    await expect(open(lying((view, at) => view.setUint16(at + 8, 1, true)))).rejects.toEqual(refusal('encrypted'));
  });

  it('refuses two parts of one name, also when they differ in case only, and parts that share their bytes', async () => {
    const twice = zipSync({'a.xml': strToU8('one'), 'b.xml': strToU8('two')});
    const second = find(twice, CENTRAL, find(twice, CENTRAL) + 1);
    for (const letter of ['a', 'A']) {
      twice[second + 46] = letter.charCodeAt(0);
      await expect(open(twice)).rejects.toEqual(refusal('repeated-name'));
    }
    const shared = zipSync({'a.xml': strToU8('one'), 'b.xml': strToU8('one')});
    new DataView(shared.buffer).setUint32(find(shared, CENTRAL, find(shared, CENTRAL) + 1) + 42, 0, true);
    await expect(open(shared)).rejects.toEqual(refusal('broken'));
  });

  it.each(['../a.xml', 'xl/../../a.xml', '/etc/passwd', 'xl\\a.xml', 'c:a.xml'])('refuses the name %s', async (name) => {
    await expect(open(zipSync({[name]: strToU8('x')}))).rejects.toEqual(refusal('unsafe-name'));
  });

  it('refuses too many parts', async () => {
    const parts = Object.fromEntries(Array.from({length: 21}, (_, at) => [`${at}.xml`, strToU8('x')]));
    await expect(open(zipSync(parts))).rejects.toEqual(refusal('too-many-parts'));
  });

  it('leaves folders out', async () => {
    expect([...(await open(zipSync({'xl/': new Uint8Array(), 'xl/a.xml': strToU8('x')}))).keys()]).toEqual(['xl/a.xml']);
  });

  it('refuses compound files, telling the encrypted from the old', async () => {
    const head = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    const encrypted = Uint8Array.from([...head, ...Array<number>(1000).fill(0), ...Buffer.from('EncryptedPackage', 'utf16le')]);
    await expect(open(encrypted)).rejects.toEqual(refusal('encrypted'));
    await expect(open(Uint8Array.from([...head, ...Buffer.from('Workbook', 'utf16le')]))).rejects.toEqual(refusal('old-format'));
  });

  it('refuses what was cut short at any place, and whatever bytes come, with a problem of its own', async () => {
    const whole = zipSync({'a.xml': strToU8('<a/>'.repeat(50)), 'b.xml': strToU8('b')});
    for (let length = 0; length < whole.length; length += 1) await expect(open(whole.slice(0, length))).rejects.toEqual(refusal('broken'));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
        const bytes = whole.slice();
        bytes[at] = byte;
        await openZip(bytes, OFFICE_LIMITS).catch((error: unknown) => expect(error).toMatchObject({name: 'FileError'}));
      }),
      {numRuns: 300},
    );
  });
});
