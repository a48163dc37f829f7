import {readFileSync, readdirSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {GET as list} from '@/app/api/v1/schemas/route';
import {GET} from '@/app/api/v1/schemas/[name]/route';
import {getSchemaOrThrow, listSchemaNames} from './published-schemas';

function ask(name: string, headers: Record<string, string> = {}): Promise<Response> {
  return GET(new Request(`http://localhost/api/v1/schemas/${name}`, {headers}), {params: Promise.resolve({name})});
}

describe('the published schemas', () => {
  it('stand in content/schemas as the code makes them, each with a file and no file without one', () => {
    expect(readdirSync('content/schemas').filter((name) => name.endsWith('.json'))).toEqual(listSchemaNames().map((name) => `${name}.json`));
    for (const name of listSchemaNames()) {
      expect(readFileSync(`content/schemas/${name}.json`, 'utf8')).toBe(`${JSON.stringify(getSchemaOrThrow(name), null, 2)}\n`);
    }
  });

  it('refuse what they do not name, at every level', () => {
    const open: string[] = [];
    JSON.parse(JSON.stringify(getSchemaOrThrow('profile-archive-1')), function visit(this: unknown, key, value: unknown) {
      const isObject = typeof value === 'object' && value !== null && 'properties' in value && 'type' in value;
      if (isObject && (value as {additionalProperties?: unknown}).additionalProperties !== false) open.push(key);
      return value;
    });
    expect(open).toEqual(['diagnosis']);
  });

  it('are served with a list', async () => {
    expect(await (await list(new Request('http://localhost/api/v1/schemas'))).json()).toEqual({schemas: [{name: 'profile-archive-1'}]});
    const answered = await ask('profile-archive-1');
    expect(answered.headers.get('content-type')).toContain('application/json');
    expect(await answered.json()).toEqual(JSON.parse(readFileSync('content/schemas/profile-archive-1.json', 'utf8')));
  });

  it.each(['profile-archive-2', '', '__proto__', 'constructor', '../../package', 'profile-archive-1.json'])('are not found as JSON under %j', async (name) => {
    const answered = await ask(name, {'accept-language': 'en'});
    expect(answered.status).toBe(404);
    expect(await answered.json()).toMatchObject({error: {code: 'not-found', message: expect.stringMatching(/not found/i)}});
  });
});
