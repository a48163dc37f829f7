import {type AnswerContent, type TraitContent, isSameContent} from '@/lib/answers/answer-change';
import type {buildAnswerSchema} from '@/lib/answers/answer-schema';
import type {TraitInstrument} from '@/lib/instrument/trait-schema';
import {type ArchiveProblem, listIssues} from './archive-problem';
import type {ArchivedAssessment} from './archive-schema';

type Path = readonly PropertyKey[];
type Change = NonNullable<ArchivedAssessment['changes']>[number];
type TraitChange = Extract<Change, {trait: string}>;
type MeasureChange = Exclude<Change, TraitChange>;
type Standing = {revision: number; content: AnswerContent | TraitContent};

/** What the entries of a log may be about, and what answers may say; no `traits` where the section was left out. */
export type Answerable = {codes: ReadonlySet<string>; schema: ReturnType<typeof buildAnswerSchema>; traits: TraitInstrument | null};

/**
 * Checks that the log of an archived assessment holds together: its entries are numbered from 1 on, each answer in it is
 * such as the product stores, each change of a measure or trait goes on from the one before, and the last ends at the
 * answer that stands. What came before the log began, in a database of an earlier version, is not missed; nor is a log altogether.
 */
export function checkChanges(assessment: ArchivedAssessment, answerable: Answerable, path: Path): ArchiveProblem[] {
  const problems: ArchiveProblem[] = [];
  const last = new Map<string, Change>();
  for (const [index, change] of (assessment.changes ?? []).entries()) {
    const place = [...path, 'changes', index];
    if (change.position !== index + 1) problems.push({path: [...place, 'position'], code: 'change-order'});
    problems.push(...(isOfTrait(change) ? checkTrait(change, answerable, place) : checkMeasure(change, answerable, place)));
    const {before, after} = change;
    const about = aboutOf(change);
    if (about === null || after === null) continue;
    const previous = last.get(about)?.after;
    if (previous && !(before && saysSame(previous, before))) problems.push({path: [...place, 'before'], code: 'change-gap'});
    last.set(about, change);
  }
  const standing = listStanding(assessment);
  for (const [about, {after, revision, position}] of last) {
    const end = standing.get(about);
    const isEnd = end && after && end.revision === revision && saysSame(end.content, after);
    if (!isEnd) problems.push({path: [...path, 'changes', position - 1], code: 'change-end', text: about});
  }
  return problems;
}

function isOfTrait(change: Change): change is TraitChange {
  return typeof change.trait === 'string';
}

/** The measure or trait of an entry; codes of measures and ids of traits are never alike. */
function aboutOf(change: Change): string | null {
  return change.trait ?? change.measure;
}

function checkMeasure({measure, before, after}: MeasureChange, {codes, schema}: Answerable, path: Path): ArchiveProblem[] {
  const problems: ArchiveProblem[] = [];
  for (const [key, content] of Object.entries({before, after})) {
    if (content === null) continue;
    const parsed = schema.safeParse(content);
    if (!parsed.success) problems.push(...listIssues(parsed.error, [...path, key]));
    else if (!isSameContent(parsed.data, content)) problems.push({path: [...path, key], code: 'not-as-stored'});
  }
  // Only what is about the whole assessment has neither.
  if (measure === null || after === null) return measure === after ? problems : [...problems, {path, code: 'change-gap'}];
  return codes.has(measure) ? problems : [...problems, {path: [...path, 'measure'], code: 'unknown-measure', text: measure}];
}

function checkTrait({trait, before, after}: TraitChange, {traits}: Answerable, path: Path): ArchiveProblem[] {
  const problems: ArchiveProblem[] = [];
  if (!traits?.traits.some(({id}) => id === trait)) problems.push({path: [...path, 'trait'], code: 'unknown-trait', text: trait});
  for (const [key, content] of Object.entries({before, after})) {
    const stage = content?.stage ?? null;
    if (stage !== null && !traits?.stages.some(({number}) => number === stage)) problems.push({path: [...path, key, 'stage'], code: 'unknown-stage', text: String(stage)});
  }
  return problems;
}

function saysSame(one: AnswerContent | TraitContent, other: AnswerContent | TraitContent): boolean {
  if ('stage' in one || 'stage' in other) return 'stage' in one && 'stage' in other && one.stage === other.stage;
  return isSameContent(one, other);
}

/** The answers that stand, of measures and of traits, with their revisions. */
function listStanding({answers, traits}: ArchivedAssessment): Map<string, Standing> {
  return new Map<string, Standing>([
    ...answers.map((answer) => [answer.measure, {revision: answer.revision, content: answer}] as const),
    ...(traits?.answers ?? []).map(({trait, revision, value}) => [trait, {revision, content: {stage: value}}] as const),
  ]);
}
