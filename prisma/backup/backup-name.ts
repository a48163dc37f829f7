import path from 'node:path';
import {fileStamp, freeName} from '../place-file';
import {fileOf, providerOf} from '../provider';

/** Where the backups of databases on servers are kept unless another place is named. */
const SERVER_BACKUPS = 'data/backups';

/** Where the backups of an SQLite file are kept unless another place is named. */
export function backupsFolder(file: string): string {
  return path.join(path.dirname(file), 'backups');
}

/** A free name in the folder of a database's backups. */
export function nameBackup(url: string, stem: string): string {
  const [folder, extension] = providerOf(url) === 'sqlite' ? [backupsFolder(fileOf(url)), '.db'] : [SERVER_BACKUPS, '.dump'];
  return freeName(path.join(folder, `${stem}-${fileStamp(new Date())}`), extension);
}
