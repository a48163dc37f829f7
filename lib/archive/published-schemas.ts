import {z} from 'zod';
import {AppError} from '@/lib/errors';
import {ARCHIVE_SCHEMAS} from './archive-schema';

const SOURCES: ReadonlyMap<string, z.ZodType> = new Map(Object.entries(ARCHIVE_SCHEMAS).map(([version, schema]) => [`profile-archive-${version}`, schema]));

/** Names of the JSON Schemas that this product publishes. */
export function listSchemaNames(): string[] {
  return [...SOURCES.keys()];
}

/** A published JSON Schema, as content/schemas holds it. @throws AppError `not-found` */
export function getSchemaOrThrow(name: string): object {
  const source = SOURCES.get(name);
  if (!source) throw new AppError('not-found');
  return z.toJSONSchema(source, {io: 'input'});
}
