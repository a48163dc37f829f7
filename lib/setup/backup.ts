/** `npm run db:backup [-- file]`: backs up the database that DATABASE_URL names, also while servers use it. */
import {getEnv} from '@/lib/env';
import {makeBackup} from '@/prisma/backup/make-backup';
import {readArguments, runCommand} from './command';

await runCommand(async () => {
  const [file] = readArguments('npm run db:backup [-- <file / 文件>]', 0, 1);
  const backup = await makeBackup(getEnv().databaseUrl, file);
  console.log(`· Backup / 备份: ${backup}`);
});
