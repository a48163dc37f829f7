import {answerHash} from '@/lib/answers/answer-hash';
import {buildAnswerSchema} from '@/lib/answers/answer-schema';
import {type TraitReading, readTraitAnswers} from '@/lib/diagnosis/read-trait-answers';
import {type Snapshot, takeSnapshot} from '@/lib/diagnosis/take-snapshot';
import {contentHash} from '@/lib/instrument/content-hash';
import {listMeasures} from '@/lib/instrument/list-measures';
import type {RegisteredInstrument, RegisteredTraits} from '@/lib/instrument/parse-content';
import {getContent, listVersions} from '@/lib/instrument/registry';
import {type ArchiveProblem, type ArchiveProblemCode, listIssues} from './archive-problem';
import type {ArchivedAssessment, ProfileArchive} from './archive-schema';
import {checkChanges} from './check-changes';
import {stateAnswers} from './list-claims';

/** What the answers of an archived assessment come to under its instrument version. */
export type ArchivedReading = {snapshot: Snapshot; traits: TraitReading | null};

type Path = readonly PropertyKey[];
type Found = {problems: ArchiveProblem[]};

/** The problems of one assessment at `path`, and its reading where its instrument is known with the same content. */
export function checkAssessment(assessment: ArchivedAssessment, path: Path): Found & {reading: ArchivedReading | null} {
  const registered = findRegistered(listVersions(assessment.instrument.id), assessment.instrument, [...path, 'instrument']);
  const section = assessment.traits && findRegistered(findTraitVersions(assessment.traits.instrument.id), assessment.traits.instrument, [...path, 'traits', 'instrument']);
  const problems = [...registered.problems, ...(section?.problems ?? []), ...checkFinal(assessment, path)];
  if (registered.version) problems.push(...checkAnswers(assessment, registered.version, path));
  if (section?.version) problems.push(...checkTraitAnswers(assessment, section.version, path));
  // What follows from answers that are not sound would only be said twice.
  if (problems.length > 0 || !registered.version) return {problems, reading: null};
  const reading = {snapshot: takeSnapshot(registered.version, assessment.answers), traits: section?.version ? readTraitAnswers(assessment.traits?.answers ?? [], section.version.instrument) : null};
  const results = checkResult(assessment, registered.version, reading, path);
  // A log that ends elsewhere is worth telling only where the answers agree with all the rest.
  if (results.length > 0) return {problems: results, reading};
  const answerable = {codes: listCodes(registered.version), schema: buildSchema(registered.version), traits: section?.version?.instrument ?? null};
  return {problems: checkChanges(assessment, answerable, path), reading};
}

/** Whether two values are the same as JSON, whatever the order of their keys. */
function isSameContent(one: unknown, other: unknown): boolean {
  return contentHash({value: one}) === contentHash({value: other});
}

/** The keys whose text a schema would have changed: what is stored is always as the schema leaves it. */
export function listChanged(given: Readonly<Record<string, unknown>>, parsed: Readonly<Record<string, unknown>>, path: Path): ArchiveProblem[] {
  return Object.keys(parsed)
    .filter((key) => !isSameContent(given[key], parsed[key]))
    .map((key) => ({path: [...path, key], code: 'not-as-stored'}));
}

/** Says of each item whose key stood before that it is there again. */
export function listRepeated(keys: readonly string[], pathOf: (index: number) => Path, code: ArchiveProblemCode = 'repeated'): ArchiveProblem[] {
  const seen = new Set<string>();
  return keys.flatMap((key, index) => {
    if (seen.has(key)) return [{path: pathOf(index), code, text: key}];
    seen.add(key);
    return [];
  });
}

function findTraitVersions(id: string): RegisteredTraits[] {
  return getContent().traits.filter(({instrument}) => instrument.id === id);
}

function findRegistered<T extends RegisteredInstrument | RegisteredTraits>(
  versions: readonly T[],
  {id, version, hash}: ArchivedAssessment['instrument'],
  path: Path,
): Found & {version?: T} {
  const found = versions.find(({instrument}) => instrument.version === version);
  if (!found) return {problems: [{path, code: 'unknown-instrument', text: `${id} ${version}`}]};
  return {version: found, problems: found.hash === hash ? [] : [{path: [...path, 'hash'], code: 'other-content', text: `${id} ${version}`}]};
}

/** The kinds of evidence of all versions: answers carried over keep theirs. */
function buildSchema({instrument}: RegisteredInstrument) {
  const evidenceKinds = listVersions(instrument.id).flatMap((version) => version.instrument.evidenceKinds);
  return buildAnswerSchema({...instrument, evidenceKinds});
}

function listCodes({instrument}: RegisteredInstrument): Set<string> {
  return new Set(listMeasures(instrument).map(({measure}) => measure.code));
}

function checkAnswers({answers}: ArchivedAssessment, registered: RegisteredInstrument, path: Path): ArchiveProblem[] {
  const schema = buildSchema(registered);
  const codes = listCodes(registered);
  const pathOf = (index: number) => [...path, 'answers', index];
  const problems = answers.flatMap(({measure, value, note, reason, evidence}, index): ArchiveProblem[] => {
    const given = {value, note, reason, evidence};
    const parsed = schema.safeParse(given);
    return [
      ...(codes.has(measure) ? [] : [{path: [...pathOf(index), 'measure'], code: 'unknown-measure' as const, text: measure}]),
      ...(parsed.success ? listChanged(given, parsed.data, pathOf(index)) : listIssues(parsed.error, pathOf(index))),
    ];
  });
  return [...problems, ...listRepeated(answers.map(({measure}) => measure), (index) => [...pathOf(index), 'measure'])];
}

function checkTraitAnswers({traits}: ArchivedAssessment, {instrument}: RegisteredTraits, path: Path): ArchiveProblem[] {
  const answers = traits?.answers ?? [];
  const pathOf = (index: number, key: string) => [...path, 'traits', 'answers', index, key];
  return [
    ...answers.flatMap(({trait, value}, index): ArchiveProblem[] => [
      ...(instrument.traits.some(({id}) => id === trait) ? [] : [{path: pathOf(index, 'trait'), code: 'unknown-trait' as const, text: trait}]),
      ...(value === null || instrument.stages.some(({number}) => number === value) ? [] : [{path: pathOf(index, 'value'), code: 'unknown-stage' as const, text: String(value)}]),
    ]),
    ...listRepeated(answers.map(({trait}) => trait), (index) => pathOf(index, 'trait')),
  ];
}

function checkFinal({final, answers}: ArchivedAssessment, path: Path): ArchiveProblem[] {
  if (!final) return [];
  if (answers.length === 0) return [{path: [...path, 'answers'], code: 'final-unanswered'}];
  return answers.flatMap(({confirmed}, index) => (confirmed ? [] : [{path: [...path, 'answers', index, 'confirmed'], code: 'final-unconfirmed'}]));
}

function checkResult(assessment: ArchivedAssessment, registered: RegisteredInstrument, {snapshot, traits}: ArchivedReading, path: Path): ArchiveProblem[] {
  const {final} = assessment;
  const {hash, result} = stateResult(registered, assessment.answers, snapshot.diagnosis);
  const checks: [boolean, string[], ArchiveProblemCode][] = [
    [assessment.answerHash === hash, ['answerHash'], 'other-answer-hash'],
    [isSameContent(assessment.result, result), ['result'], 'other-result'],
    [!final || isSameContent(final.values, snapshot.values), ['final', 'values'], 'other-values'],
    [!final || followsFrom(final.diagnosis, snapshot.diagnosis), ['final', 'diagnosis'], 'other-diagnosis'],
    [!final || isSameContent(final.traits, traits), ['final', 'traits'], 'other-traits'],
  ];
  return checks.flatMap(([holds, keys, code]) => (holds ? [] : [{path: [...path, ...keys], code}]));
}

/** Every part that is stated is what the engine gives; a part that an earlier engine did not know may be missing. */
function followsFrom(stated: object, diagnosis: object): boolean {
  const given = new Map<string, unknown>(Object.entries(diagnosis));
  return Object.entries(stated).every(([part, value]) => given.has(part) && isSameContent(value, given.get(part)));
}

/** The hash of the stated answers and the result in short, as an archive carries them. */
export function stateResult(
  {instrument, hash}: RegisteredInstrument,
  answers: Parameters<typeof stateAnswers>[0],
  {stage, entering, interval: {low, high}}: Snapshot['diagnosis'],
): {hash: string; result: ProfileArchive['assessments'][number]['result']} {
  const codes = listMeasures(instrument).map(({measure}) => measure.code);
  return {hash: answerHash(hash, codes, stateAnswers(answers)), result: {stage, entering, low, high}};
}
