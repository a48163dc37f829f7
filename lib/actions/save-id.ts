import 'server-only';
import {createHash} from 'node:crypto';
import {z} from 'zod';

/**
 * The id of what is saved from a form that carries an id of its own: the same whenever the same form comes again, and
 * another one once anything in `content` was changed. Undefined for a form without a sound id.
 */
export function deriveSaveId(formId: string | undefined, ...content: unknown[]): string | undefined {
  const parsed = z.uuid().safeParse(formId);
  if (!parsed.success) return undefined;
  const hash = createHash('sha256').update(JSON.stringify([parsed.data, ...content])).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
