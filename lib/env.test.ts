import {describe, expect, it} from 'vitest';
import {EnvError, parseEnv} from './env';

const FOLDER = '/srv/county';

function refusal(variables: Record<string, string>): string {
  try {
    parseEnv(variables, FOLDER);
  } catch (error) {
    expect(error).toBeInstanceOf(EnvError);
    return (error as Error).message;
  }
  throw new Error('was accepted');
}

describe('parseEnv', () => {
  it('has a default for everything; an empty variable counts as not set', () => {
    const defaults = {port: 3000, host: '127.0.0.1', databaseUrl: 'file:/srv/county/data/county.db', logLevel: undefined, stopSeconds: 10};
    expect(parseEnv({}, FOLDER)).toEqual(defaults);
    expect(parseEnv({PORT: '', HOST: '', DATABASE_URL: ''}, FOLDER)).toEqual(defaults);
    expect(parseEnv({PATH: '/bin', DATABASE: 'nonsense'}, FOLDER)).toEqual(defaults);
  });

  it.each(['1', '80', '08080', '65535'])('takes port %s', (PORT) => {
    expect(parseEnv({PORT}, FOLDER).port).toBe(Number(PORT));
  });

  it.each(['0', '65536', '-1', '3000.5', '3e3', 'http', ' 3000', '０', '123456', '1\n'])('refuses port %j and says what is accepted', (PORT) => {
    const message = refusal({PORT});
    expect(message).toContain(`PORT=${JSON.stringify(PORT)}`);
    expect(message).toContain('a whole number from 1 to 65535 / 1 到 65535 的整数');
  });

  it.each(['silent', 'error', 'warn', 'info'] as const)('takes the log level %s', (LOG_LEVEL) => {
    expect(parseEnv({LOG_LEVEL}, FOLDER).logLevel).toBe(LOG_LEVEL);
  });

  it.each(['debug', 'INFO', '30', 'info '])('refuses the log level %j and says what is accepted', (LOG_LEVEL) => {
    expect(refusal({LOG_LEVEL})).toBe(`LOG_LEVEL=${JSON.stringify(LOG_LEVEL)}: expected / 应为 silent, error, warn or info / silent、error、warn 或 info`);
  });

  it.each(['0', '301', '1.5', '-1', '10s'])('refuses %j as the time to stop in', (STOP_SECONDS) => {
    expect(parseEnv({STOP_SECONDS: '300'}, FOLDER).stopSeconds).toBe(300);
    expect(refusal({STOP_SECONDS})).toContain(`STOP_SECONDS=${JSON.stringify(STOP_SECONDS)}: expected / 应为 a whole number of seconds from 1 to 300`);
  });

  it.each(['localhost', '0.0.0.0', '::1', '::', 'fe80::1', 'county-office.example.cn'])('takes host %s', (HOST) => {
    expect(parseEnv({HOST}, FOLDER).host).toBe(HOST);
  });

  it.each(['http://localhost', 'a b', '-a', 'host:3000', '127.0.0.1:3000', '县', 'a..b'])('refuses host %j and says what is accepted', (HOST) => {
    const message = refusal({HOST});
    expect(message).toContain(`HOST=${JSON.stringify(HOST)}`);
    expect(message).toContain('a host name or an IP address, such as 127.0.0.1 or 0.0.0.0');
  });

  it.each([
    ['file:./data/x.db', 'file:/srv/county/data/x.db'],
    ['file:x.db', 'file:/srv/county/x.db'],
    ['file:../x.db', 'file:/srv/x.db'],
    ['file:/var/lib/x.db', 'file:/var/lib/x.db'],
    ['file:///var/lib/x.db', 'file:/var/lib/x.db'],
    ['file:./县 数据/x.db', 'file:/srv/county/县 数据/x.db'],
  ])('takes the database %s from the project’s folder', (DATABASE_URL, expected) => {
    expect(parseEnv({DATABASE_URL}, FOLDER).databaseUrl).toBe(expected);
  });

  it.each(['x.db', 'file:', 'file:data/', 'file:x.db?mode=ro', 'libsql://x', 'file:x\0.db', ':memory:'])(
    'refuses the database %j and says what is accepted',
    (DATABASE_URL) => {
      const message = refusal({DATABASE_URL});
      expect(message).toContain(`DATABASE_URL=${JSON.stringify(DATABASE_URL)}`);
      expect(message).toContain('file:<path of an SQLite file>');
    },
  );

  it.each([
    'postgresql://county:secret@127.0.0.1:5432/county',
    'postgres://db.example.cn/county',
    'postgresql://county@[::1]:5432/county?sslmode=verify-full&connection_limit=20&application_name=x',
    'postgresql://county:p%40ss%3A@localhost/%E5%8E%BF',
  ])('takes the database %s as it is', (DATABASE_URL) => {
    expect(parseEnv({DATABASE_URL}, FOLDER).databaseUrl).toBe(DATABASE_URL);
  });

  it.each([
    'postgresql://county:hunter2@localhost',
    'postgresql://county:hunter2@localhost/',
    'postgresql://county:hunter2@localhost:99999/county',
    'postgresql://county:hunter2@localhost/county/more',
    'postgresql://county:hunter2@localhost/county#part',
    'postgresql://county:hunter2@localhost/county?connection_limit=0',
    'postgresql://county@localhost/county?password=hunter2',
    'postgresql://county:hunter2%zz@localhost/county',
    'postgresql://county:hunter2@@localhost:x/county',
    'postgresql:county:hunter2@localhost/county',
    'mysql://county:hunter2@localhost/county',
    'county:hunter2@localhost/county',
  ])('refuses the database %s without telling its password', (DATABASE_URL) => {
    const message = refusal({DATABASE_URL});
    expect(message).not.toContain('hunter2');
    expect(message).toMatch(/^DATABASE_URL=".*"/);
    expect(message).toContain('postgresql://<user>:<password>@<host>:<port>/<database>');
    expect(message).toContain('postgresql://<用户>:<密码>@<主机>:<端口>/<数据库>');
  });

  it('reports all that is wrong at once, one line a variable', () => {
    const lines = refusal({PORT: 'x', HOST: '/', DATABASE_URL: 'y'}).split('\n');
    expect(lines.map((line) => line.split('=')[0])).toEqual(['PORT', 'HOST', 'DATABASE_URL']);
    expect(refusal({PORT: 'x', HOST: 'localhost'}).split('\n')).toHaveLength(1);
  });
});
