import {readFileSync} from 'node:fs';
import path from 'node:path';
import {z} from 'zod';

const manifestSchema = z.object({name: z.string(), version: z.string()});

/** The name and version of this product, as its package says. */
export function getProduct(): {product: string; version: string} {
  const {name, version} = manifestSchema.parse(JSON.parse(readFileSync(path.join(process.cwd(), 'package.json'), 'utf8')));
  return {product: name, version};
}
