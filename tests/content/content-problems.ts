import {readFileSync} from 'node:fs';
import path from 'node:path';
import type {ContentProblem} from '@/lib/instrument/content-checks';
import type {ParsedContent} from '@/lib/instrument/parse-content';

export const PUBLISHED = 'content/instruments/published.json';

/** The recorded hash of each published version, by `id@version`. */
export function readPublished(projectFolder: string): Record<string, string> {
  return JSON.parse(readFileSync(path.join(projectFolder, PUBLISHED), 'utf8'));
}

/** What is wrong in content, and which published versions differ from what was recorded. */
export function findContentProblems(content: ParsedContent, projectFolder: string): ContentProblem[] {
  const recorded = readPublished(projectFolder);
  const present = new Map(
    [...content.instruments, ...content.traits]
      .filter(({instrument}) => instrument.status === 'published')
      .map(({instrument, hash}) => [`${instrument.id}@${instrument.version}`, hash]),
  );
  const changed = Object.entries(recorded).flatMap(([version, hash]): ContentProblem[] => {
    const now = present.get(version);
    if (now === hash) return [];
    const message = now === undefined ? 'a published version is gone' : 'a published version was changed; add a new version instead';
    return [{file: PUBLISHED, path: version, message}];
  });
  const unrecorded = [...present.keys()]
    .filter((version) => !(version in recorded))
    .map((version): ContentProblem => ({file: PUBLISHED, path: version, message: 'published but not recorded: run npm run content:publish'}));
  return [...content.problems, ...changed, ...unrecorded];
}
