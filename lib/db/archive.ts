import 'server-only';
import type {LoggedChange} from '@/lib/answers/answer-change';
import {periodEnd} from '@/lib/answers/period';
import {ARCHIVE_FORMAT, ARCHIVE_SCHEMA, ARCHIVE_VERSION, type ArchivedAssessment, type ProfileArchive} from '@/lib/archive/archive-schema';
import type {SoundArchive} from '@/lib/archive/check-archive';
import {type ArchivedReading, stateResult} from '@/lib/archive/check-assessment';
import {AppError} from '@/lib/errors';
import {getInstrumentOrThrow} from '@/lib/instrument/registry';
import type {Prisma} from '@/prisma/generated/sqlite/client';
import {ANSWER_ROW} from './answers';
import {NEWEST_FIRST} from './assessment-order';
import {CHANGE_ROW, readChange} from './changes';
import {getClient} from './client';
import {readAssessment} from './read-assessment';
import {readTraits} from './read-traits';
import {snapshotColumns} from './snapshot';
import {TRAIT_ROW} from './trait-answers';
import {type Transaction, writeOnce} from './write';

const WHOLE_PROFILE = {
  plan: {orderBy: [{instrumentId: 'asc'}, {measure: 'asc'}]},
  assessments: {
    include: {
      profile: true,
      basedOn: {select: {period: true, revision: true}},
      answers: {select: ANSWER_ROW, orderBy: {measure: 'asc'}},
      traitAnswers: {select: TRAIT_ROW, orderBy: {trait: 'asc'}},
      changes: {select: CHANGE_ROW, orderBy: {position: 'asc'}},
    },
    orderBy: [{periodEnd: 'asc'}, {period: 'asc'}, {revision: 'asc'}],
  },
} as const satisfies Prisma.CountyProfileInclude;

type WholeProfile = Prisma.CountyProfileGetPayload<{include: typeof WHOLE_PROFILE}>;
type WholeAssessment = WholeProfile['assessments'][number];

/** When and by which version of the product an archive is made. */
export type Making = {exportedAt: Date; product: string; version: string};

/** A profile with all that belongs to it, always in the same order. @throws AppError `not-found`, also for another organisation's */
export async function exportProfile(organisationId: string, id: string, {exportedAt, product, version}: Making): Promise<ProfileArchive> {
  const row = await getClient().countyProfile.findFirst({where: {id, organisationId}, include: WHOLE_PROFILE});
  if (!row) throw new AppError('not-found');
  const {organisationId: _organisation, latestStage: _latest, plan, assessments, ...profile} = row;
  return {
    format: ARCHIVE_FORMAT,
    formatVersion: ARCHIVE_VERSION,
    schema: ARCHIVE_SCHEMA,
    madeBy: {product, version},
    exportedAt: exportedAt.toISOString(),
    profile: {
      ...profile,
      archivedAt: profile.archivedAt?.toISOString() ?? null,
      createdAt: profile.createdAt.toISOString(),
      updatedAt: profile.updatedAt.toISOString(),
    },
    plan: plan.map(({id: _id, organisationId: _owner, profileId: _profile, instrumentId, ...planned}) => ({
      instrument: instrumentId,
      ...planned,
      updatedAt: planned.updatedAt.toISOString(),
    })),
    assessments: assessments.map(archiveAssessment),
  };
}

function archiveAssessment(row: WholeAssessment): ArchivedAssessment {
  const {id, period, revision, filledBy, basedOnId, instrumentId, instrumentVersion, instrumentHash, traitsId, traitsVersion, traitsHash} = row;
  const registered = getInstrumentOrThrow(instrumentId, instrumentVersion);
  const {values, diagnosis} = readAssessment(row, registered);
  const {hash, result} = stateResult(registered, row.answers, diagnosis);
  return {
    id,
    period,
    revision,
    filledBy,
    basedOn: basedOnId,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    instrument: {id: instrumentId, version: instrumentVersion, hash: instrumentHash},
    answerHash: hash,
    result,
    answers: row.answers.map(({value, updatedAt, ...answer}) => ({...answer, value: value as ArchivedAssessment['answers'][number]['value'], updatedAt: updatedAt.toISOString()})),
    changes: row.changes.map(readChange).map(archiveChange),
    traits:
      traitsId === null || traitsVersion === null || traitsHash === null
        ? null
        : {
            instrument: {id: traitsId, version: traitsVersion, hash: traitsHash},
            answers: row.traitAnswers.map(({updatedAt, ...answer}) => ({...answer, updatedAt: updatedAt.toISOString()})),
          },
    final:
      row.finalisedAt === null
        ? null
        : {at: row.finalisedAt.toISOString(), values, diagnosis: structuredClone(diagnosis) as never, traits: structuredClone(readTraits(row))},
  };
}

function archiveChange(change: LoggedChange): NonNullable<ArchivedAssessment['changes']>[number] {
  const at = change.at.toISOString();
  if (change.trait !== null) return {...change, at};
  const {trait: _none, ...entry} = change;
  return {...entry, at};
}

/** Profiles of the same county and industry, so that a second one is not made unawares; the newest first. */
export function findSameProfiles(organisationId: string, {divisionCode, county, prefecture, province, industry}: ProfileArchive['profile']) {
  const place = divisionCode === null ? {divisionCode, county, prefecture, province} : {divisionCode};
  return getClient().countyProfile.findMany({
    where: {organisationId, industry, ...place},
    select: {id: true, updatedAt: true, _count: {select: {assessments: true}}},
    orderBy: [{createdAt: 'desc'}, {id: 'asc'}],
  });
}

/**
 * Stores a checked archive as a profile of its own: all of it or nothing, and nothing that stands is touched. Times are
 * kept; an id is kept where no record has it, else it is a new one and what refers to it follows. Gives the profile's id.
 */
export function importProfile(organisationId: string, {archive, readings}: SoundArchive): Promise<string> {
  const exists = (tx: Transaction, id: string) => tx.countyProfile.findFirst({where: {id, organisationId}, select: {id: true}});
  return writeOnce(exists, async (tx) => {
    const {id, archivedAt, createdAt, updatedAt, ...profile} = archive.profile;
    const isTaken = (await tx.countyProfile.count({where: {id}})) > 0;
    const {id: profileId} = await tx.countyProfile.create({
      data: {...profile, ...(isTaken ? {} : {id}), organisationId, archivedAt: archivedAt && new Date(archivedAt), createdAt: new Date(createdAt)},
      select: {id: true},
    });
    await tx.plannedMeasure.createMany({
      data: archive.plan.map(({instrument, ...planned}) => ({...planned, organisationId, profileId, instrumentId: instrument, updatedAt: new Date(planned.updatedAt)})),
    });
    await importAssessments(tx, {organisationId, profileId}, archive.assessments, readings);
    const latest = await tx.assessment.findFirst({where: {profileId, status: 'final'}, orderBy: [...NEWEST_FIRST], select: {stage: true}});
    await tx.countyProfile.update({where: {id: profileId}, data: {latestStage: latest?.stage ?? null, updatedAt: new Date(updatedAt)}, select: {id: true}});
    return profileId;
  });
}

type Owner = {organisationId: string; profileId: string};

/** Each after the one that it is based on, whose id may be a new one. */
async function importAssessments(tx: Transaction, owner: Owner, assessments: readonly ArchivedAssessment[], readings: readonly ArchivedReading[]): Promise<void> {
  const ids = new Map<string, string>();
  let waiting = assessments.flatMap((assessment, index) => {
    const reading = readings[index];
    return reading ? [{assessment, reading}] : [];
  });
  while (waiting.length > 0) {
    const ready = waiting.filter(({assessment: {basedOn}}) => basedOn === null || ids.has(basedOn));
    if (ready.length === 0) throw new Error('the bases of a checked archive go in a circle');
    for (const {assessment, reading} of ready) {
      ids.set(assessment.id, await importAssessment(tx, {...owner, basedOnId: ids.get(assessment.basedOn ?? '') ?? null}, assessment, reading));
    }
    waiting = waiting.filter((each) => !ready.includes(each));
  }
}

async function importAssessment(tx: Transaction, owner: Owner & {basedOnId: string | null}, assessment: ArchivedAssessment, {snapshot, traits}: ArchivedReading): Promise<string> {
  const {period, revision, filledBy, instrument, final} = assessment;
  const isTaken = (await tx.assessment.count({where: {id: assessment.id}})) > 0;
  const {id} = await tx.assessment.create({
    data: {
      ...owner,
      ...(isTaken ? {} : {id: assessment.id}),
      period,
      periodEnd: periodEnd(period),
      revision,
      filledBy,
      changeCount: assessment.changes?.length ?? 0,
      instrumentId: instrument.id,
      instrumentVersion: instrument.version,
      instrumentHash: instrument.hash,
      createdAt: new Date(assessment.createdAt),
      updatedAt: new Date(assessment.updatedAt),
      ...(assessment.traits && pinTraits(assessment.traits.instrument)),
      ...(final && {status: 'final' as const, finalisedAt: new Date(final.at), ...snapshotColumns(snapshot, traits)}),
    },
    select: {id: true},
  });
  await importAnswers(tx, id, assessment.answers);
  await importChanges(tx, id, assessment.changes ?? []);
  await tx.traitAnswer.createMany({
    data: (assessment.traits?.answers ?? []).map((answer) => ({...answer, assessmentId: id, updatedAt: new Date(answer.updatedAt)})),
  });
  return id;
}

async function importAnswers(tx: Transaction, assessmentId: string, answers: ArchivedAssessment['answers']): Promise<void> {
  const stored = await tx.answer.createManyAndReturn({
    data: answers.map(({evidence: _evidence, ...answer}) => ({...answer, assessmentId, updatedAt: new Date(answer.updatedAt)})),
    select: {id: true, measure: true},
  });
  const ids = new Map(stored.map(({id, measure}) => [measure, id]));
  await tx.evidence.createMany({
    data: answers.flatMap(({measure, evidence}) => evidence.map((record, position) => ({...record, position, answerId: ids.get(measure) ?? ''}))),
  });
}

async function importChanges(tx: Transaction, assessmentId: string, changes: NonNullable<ArchivedAssessment['changes']>): Promise<void> {
  await tx.answerChange.createMany({
    data: changes.map(({before, after, at, trait = null, ...change}) => ({...change, trait, ...(before && {before}), ...(after && {after}), assessmentId, at: new Date(at)})),
  });
}

function pinTraits({id, version, hash}: ArchivedAssessment['instrument']) {
  return {traitsId: id, traitsVersion: version, traitsHash: hash};
}
