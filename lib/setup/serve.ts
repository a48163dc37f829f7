import {readFileSync} from 'node:fs';
import {type IncomingMessage, type ServerResponse, createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import next from 'next';
import {getEnv} from '@/lib/env';
import {serverState} from '@/lib/http/server-state';
import {getLogger, takeOverConsole} from '@/lib/log/logger';
import {takeRequestId, withRequestId} from '@/lib/log/request-context';
import {logError} from '@/lib/log-error';
import {listMigrationNames} from '@/prisma/migration-names';
import {holdDatabase, prepareDatabase} from '@/prisma/prepare-database';
import {providerOf} from '@/prisma/provider';
import {RequestTurns} from './request-turns';
import {readRouteWords, routePattern} from './route-pattern';
import {RunningRequests} from './running-requests';
import {stopOnSignal} from './stop-on-signal';

/** Checks the settings, then migrates and seeds the database that they name, and keeps it in use. */
export async function openDatabase(): Promise<void> {
  const {databaseUrl} = getEnv();
  await prepareDatabase(databaseUrl);
  await holdDatabase(databaseUrl);
}

/** Requests that are worked on at a time, and for how many milliseconds one of them may keep others waiting. */
const AT_A_TIME = 8;
const LONGEST_TURN = 5000;
const HEALTH = '/api/v1/health';

type ServeOptions = {dev: true} | {dev: false; buildFolder: string};

/** Serves the pages until SIGINT or SIGTERM; running requests are finished first. */
export async function serve(options: ServeOptions): Promise<void> {
  const {host, port, databaseUrl, stopSeconds} = getEnv();
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  if (!options.dev) nameBuild(options.buildFolder);
  const {version} = JSON.parse(readFileSync('package.json', 'utf8')) as {version: string};
  Object.assign(serverState(), {version, migrations: listMigrationNames(providerOf(databaseUrl))});
  const app = next({dev: options.dev, dir: process.cwd(), hostname: host, port});
  await app.prepare();
  // In development the framework shows each request and each error by itself.
  const note = options.dev ? () => {} : noteRequests(readRouteWords(path.resolve(options.buildFolder)));
  const handle = app.getRequestHandler();
  const running = new RunningRequests();
  const turns = new RequestTurns(AT_A_TIME, LONGEST_TURN);
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    // Whoever asks whether the server is well is not to wait for the others.
    if (request.url === HEALTH) return handle(request, response);
    // Nobody is there any more for whom to work.
    return turns.run(async () => (response.destroyed ? undefined : handle(request, response)));
  };
  const server = createServer((request, response) => {
    const id = takeRequestId(request.headers['x-request-id']);
    response.setHeader('x-request-id', id);
    note(request, response, id);
    const work = withRequestId(id, () => answer(request, response)).catch((error: unknown) => giveUp(response, error));
    running.add(response, work, request.method !== 'GET' && request.method !== 'HEAD');
  });
  server.keepAliveTimeout = 65_000;

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explainListenError(error, host, port)));
    server.listen(port, host, resolve);
  });
  // Before anybody is told that the server is there.
  stopOnSignal(server, running, stopSeconds * 1000);
  const shown = host === '127.0.0.1' || host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  console.log(`\n  http://${shown.includes(':') ? `[${shown}]` : shown}:${(server.address() as AddressInfo).port}\n`);
  if (!options.dev) takeOverConsole();
}

/** A standalone build brings its settings along, for there is no next.config.ts beside it. */
function nameBuild(folder: string): void {
  process.env.BUILD_FOLDER = folder;
  const {config} = JSON.parse(readFileSync(path.join(folder, 'required-server-files.json'), 'utf8')) as {config: {output?: string}};
  if (config.output === 'standalone') process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);
}

/** Logs each request when its answer is sent or given up. */
function noteRequests(words: ReadonlySet<string>): (request: IncomingMessage, response: ServerResponse, id: string) => void {
  const logger = getLogger();
  return (request, response, requestId) => {
    const begin = performance.now();
    // The framework rewrites the address as it goes.
    const {method, url = '/'} = request;
    response.once('close', () => {
      const ms = Math.round((performance.now() - begin) * 10) / 10;
      const line = {requestId, method, route: routePattern(url, words), status: response.statusCode, ms, ...(response.writableFinished ? {} : {cut: true})};
      logger[response.statusCode >= 500 ? 'warn' : 'info'](line, 'request');
    });
  };
}

/** Ends an answer that the framework itself has failed to give. */
function giveUp(response: ServerResponse, error: unknown): void {
  logError(error);
  if (!response.headersSent) response.statusCode = 500;
  response.end();
}

function explainListenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new Error(
        `Port ${port} on ${host} is in use. Stop the other program or choose another port: PORT=${port + 1} npm start\n` +
          `  端口 ${port} 已被占用。请停止占用它的程序，或换一个端口：PORT=${port + 1} npm start`,
      );
    case 'EACCES':
      return new Error(`Port ${port} may not be opened by this user; choose one above 1023. / 当前用户无权使用端口 ${port}，请选用 1023 以上的端口。`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Error(`HOST=${host} is not an address of this machine. / ${host} 不是本机的地址。`);
    default:
      return error;
  }
}
