/** `npm run db:restore -- file`: puts a backup in the place of the database that DATABASE_URL names. */
import {getEnv} from '@/lib/env';
import {restoreBackup} from '@/prisma/backup/restore-backup';
import {describeDatabase} from '@/prisma/provider';
import {readArguments, runCommand} from './command';

await runCommand(async () => {
  const [file = ''] = readArguments('npm run db:restore -- <file / 文件>', 1, 1);
  const {databaseUrl} = getEnv();
  const {kept, described} = await restoreBackup(databaseUrl, file);
  if (!described) console.log('· No description lies beside the backup; only the file itself was checked. / 备份旁没有说明文件，只检查了备份本身。');
  console.log(`· Restored / 已恢复: ${describeDatabase(databaseUrl)}`);
  if (kept) console.log(`· What it replaced is kept / 被替换的数据保存在: ${kept}`);
});
