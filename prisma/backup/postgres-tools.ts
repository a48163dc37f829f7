import {spawn} from 'node:child_process';
import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import {ExplainedError, explained} from '../explained-error';
import {describeDatabase} from '../provider';

type Tool = 'pg_dump' | 'pg_restore' | 'psql';

/** How much of what a tool says is kept. */
const KEPT_WORDS = 2000;

/** Runs PostgreSQL's own programs on one database. */
export type PostgresTools = {
  /** Runs a tool, connected to the database unless it reads a file only, and returns what it printed. */
  run: (tool: Tool, args: readonly string[], connected?: boolean) => Promise<string>;
  /** Removes what was made for them. */
  remove: () => void;
};

/**
 * PostgreSQL's own programs, of the server's version where several are installed.
 * The password goes to them by a file that only this user can read; arguments are seen by everyone on the machine.
 */
export async function openPostgresTools(url: string, client: pg.Client): Promise<PostgresTools> {
  const {rows} = await client.query<{version: string}>(`SELECT current_setting('server_version_num') AS version`);
  const bin = `/usr/lib/postgresql/${Math.floor(Number(rows[0]?.version) / 10_000)}/bin`;
  const folder = mkdtempSync(path.join(tmpdir(), 'county-tools-'));
  const passwordFile = path.join(folder, 'password');
  const {password, settings} = readConnection(url);
  writeFileSync(passwordFile, `*:*:*:*:${password.replace(/[\\:]/g, '\\$&')}\n`, {mode: 0o600});
  const connection = Object.entries({...settings, passfile: passwordFile}).map(([name, value]) => `${name}='${value.replace(/[\\']/g, '\\$&')}'`);
  return {
    run: (tool, args, connected = true) => {
      const inFolder = path.join(bin, tool);
      return runTool(url, existsSync(inFolder) ? inFolder : tool, [...args, ...(connected ? ['--no-password', `--dbname=${connection.join(' ')}`] : [])]);
    },
    remove: () => rmSync(folder, {recursive: true, force: true}),
  };
}

function readConnection(url: string): {password: string; settings: Record<string, string>} {
  const {hostname, port, pathname, username, password, searchParams} = new URL(url);
  const given = [...searchParams].filter(([name]) => name !== 'connection_limit');
  const settings = {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? '5432' : port,
    dbname: decodeURIComponent(pathname.slice(1)),
    ...(username === '' ? {} : {user: decodeURIComponent(username)}),
    ...Object.fromEntries(given),
  };
  return {password: decodeURIComponent(password), settings};
}

function runTool(url: string, program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {stdio: ['ignore', 'pipe', 'pipe']});
    let printed = '';
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said = `${said}${text}`.slice(0, KEPT_WORDS)));
    child.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'ENOENT' ? explainMissing(url, program, error) : error));
    child.once('close', (code) => (code === 0 ? resolve(printed) : reject(new PostgresToolError(`${path.basename(program)}: ${said.trim() || `ended with ${code}`}`))));
  });
}

/** What a tool said when it failed. */
export class PostgresToolError extends Error {
  override name = 'PostgresToolError';
}

function explainMissing(url: string, program: string, cause: unknown): ExplainedError {
  return explained(
    `PostgreSQL’s own tools are needed / 需要 PostgreSQL 自带的工具: ${describeDatabase(url)}`,
    `${path.basename(program)} was not found. Nothing was changed.`,
    'Install them, in the server’s version or a newer one (Debian: apt-get install postgresql-client), or copy the database to a file: npm run db:copy -- <DATABASE_URL> file:<path>',
    '没有找到该程序，没有改动任何数据。请安装与服务器同版本或更新的客户端工具（Debian：apt-get install postgresql-client），或把数据库复制到文件：npm run db:copy -- <DATABASE_URL> file:<路径>',
    cause,
  );
}
