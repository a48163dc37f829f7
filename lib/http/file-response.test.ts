import {describe, expect, it} from 'vitest';
import {fileResponse} from './file-response';

const headerOf = (name: string) => fileResponse(name, 'json', '{}').headers.get('content-disposition') ?? '';

describe('fileResponse', () => {
  it('names the file in Chinese for browsers that can, and in ASCII for others', () => {
    expect(headerOf('光山县 2026年')).toBe(`attachment; filename="_ 2026_.json"; filename*=UTF-8''${encodeURIComponent('光山县 2026年.json')}`);
  });

  it('lets no name end the header, leave the folder or hide the ending', () => {
    const header = headerOf(`a"; b\r\nSet-Cookie: x/..\\'(1)*${'长'.repeat(500)}`);
    expect(header).not.toMatch(/[\r\n\\/]|\*(?!=)/);
    expect(header.match(/"/g)).toHaveLength(2);
    expect(header).toMatch(/\.json$/);
  });

  it('is never cached or guessed at', () => {
    const {headers} = fileResponse('a', 'docx', new Uint8Array([1]));
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-type')).toContain('wordprocessingml');
  });
});
