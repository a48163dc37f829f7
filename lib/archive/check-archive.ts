import {planSchema} from '@/lib/answers/plan-schema';
import {listMeasures} from '@/lib/instrument/list-measures';
import {listVersions} from '@/lib/instrument/registry';
import {profileSchema} from '@/lib/profile/profile-schema';
import {type ArchiveProblem, listIssues} from './archive-problem';
import type {ProfileArchive} from './archive-schema';
import {type ArchivedReading, checkAssessment, listChanged, listRepeated} from './check-assessment';
import {parseArchive} from './parse-archive';

/** An archive whose every part was checked, with what the answers of each assessment come to. */
export type SoundArchive = {archive: ProfileArchive; readings: readonly ArchivedReading[]};

/** The names of a listed county by its code. */
export type FindDivision = (code: string) => {county: string; prefecture: string; province: string} | undefined;

/** A sound archive, or everything that is wrong with it. */
export type CheckedArchive = {sound: SoundArchive} | {problems: ArchiveProblem[]};

/** Reads the text or bytes of an archive and checks it whole. Pure but for the registered instruments. */
export function readArchive(given: Uint8Array | string, findDivision: FindDivision): CheckedArchive {
  const parsed = parseArchive(given);
  return 'problems' in parsed ? parsed : checkArchive(parsed.archive, findDivision);
}

/**
 * Checks that an archive holds together: its texts are such as this product stores, what it names is known with the
 * same content, and every stated result follows from the stated answers. Collects all problems.
 */
export function checkArchive(archive: ProfileArchive, findDivision: FindDivision): CheckedArchive {
  const {assessments} = archive;
  const checked = assessments.map((assessment, index) => checkAssessment(assessment, ['assessments', index]));
  const problems = [
    ...checkProfile(archive, findDivision),
    ...checkPlan(archive),
    ...listRepeated(assessments.map(({id}) => id), (index) => ['assessments', index, 'id'], 'repeated-id'),
    ...listRepeated(assessments.map(({period, revision}) => `${period} / ${revision}`), (index) => ['assessments', index], 'repeated-period'),
    ...checkBases(archive),
    ...checked.flatMap((each) => each.problems),
  ];
  const readings = checked.flatMap(({reading}) => reading ?? []);
  return problems.length > 0 || readings.length !== assessments.length ? {problems} : {sound: {archive, readings}};
}

const FIGURES = ['figuresYear', 'population', 'gdp', 'clusterOutput', 'onlineSales', 'enterprises'] as const;

/** By the rules of the profile's form, whose figures are texts; a listed county has its names from the list. */
function checkProfile({profile}: ProfileArchive, findDivision: FindDivision): ArchiveProblem[] {
  const {id: _id, archivedAt: _archivedAt, createdAt: _createdAt, updatedAt: _updatedAt, divisionCode, ...given} = profile;
  const figures = Object.fromEntries(FIGURES.map((name) => [name, String(profile[name] ?? '')]));
  const parsed = profileSchema.safeParse({...given, ...figures, divisionCode: divisionCode ?? ''});
  const problems = parsed.success ? listChanged(profile, parsed.data, ['profile']) : listIssues(parsed.error, ['profile']);
  const listed = divisionCode === null ? undefined : findDivision(divisionCode);
  const isOther = listed && (['county', 'prefecture', 'province'] as const).some((name) => listed[name] !== profile[name]);
  if (isOther) problems.push({path: ['profile', 'divisionCode'], code: 'division-names', text: `${divisionCode} ${listed.province} ${listed.prefecture} ${listed.county}`});
  return problems;
}

/** Each decision is for a measure that some version of its instrument has, by the rules of its form, once. */
function checkPlan({plan}: ProfileArchive): ArchiveProblem[] {
  const codes = new Map([...new Set(plan.map(({instrument}) => instrument))].map((id) => [id, listCodes(id)]));
  const problems = plan.flatMap(({instrument, measure, decision, reason, bureau, duePeriod}, index): ArchiveProblem[] => {
    const path = ['plan', index];
    const given = {decision, reason, bureau, duePeriod};
    const parsed = planSchema.safeParse(given);
    const issues = parsed.success ? listChanged(given, parsed.data, path) : listIssues(parsed.error, path);
    const known = codes.get(instrument);
    if (!known || known.size === 0) return [...issues, {path: [...path, 'instrument'], code: 'unknown-instrument', text: instrument}];
    return known.has(measure) ? issues : [...issues, {path: [...path, 'measure'], code: 'unknown-measure', text: measure}];
  });
  return [...problems, ...listRepeated(plan.map(({instrument, measure}) => `${instrument} ${measure}`), (index) => ['plan', index])];
}

function listCodes(instrumentId: string): Set<string> {
  return new Set(listVersions(instrumentId).flatMap(({instrument}) => listMeasures(instrument).map(({measure}) => measure.code)));
}

/** What an assessment started from is in the file, and going back from one to the next comes to an end. */
function checkBases({assessments}: ProfileArchive): ArchiveProblem[] {
  const bases = new Map(assessments.map(({id, basedOn}) => [id, basedOn]));
  return assessments.flatMap(({id, basedOn}, index): ArchiveProblem[] => {
    const path = ['assessments', index, 'basedOn'];
    if (basedOn === null) return [];
    if (!bases.has(basedOn)) return [{path, code: 'basis-missing', text: basedOn}];
    let at: string | null | undefined = basedOn;
    for (let steps = 0; at && at !== id && steps < assessments.length; steps += 1) at = bases.get(at);
    return at === id ? [{path, code: 'basis-circle'}] : [];
  });
}
