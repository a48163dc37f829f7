import {z} from 'zod';
import {CHANGE_ORIGINS} from '@/lib/answers/answer-change';
import {ANSWER_LIMITS} from '@/lib/answers/answer-limits';
import {ANSWER_VALUES} from '@/lib/answers/answer-value';
import {FILLED_BY_LIMIT} from '@/lib/answers/filled-by';
import {periodSchema} from '@/lib/answers/period';
import {PLAN_DECISIONS, PLAN_LIMITS} from '@/lib/answers/plan-schema';
import {codeSchema, identifierSchema, versionSchema} from '@/lib/instrument/schema';
import {PROFILE_LIMITS} from '@/lib/profile/profile-schema';

/** What a file of this kind calls itself. */
export const ARCHIVE_FORMAT = 'county-stage-diagnosis/profile-archive';

/** The version of the format that this product writes; it reads this one and those before. */
export const ARCHIVE_VERSION = 2;

/** The name under which the schema of that version is published. */
export const ARCHIVE_SCHEMA = `profile-archive-${ARCHIVE_VERSION}` as const;

/** The most items of each list of an archive. */
export const ARCHIVE_LISTS = {assessments: 1000, plan: 2000, answers: 500, changes: 50_000} as const;

const id = z.uuid();
const time = z.iso.datetime({precision: 3}).describe('UTC, with milliseconds: 2026-05-01T08:00:00.000Z');
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int32().min(1);
const stage = z.int32().min(1);
const figure = z.number().min(0).nullable();

const instrument = z.strictObject({id: identifierSchema, version: versionSchema, hash: sha256.describe('Content hash of that version')});

const profile = z.strictObject({
  id,
  divisionCode: z.string().regex(/^\d{6}$/).nullable().describe('GB/T 2260; null for a county entered by hand'),
  county: z.string().min(1).max(PROFILE_LIMITS.county),
  prefecture: z.string().min(1).max(PROFILE_LIMITS.county),
  province: z.string().min(1).max(PROFILE_LIMITS.county),
  industry: z.string().min(1).max(PROFILE_LIMITS.industry),
  figuresYear: z.int32().nullable(),
  population: figure.describe('10,000 persons'),
  gdp: figure.describe('100 million yuan'),
  clusterOutput: figure.describe('100 million yuan'),
  onlineSales: figure.describe('100 million yuan'),
  enterprises: z.int32().min(0).nullable(),
  archivedAt: time.nullable(),
  createdAt: time,
  updatedAt: time,
});

const planned = z.strictObject({
  instrument: identifierSchema,
  measure: codeSchema,
  decision: z.enum(PLAN_DECISIONS),
  reason: z.string().max(PLAN_LIMITS.reason),
  bureau: z.string().max(PLAN_LIMITS.bureau),
  duePeriod: z.union([z.literal(''), periodSchema]),
  since: periodSchema.describe('Period of the assessment on whose roadmap this was decided'),
  revision: count,
  updatedAt: time,
});

const evidence = z.strictObject({
  kind: identifierSchema,
  title: z.string().min(1).max(ANSWER_LIMITS.title),
  documentNumber: z.string().max(ANSWER_LIMITS.documentNumber),
  issuer: z.string().max(ANSWER_LIMITS.issuer),
  date: z.string().describe('YYYY-MM-DD, YYYY-MM, YYYY or empty'),
  link: z.string().max(ANSWER_LIMITS.link),
});

const saved = {
  revision: count,
  confirmed: z.boolean().describe('False while carried over from an earlier assessment and not yet confirmed: it then counts as unknown'),
  answeredBy: z.string().min(1).max(FILLED_BY_LIMIT),
  updatedAt: time,
};

const content = {
  value: z.enum(ANSWER_VALUES),
  note: z.string().max(ANSWER_LIMITS.note),
  reason: z.string().max(ANSWER_LIMITS.reason),
  evidence: z.array(evidence).max(ANSWER_LIMITS.records),
};

const answer = z.strictObject({measure: codeSchema, ...content, ...saved});

const entry = {
  position: count.describe('1, 2, 3 … in the order of the changes'),
  at: time,
  who: z.string().min(1).max(FILLED_BY_LIMIT),
  origin: z.enum(CHANGE_ORIGINS),
};

const measureChange = z.strictObject({
  ...entry,
  measure: codeSchema.nullable().describe('Null where the whole assessment was made final or opened again'),
  trait: z.null().optional(),
  revision: count.nullable().describe('The answer’s revision after the change'),
  before: z.strictObject(content).nullable(),
  after: z.strictObject(content).nullable(),
});

const fitting = z.strictObject({stage: stage.nullable().describe('The stage whose description fits; null for “don’t know”')});

const traitChange = z.strictObject({
  ...entry,
  measure: z.null(),
  trait: identifierSchema.describe('A trait of the cluster; null or left out in all other entries'),
  revision: count,
  before: fitting.nullable(),
  after: fitting,
});

const traitAnswer = z.strictObject({trait: identifierSchema, value: stage.nullable().describe('The stage whose description fits; null for “don’t know”'), ...saved});

const interval = z.strictObject({low: stage, high: stage});

const final = z.strictObject({
  at: time,
  values: z.record(codeSchema, z.enum(ANSWER_VALUES)).describe('The value of each measure of the instrument'),
  diagnosis: z
    .looseObject({stage, entering: z.boolean(), interval})
    .describe('The whole diagnosis, as POST /api/v1/diagnose answers it; it must follow from the answers'),
  traits: z
    .strictObject({
      values: z.record(identifierSchema, stage.nullable()),
      cluster: z.strictObject({stage, interval, known: z.int32().min(0), unknown: z.int32().min(0)}).nullable(),
    })
    .nullable(),
});

const assessmentFields = {
  id,
  period: periodSchema,
  revision: count,
  filledBy: z.string().min(1).max(FILLED_BY_LIMIT),
  basedOn: id.nullable().describe('Id of the assessment of this file whose answers this one started from'),
  createdAt: time,
  updatedAt: time,
  instrument,
  answerHash: sha256.describe('Of the confirmed answers under this instrument version'),
  result: z.strictObject({stage, entering: z.boolean(), low: stage, high: stage}).describe('What follows from the confirmed answers'),
  answers: z.array(answer).max(ARCHIVE_LISTS.answers),
  traits: z.strictObject({instrument, answers: z.array(traitAnswer).max(ARCHIVE_LISTS.answers)}).nullable(),
  final: final.nullable().describe('Null for a draft'),
};

const changes = z.array(z.union([measureChange, traitChange])).max(ARCHIVE_LISTS.changes).optional().describe('The log of changes, oldest first; left out where none was kept');

/** A county profile with all that belongs to it, as one file; `assessment` is what a version says of each assessment. */
function archiveOf<Version extends number, Assessment extends z.ZodType>(version: Version, assessment: Assessment) {
  return z
    .strictObject({
      format: z.literal(ARCHIVE_FORMAT),
      formatVersion: z.literal(version),
      schema: z.literal(`profile-archive-${version}`),
      madeBy: z.strictObject({product: z.string().min(1).max(100), version: z.string().min(1).max(40)}),
      exportedAt: time,
      profile,
      plan: z.array(planned).max(ARCHIVE_LISTS.plan),
      assessments: z.array(assessment).max(ARCHIVE_LISTS.assessments).describe('Oldest period first, then by revision'),
    })
    .meta({title: 'County profile archive', description: 'A county profile with its assessments, answers, notes, reasons, evidence, cluster traits and roadmap plan'});
}

/** The schema of each version of the format. The second has the log of changes. */
export const ARCHIVE_SCHEMAS = {1: archiveOf(1, z.strictObject(assessmentFields)), 2: archiveOf(ARCHIVE_VERSION, z.strictObject({...assessmentFields, changes}))} as const;

type Newest = z.infer<(typeof ARCHIVE_SCHEMAS)[typeof ARCHIVE_VERSION]>;

/** An archive of a sound shape, of any version; whether its results follow from its answers is for `checkArchive` to say. */
export type ProfileArchive = Omit<Newest, 'formatVersion' | 'schema'> & {formatVersion: number; schema: string};
export type ArchivedAssessment = ProfileArchive['assessments'][number];
