import path from 'node:path';
import {z} from 'zod';

/** The settings read from environment variables; nothing else in the project reads them. */
export type Env = {
  /** TCP port, 1–65535. */
  port: number;
  /** Address to listen on. */
  host: string;
  /** `file:` URL with an absolute path. */
  databaseUrl: string;
};

/** Thrown with one line per variable that can't be used; the message names each and says what is accepted. */
export class EnvError extends Error {
  override name = 'EnvError';
}

const HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|[0-9a-f:]*:[0-9a-f:.]+)$/i;

const schema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65535)
    .default(3000),
  HOST: z.string().max(253).regex(HOST).default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(/^file:[^\0?#]*[^\0?#/\\]$/)
    .default('file:./data/county.db'),
});

const ACCEPTED: Record<keyof z.input<typeof schema>, string> = {
  PORT: 'a whole number from 1 to 65535 / 1 到 65535 的整数',
  HOST: 'a host name or an IP address, such as 127.0.0.1 or 0.0.0.0 / 主机名或 IP 地址，如 127.0.0.1',
  DATABASE_URL: 'file:<path of an SQLite file>, such as file:./data/county.db / file:<SQLite 文件路径>',
};

/**
 * Reads PORT, HOST and DATABASE_URL; an empty variable counts as not set and takes its default.
 * A relative database path is taken from the project's folder.
 * @throws EnvError naming every variable that is not accepted
 */
export function parseEnv(variables: Readonly<Record<string, string | undefined>>, projectFolder: string): Env {
  const given = Object.fromEntries(
    Object.keys(ACCEPTED).flatMap((name) => (variables[name] ? [[name, variables[name]]] : [])),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => issue.path[0] as keyof typeof ACCEPTED))];
    throw new EnvError(
      names.map((name) => `${name}=${JSON.stringify(given[name])}: expected / 应为 ${ACCEPTED[name]}`).join('\n'),
    );
  }
  const file = parsed.data.DATABASE_URL.slice('file:'.length).replace(/^\/\/(?=\/)/, '');
  return {
    port: parsed.data.PORT,
    host: parsed.data.HOST,
    databaseUrl: `file:${path.resolve(projectFolder, file)}`,
  };
}

let env: Env | undefined;

/** The process's settings, read once. @throws EnvError */
export function getEnv(): Env {
  return (env ??= parseEnv(process.env, process.cwd()));
}
