import path from 'node:path';
import {z} from 'zod';

/** The settings read from environment variables; nothing else in the project reads them. */
export type Env = {
  /** TCP port, 1–65535. */
  port: number;
  /** Address to listen on. */
  host: string;
  /** `file:` URL with an absolute path, or the `postgresql:` URL of a database on a server. */
  databaseUrl: string;
  /** What is logged at least; undefined where it depends on who reads (lib/log/logger.ts). */
  logLevel: (typeof LOG_LEVELS)[number] | undefined;
  /** How many seconds a server that is told to stop gives what is running. */
  stopSeconds: number;
};

const LOG_LEVELS = ['silent', 'error', 'warn', 'info'] as const;

/** Thrown with one line per variable that can't be used; the message names each and says what is accepted. */
export class EnvError extends Error {
  override name = 'EnvError';
}

const HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|[0-9a-f:]*:[0-9a-f:.]+)$/i;

const SQLITE_URL = /^file:[^\0?#]*[^\0?#/\\]$/;

/** What a PostgreSQL URL may say after its question mark. */
const POSTGRES_PARAMETERS = ['sslmode', 'sslrootcert', 'sslcert', 'sslkey', 'application_name', 'connection_limit'];

/** With host, at most one port, and the name of one database; a server of one's own machine is `localhost`. */
function isPostgresUrl(text: string): boolean {
  if (!/^postgres(?:ql)?:\/\/[^\s\0/?#]+\/[^\s\0/?#]+(?:\?[^\s\0#]*)?$/.test(text) || !URL.canParse(text)) return false;
  const {hostname, searchParams, pathname, username, password} = new URL(text);
  const limit = searchParams.get('connection_limit');
  try {
    for (const part of [pathname, username, password]) decodeURIComponent(part);
  } catch {
    return false;
  }
  return (
    hostname !== '' &&
    [...searchParams.keys()].every((name) => POSTGRES_PARAMETERS.includes(name)) &&
    (limit === null || (/^\d{1,3}$/.test(limit) && Number(limit) >= 1))
  );
}

/** A setting as it may be shown: what may be or hold a password is left out. */
function withoutSecrets(name: string, value: string): string {
  if (name !== 'DATABASE_URL' || value.startsWith('file:')) return value;
  return value.replace(/^([a-z]*:\/\/)?.*@/is, '$1***@').replace(/([?&][^=&]*)=[^&]*/g, '$1=***');
}

function wholeNumber(least: number, most: number) {
  return z
    .string()
    .regex(new RegExp(`^\\d{1,${String(most).length}}$`))
    .transform(Number)
    .refine((value) => value >= least && value <= most);
}

const schema = z.object({
  PORT: wholeNumber(1, 65535).default(3000),
  HOST: z.string().max(253).regex(HOST).default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .refine((url) => SQLITE_URL.test(url) || isPostgresUrl(url))
    .default('file:./data/county.db'),
  LOG_LEVEL: z.enum(LOG_LEVELS).optional(),
  STOP_SECONDS: wholeNumber(1, 300).default(10),
});

const ACCEPTED: Record<keyof z.input<typeof schema>, string> = {
  PORT: 'a whole number from 1 to 65535 / 1 到 65535 的整数',
  HOST: 'a host name or an IP address, such as 127.0.0.1 or 0.0.0.0 / 主机名或 IP 地址，如 127.0.0.1',
  DATABASE_URL:
    'file:<path of an SQLite file>, such as file:./data/county.db, or postgresql://<user>:<password>@<host>:<port>/<database> / ' +
    'file:<SQLite 文件路径>，或 postgresql://<用户>:<密码>@<主机>:<端口>/<数据库>',
  LOG_LEVEL: 'silent, error, warn or info / silent、error、warn 或 info',
  STOP_SECONDS: 'a whole number of seconds from 1 to 300 / 1 到 300 的整数（秒）',
};

/** The names of all settings. */
export const ENV_NAMES: readonly string[] = Object.keys(ACCEPTED);

/**
 * Reads the settings; an empty variable counts as not set and takes its default.
 * A relative database path is taken from the project's folder.
 * @throws EnvError naming every variable that is not accepted
 */
export function parseEnv(variables: Readonly<Record<string, string | undefined>>, projectFolder: string): Env {
  const given = Object.fromEntries(
    ENV_NAMES.flatMap((name) => (variables[name] ? [[name, variables[name]]] : [])),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => issue.path[0] as keyof typeof ACCEPTED))];
    throw new EnvError(
      names.map((name) => `${name}=${JSON.stringify(withoutSecrets(name, given[name] ?? ''))}: expected / 应为 ${ACCEPTED[name]}`).join('\n'),
    );
  }
  const {PORT: port, HOST: host, DATABASE_URL: url, LOG_LEVEL: logLevel, STOP_SECONDS: stopSeconds} = parsed.data;
  const file = url.replace(/^file:(?:\/\/(?=\/))?/, '');
  return {port, host, databaseUrl: file === url ? url : `file:${path.resolve(projectFolder, file)}`, logLevel, stopSeconds};
}

let env: Env | undefined;

/** The process's settings, read once. @throws EnvError */
export function getEnv(): Env {
  return (env ??= parseEnv(process.env, process.cwd()));
}
