import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import next from 'next';
import {getEnv} from '@/lib/env';
import {prepareDatabase} from '@/prisma/prepare-database';

/** Checks the settings, then migrates and seeds the database that they name. */
export async function openDatabase(): Promise<void> {
  await prepareDatabase(getEnv().databaseUrl);
}

type ServeOptions = {dev: true} | {dev: false; buildFolder: string};

/** Serves the pages until SIGINT or SIGTERM; running requests are finished first. */
export async function serve(options: ServeOptions): Promise<void> {
  const {host, port} = getEnv();
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  if (!options.dev) process.env.BUILD_FOLDER = options.buildFolder;
  const app = next({dev: options.dev, dir: process.cwd(), hostname: host, port});
  await app.prepare();
  const handle = app.getRequestHandler();
  const server = createServer((request, response) => void handle(request, response));
  server.keepAliveTimeout = 65_000;

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explainListenError(error, host, port)));
    server.listen(port, host, resolve);
  });
  const shown = host === '127.0.0.1' || host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  console.log(`\n  http://${shown.includes(':') ? `[${shown}]` : shown}:${(server.address() as AddressInfo).port}\n`);

  const stop = () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), 10_000).unref();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
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
