import {z} from 'zod';

/** The two languages of the product, the default first. */
export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** Where a text or number comes from: a fact of the source, derived from its facts, or our own choice. */
export const PROVENANCES = ['paper', 'derived', 'editorial'] as const;
export type Provenance = (typeof PROVENANCES)[number];

const text = z.string().trim().min(1).max(600);
const source = z.string().regex(/^[a-z0-9-]+#[a-z0-9.-]+$/, 'expected sourceId#sectionId');
const provenance = {from: z.enum(PROVENANCES), source};
const identifier = z.string().regex(/^[a-z][a-z0-9-]{1,59}$/, 'expected lower-case letters, digits and hyphens');
const version = z.string().regex(/^\d+\.\d+\.\d+$/, 'expected a version such as 1.0.0');
const status = z.enum(['draft', 'published']);
const code = z.string().regex(/^[A-Z][A-Z0-9]{0,7}$/, 'expected a code such as A, A1 or A11');

/** A text in both languages with its provenance; `source` is `sourceId#sectionId` of content/sources.yaml. */
export const sourcedTextSchema = z.strictObject({'zh-CN': text, en: text, ...provenance});
export type SourcedText = z.infer<typeof sourcedTextSchema>;

/** A text in both languages that needs no provenance of its own. */
export const localizedTextSchema = z.strictObject({'zh-CN': text, en: text});

/** What every instrument is known by, whatever it asks: its id or that of a part, its version, whether it is in use; and the code of a part. */
export {identifier as identifierSchema, version as versionSchema, status as statusSchema, code as codeSchema};

const term = z.int({error: 'bad-threshold'}).min(1, 'bad-threshold').max(1_000_000, 'bad-threshold');

/** An exact fraction `[numerator, denominator]` with 0 < n/d ≤ 1. */
export const thresholdSchema = z
  .tuple([term, term], {error: 'bad-threshold'})
  .refine(([numerator, denominator]) => numerator <= denominator, 'bad-threshold');

const measureSchema = z.strictObject({
  code,
  name: sourcedTextSchema,
  question: sourcedTextSchema,
  why: sourcedTextSchema,
  inPlaceWhen: sourcedTextSchema,
  better: sourcedTextSchema,
  evidence: z.strictObject({kinds: z.array(identifier).min(1), ...provenance}),
  benchmarks: z.strictObject({ids: z.array(identifier), ...provenance}),
});

const categorySchema = z.strictObject({
  code,
  name: sourcedTextSchema,
  label: sourcedTextSchema,
  measures: z.array(measureSchema).min(1),
});

const stageSchema = z.strictObject({
  number: z.int().min(1),
  code,
  name: sourcedTextSchema,
  upgrade: sourcedTextSchema,
  clusterStage: sourcedTextSchema,
  cluster: sourcedTextSchema,
  government: sourcedTextSchema,
  market: sourcedTextSchema,
  categories: z.array(categorySchema).min(1),
});

/** An instrument file as written; cross-checks between its parts are in parse-content.ts. */
export const instrumentFileSchema = z.strictObject({
  id: identifier,
  version,
  status,
  title: sourcedTextSchema,
  description: sourcedTextSchema,
  threshold: z.strictObject({value: thresholdSchema, reason: sourcedTextSchema}),
  evidenceKinds: z.array(z.strictObject({id: identifier, name: sourcedTextSchema})).min(1),
  benchmarks: z.array(identifier),
  stages: z.array(stageSchema).min(1),
});
export type InstrumentFile = z.infer<typeof instrumentFileSchema>;
export type Stage = InstrumentFile['stages'][number];
export type Category = Stage['categories'][number];
export type Measure = Category['measures'][number];

/** A benchmark county's file: its placement and the paper's facts about it. */
export const benchmarkFileSchema = z.strictObject({
  id: identifier,
  divisionCode: z.string().regex(/^\d{6}$/),
  name: sourcedTextSchema,
  shortName: sourcedTextSchema,
  province: sourcedTextSchema,
  prefecture: sourcedTextSchema,
  industry: sourcedTextSchema,
  stage: z.strictObject({value: z.int().min(1), ...provenance}),
  clusterStage: sourcedTextSchema,
  driver: sourcedTextSchema,
  environment: sourcedTextSchema,
  summary: sourcedTextSchema,
  facts: z.array(sourcedTextSchema).min(1),
});
export type BenchmarkFile = z.infer<typeof benchmarkFileSchema>;

/** The list of sources that `source` fields point into. */
export const sourcesFileSchema = z.array(
  z.strictObject({
    id: identifier,
    file: text,
    citation: localizedTextSchema,
    sections: z
      .array(z.strictObject({id: z.string().regex(/^[a-z0-9.-]+$/), title: localizedTextSchema}))
      .min(1),
  }),
);
export type SourcesFile = z.infer<typeof sourcesFileSchema>;
