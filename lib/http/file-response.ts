import {NO_STORE} from './json-route';

/** Content types of the files that the product makes. */
export const FILE_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
} as const;

/** Answers with a file to save under `name` (without its ending); signs that a file system may refuse become hyphens. */
export function fileResponse(name: string, type: keyof typeof FILE_TYPES, content: Uint8Array | string): Response {
  const safe = `${name.replace(/[\p{Cc}\p{Cs}\\/:*?"<>|]+/gu, '-').slice(0, 120)}.${type}`;
  const ascii = safe.replace(/[^\x20-\x7e]+/g, '_').replace(/[%;]/g, '_');
  const encoded = encodeURIComponent(safe).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return new Response(content as BodyInit, {
    headers: {
      ...NO_STORE,
      'content-type': FILE_TYPES[type],
      'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`,
      'x-content-type-options': 'nosniff',
    },
  });
}
