/** A backup that can't be restored, and why. */
export class BackupError extends Error {
  override name = 'BackupError';
}

/** Runs a check of a backup; what it throws is about the backup. */
export async function checkBackup<T>(check: () => T | Promise<T>): Promise<T> {
  try {
    return await check();
  } catch (error) {
    throw new BackupError(error instanceof Error ? error.message : String(error), {cause: error});
  }
}
