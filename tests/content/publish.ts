/** `npm run content:publish`: records the hash of each newly published instrument version; never changes a recorded one. */
import {writeFileSync} from 'node:fs';
import {readContent} from '@/lib/instrument/registry';
import {PUBLISHED, readPublished} from './content-problems';

const content = readContent(process.cwd());
const recorded = readPublished(process.cwd());
const added = [...content.instruments, ...content.traits]
  .filter(({instrument}) => instrument.status === 'published' && !(`${instrument.id}@${instrument.version}` in recorded))
  .map(({instrument, hash}) => [`${instrument.id}@${instrument.version}`, hash] as const);

if (content.problems.length > 0) {
  console.error('content/ has problems; see npm run content:check. Nothing was recorded.');
  process.exitCode = 1;
} else {
  writeFileSync(PUBLISHED, `${JSON.stringify({...recorded, ...Object.fromEntries(added)}, null, 2)}\n`);
  console.log(added.length === 0 ? 'Nothing new to record.' : `Recorded ${added.map(([version]) => version).join(', ')}.`);
}
