import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {vi} from 'vitest';

const INSTRUMENT = 'wang-zhang-2017';

/** A copy of content/ in a folder of its own, from which the registry reads until `remove`. */
export type ContentCopy = {
  folder: string;
  /** Puts a copy of version 1.0.0 beside it as another version, its text changed as asked. */
  addVersion: (version: string, change?: (text: string) => string) => void;
  remove: () => void;
};

/** Makes the copy and lets the program work in its folder, so that a test registers versions without touching content/. */
export function copyContent(): ContentCopy {
  const folder = mkdtempSync(path.join(tmpdir(), 'county-content-'));
  cpSync('content', path.join(folder, 'content'), {recursive: true});
  const cwd = vi.spyOn(process, 'cwd').mockReturnValue(folder);
  const fileOf = (version: string) => path.join(folder, 'content/instruments', INSTRUMENT, version, 'instrument.yaml');
  return {
    folder,
    addVersion(version, change = (text) => text) {
      mkdirSync(path.dirname(fileOf(version)), {recursive: true});
      writeFileSync(fileOf(version), change(readFileSync(fileOf('1.0.0'), 'utf8').replace('version: 1.0.0', `version: ${version}`)));
    },
    remove() {
      cwd.mockRestore();
      rmSync(folder, {recursive: true, force: true});
    },
  };
}
