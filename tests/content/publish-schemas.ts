/** `npm run schemas:publish`: writes the JSON Schemas of the product's files, made from the code that reads them, into content/schemas. */
import {writeFileSync} from 'node:fs';
import {getSchemaOrThrow, listSchemaNames} from '@/lib/archive/published-schemas';

for (const name of listSchemaNames()) {
  const file = `content/schemas/${name}.json`;
  writeFileSync(file, `${JSON.stringify(getSchemaOrThrow(name), null, 2)}\n`);
  console.log(`Wrote ${file}.`);
}
