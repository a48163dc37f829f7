import {z} from 'zod';
import {identifierSchema, localizedTextSchema, sourcedTextSchema, statusSchema, versionSchema} from './schema';

const descriptionSchema = z.strictObject({
  stage: z.int().min(1),
  text: sourcedTextSchema,
  /** Names the paragraph of the section that `text.source` points to. */
  passage: localizedTextSchema,
});

const traitSchema = z.strictObject({
  id: identifierSchema,
  name: sourcedTextSchema,
  question: sourcedTextSchema,
  descriptions: z.array(descriptionSchema).min(1),
});

/** A file of the instrument of cluster traits as written; cross-checks between its parts are in check-traits.ts. */
export const traitInstrumentSchema = z.strictObject({
  kind: z.literal('traits'),
  id: identifierSchema,
  version: versionSchema,
  status: statusSchema,
  title: sourcedTextSchema,
  description: sourcedTextSchema,
  stages: z.array(z.strictObject({number: z.int().min(1), name: sourcedTextSchema})).min(1),
  traits: z.array(traitSchema).min(1),
  /** The cluster stages of benchmark counties; their e-commerce stages stand in the counties' own files. */
  placements: z.array(z.strictObject({benchmark: identifierSchema, stage: z.int().min(1), text: sourcedTextSchema})),
  advice: z.strictObject({lagging: sourcedTextSchema, matched: sourcedTextSchema, leading: sourcedTextSchema}),
});
export type TraitInstrument = z.infer<typeof traitInstrumentSchema>;
