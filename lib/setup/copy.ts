/** `npm run db:copy -- <from> <to>`: copies all that one database holds into an empty one, of either kind. */
import {EnvError, parseEnv} from '@/lib/env';
import {copyDatabase} from '@/prisma/copy/copy-database';
import {describeDatabase} from '@/prisma/provider';
import {readArguments, runCommand} from './command';

await runCommand(async () => {
  const [from = '', to = ''] = readArguments('npm run db:copy -- <from URL / 来源> <to URL / 目标>', 2, 2).map(readUrl);
  const counts = await copyDatabase(from, to);
  const width = Math.max(...counts.map(({table}) => table.length));
  for (const {table, rows, hash} of counts) console.log(`  ${table.padEnd(width)}  ${String(rows).padStart(8)}  ${hash}`);
  console.log(`· Copied, the same on both sides / 已复制，两边一致: ${describeDatabase(from)} → ${describeDatabase(to)}`);
});

/** An address written as in DATABASE_URL. */
function readUrl(given: string, at: number): string {
  try {
    return parseEnv({DATABASE_URL: given}, process.cwd()).databaseUrl;
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    throw new EnvError(error.message.replace(/^DATABASE_URL=/, at === 0 ? 'from / 来源=' : 'to / 目标='), {cause: error});
  }
}
