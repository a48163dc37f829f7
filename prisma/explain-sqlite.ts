import {ExplainedError, explained} from './explained-error';

/** By what SQLite, the system or this program say: the next step in English and Chinese. */
const HINTS: readonly [RegExp, string, string][] = [
  [
    /ENOSPC|EDQUOT|EFBIG|disk is full|SQLITE_FULL|IOERR|disk I\/O/,
    'The disk is full, or a limit on the size of files is reached. Make room, then try again. Nothing was changed.',
    '磁盘已满或超出文件大小限制。请清出空间后重试。没有改动任何数据。',
  ],
  [
    /readonly|READONLY|EACCES|EPERM|EEXIST|ENOTDIR|EISDIR|CANTOPEN|unable to open|EROFS|ConnectionFailed/,
    'The file or its folder can’t be written; check the rights, or name another file: DATABASE_URL=file:/path/county.db',
    '文件或其目录不可写，请检查权限，或用 DATABASE_URL 指定其他文件。',
  ],
  [
    /not a database|NOTADB|malformed|CORRUPT|integrity/,
    'The file is not an SQLite database, or it is damaged. It was left as it is; restore a backup (npm run db:restore -- <file>) or name another file with DATABASE_URL.',
    '该文件不是 SQLite 数据库或已损坏，程序没有改动它；请恢复备份（npm run db:restore -- <文件>）或用 DATABASE_URL 指定其他文件。',
  ],
  [
    /newer version/,
    'Nothing was changed. Start the newer version, or restore a backup made by this one: npm run db:restore -- <file>',
    '没有改动任何数据。该数据库由更新版本的程序创建，请启动那个版本，或恢复由本版本制作的备份。',
  ],
  [
    /schema is not empty|another program/,
    'The file holds tables of another program. It was left as it is; name another file with DATABASE_URL.',
    '该文件中有其他程序的数据表，程序没有改动它；请用 DATABASE_URL 指定其他文件。',
  ],
  [
    /was not finished/,
    'It was cut off in its midst. Restore a backup from before it: npm run db:restore -- <file>. Nothing was changed.',
    '该迁移中途中断。请恢复此前的备份：npm run db:restore -- <文件>。没有改动任何数据。',
  ],
  [
    /BUSY|is locked/,
    'Another program is using the file. Stop the servers that use it, then try again. Nothing was changed.',
    '另一个程序正在使用该文件。请先停止使用它的服务，再重试。没有改动任何数据。',
  ],
];

/** What an error met with an SQLite file means for people; one that is explained already stays as it is. */
export function explainSqliteError(file: string, error: unknown): Error {
  if (error instanceof ExplainedError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const [, english, chinese] = HINTS.find(([pattern]) => pattern.test(`${code} ${detail}`)) ?? [null, 'Nothing was changed.', '没有改动任何数据。'];
  return explained(`The database can’t be used / 无法使用数据库: ${file}`, detail, english, chinese, error);
}
