import {createHash} from 'node:crypto';
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

  it.each(listSchemaNames())('%s refuses what it does not name, at every level', (name) => {
    const open: string[] = [];
    JSON.parse(JSON.stringify(getSchemaOrThrow(name)), function visit(this: unknown, key, value: unknown) {
      const isObject = typeof value === 'object' && value !== null && 'properties' in value && 'type' in value;
      if (isObject && (value as {additionalProperties?: unknown}).additionalProperties !== false) open.push(key);
      return value;
    });
    expect(open).toEqual(['diagnosis']);
  });

  it('stay as they were published', () => {
    const hash = createHash('sha256').update(readFileSync('content/schemas/profile-archive-1.json')).digest('hex');
    expect(hash).toBe('458a57f0ff1f4537169dadf60f8f204980b8c371601ac04b523701acf031fbb2');
  });

  it('are served with a list', async () => {
    expect(await (await list(new Request('http://localhost/api/v1/schemas'))).json()).toEqual({schemas: [{name: 'profile-archive-1'}, {name: 'profile-archive-2'}]});
    for (const name of listSchemaNames()) {
      const answered = await ask(name);
      expect(answered.headers.get('content-type')).toContain('application/json');
      expect(await answered.json()).toEqual(JSON.parse(readFileSync(`content/schemas/${name}.json`, 'utf8')));
    }
  });

  it.each(['profile-archive-3', '', '__proto__', 'constructor', '../../package', 'profile-archive-1.json'])('are not found as JSON under %j', async (name) => {
    const answered = await ask(name, {'accept-language': 'en'});
    expect(answered.status).toBe(404);
    expect(await answered.json()).toMatchObject({error: {code: 'not-found', message: expect.stringMatching(/not found/i)}});
  });
});
