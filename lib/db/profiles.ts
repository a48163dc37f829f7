import 'server-only';
import {AppError} from '@/lib/errors';
import type {ProfileInput} from '@/lib/profile/profile-schema';
import type {Prisma} from '@/prisma/generated/sqlite/client';
import {NEWEST_FIRST} from './assessment-order';
import {databaseProvider, getClient} from './client';
import {write, writeOnce} from './write';

/** How profiles are listed: which ones, in which order, and words that each must contain. */
export type ProfileListing = {
  search: string;
  sort: 'updated' | 'county' | 'stage';
  archived: boolean;
  /** From 1; beyond the last one there are no profiles. */
  page: number;
};

/** Profiles on one page of a list. */
export const PROFILES_PER_PAGE = 20;

const ASSESSMENT_ROW = {
  id: true,
  period: true,
  periodEnd: true,
  revision: true,
  status: true,
  filledBy: true,
  instrumentId: true,
  instrumentVersion: true,
  stage: true,
  stageLow: true,
  stageHigh: true,
  coverage: true,
  finalAnswers: true,
  finalDiagnosis: true,
  finalisedAt: true,
  updatedAt: true,
  createdAt: true,
} as const satisfies Prisma.AssessmentSelect;

/** A profile with its assessments, newest period and revision first. */
export type ProfileWithAssessments = Prisma.CountyProfileGetPayload<{
  include: {assessments: {select: typeof ASSESSMENT_ROW}};
}>;

/** Snapshots are large; where profiles are listed only one of each is shown. */
const WITH_NEWEST_FINAL = {
  assessments: {select: ASSESSMENT_ROW, where: {status: 'final'}, orderBy: [...NEWEST_FIRST], take: 1},
} as const satisfies Prisma.CountyProfileInclude;

/**
 * One page of an organisation's profiles, each with its newest final assessment only, and how many there are in all;
 * every word of the search must occur in a name as it is written.
 */
export async function listProfiles(
  organisationId: string,
  {search, sort, archived, page}: ProfileListing,
): Promise<{profiles: ProfileWithAssessments[]; total: number}> {
  // SQLite's LIKE does so by itself and knows no such word.
  const ignoreCase = databaseProvider() === 'postgresql' ? {mode: 'insensitive'} : {};
  const words = search.split(/\s+/).filter((word) => word !== '');
  const literal = words.filter((word) => NOT_FOR_LIKE.test(word));
  const where: Prisma.CountyProfileWhereInput = {
    organisationId,
    archivedAt: archived ? {not: null} : null,
    AND: words.filter((word) => !NOT_FOR_LIKE.test(word)).map((word) => ({OR: SEARCHED.map((field) => ({[field]: {contains: word, ...ignoreCase}}))})),
  };
  const orderBy = [...ORDERS[sort], {id: 'asc'}] satisfies Prisma.CountyProfileOrderByWithRelationInput[];
  const include = WITH_NEWEST_FINAL;
  const skip = (page - 1) * PROFILES_PER_PAGE;
  const {countyProfile} = getClient();
  if (literal.length > 0) {
    const found = (await countyProfile.findMany({where, orderBy})).filter((profile) => literal.every((word) => occursIn(profile, word)));
    const ids = found.slice(skip, skip + PROFILES_PER_PAGE).map(({id}) => id);
    return {profiles: await countyProfile.findMany({where: {organisationId, id: {in: ids}}, include, orderBy}), total: found.length};
  }
  const [total, profiles] = await Promise.all([
    countyProfile.count({where}),
    countyProfile.findMany({where, include, orderBy, skip, take: PROFILES_PER_PAGE}),
  ]);
  return {profiles, total};
}

const SEARCHED = ['county', 'prefecture', 'province', 'industry', 'divisionCode'] as const;

/**
 * What `contains` does not take for itself: it hands a word to the database's LIKE as it is, where % and _ stand
 * for anything and \ is itself on SQLite but an escape on PostgreSQL; and which letters beyond a to z are the same
 * in capitals is told by the one and not by the other. A word with one of these is looked for here instead; one with
 * a NUL, which PostgreSQL does not even take, is found nowhere.
 */
const NOT_FOR_LIKE = /[%_\\\0]|(?![a-z])[\p{Lu}\p{Ll}\p{Lt}]/iu;

function occursIn(profile: Record<(typeof SEARCHED)[number], string | null>, word: string): boolean {
  return SEARCHED.some((field) => profile[field]?.toLowerCase().includes(word.toLowerCase()));
}

const ORDERS = {
  updated: [{updatedAt: 'desc'}],
  county: [{divisionCode: {sort: 'asc', nulls: 'last'}}, {county: 'asc'}],
  stage: [{latestStage: {sort: 'desc', nulls: 'last'}}],
} as const satisfies Record<ProfileListing['sort'], Prisma.CountyProfileOrderByWithRelationInput[]>;

/** The drafts that were worked on last, newest first. */
export function listRecentDrafts(organisationId: string, limit: number) {
  return getClient().assessment.findMany({
    where: {organisationId, status: 'draft', profile: {archivedAt: null}},
    select: {...ASSESSMENT_ROW, profile: true, answers: {select: {measure: true, confirmed: true}}},
    orderBy: {updatedAt: 'desc'},
    take: limit,
  });
}

/** A profile with its assessments. @throws AppError `not-found`, also for another organisation's */
export async function getProfileOrThrow(organisationId: string, id: string): Promise<ProfileWithAssessments> {
  const profile = await getClient().countyProfile.findFirst({
    where: {id, organisationId},
    include: {assessments: {select: ASSESSMENT_ROW, orderBy: [...NEWEST_FIRST]}},
  });
  if (!profile) throw new AppError('not-found');
  return profile;
}

/** The profiles with these ids, each with its newest final assessment only, in no particular order; unknown ids are left out. */
export function listProfilesByIds(organisationId: string, ids: readonly string[]): Promise<ProfileWithAssessments[]> {
  return getClient().countyProfile.findMany({
    where: {organisationId, id: {in: [...ids]}},
    include: WITH_NEWEST_FINAL,
  });
}

/** Creates a profile and returns its id: `chosen` if it is given, under which one that stands already is not made again. */
export function createProfile(organisationId: string, input: ProfileInput, chosen?: string): Promise<string> {
  return writeOnce(
    (tx, id) => tx.countyProfile.findFirst({where: {id, organisationId}, select: {id: true}}),
    async (tx) => (await tx.countyProfile.create({data: {...input, organisationId, ...(chosen !== undefined && {id: chosen})}, select: {id: true}})).id,
    chosen,
  );
}

/** Replaces a profile's details. @throws AppError `not-found` */
export function saveProfile(organisationId: string, id: string, input: ProfileInput): Promise<void> {
  return write(async (tx) => {
    const {count} = await tx.countyProfile.updateMany({where: {id, organisationId}, data: input});
    if (count === 0) throw new AppError('not-found');
  });
}

/** Archives a profile or takes it out of the archive; its assessments stay as they are. @throws AppError `not-found` */
export function setProfileArchived(organisationId: string, id: string, archivedAt: Date | null): Promise<void> {
  return write(async (tx) => {
    const {count} = await tx.countyProfile.updateMany({where: {id, organisationId}, data: {archivedAt}});
    if (count === 0) throw new AppError('not-found');
  });
}
