import {EnvError} from '@/lib/env';

/** Runs what a command does; what goes wrong is said without a stack, which would only hide it, and ends with 1. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const nothing = error instanceof EnvError ? '\n  Correct it and try again; nothing was changed. / 请更正后重试，没有改动任何数据。' : '';
    console.error(`\n✗ ${message}${nothing}\n`);
    process.exitCode = 1;
  }
}

/** The arguments of a command. @throws Error that says how it is used, when there are too few or too many */
export function readArguments(usage: string, least: number, most: number): string[] {
  const given = process.argv.slice(2);
  if (given.length >= least && given.length <= most && !given.some((each) => each === '' || each.startsWith('-'))) return given;
  throw new Error(`usage / 用法: ${usage}\n  Nothing was changed. / 没有改动任何数据。`);
}
