import {isSameContent} from '@/lib/answers/answer-change';
import type {buildAnswerSchema} from '@/lib/answers/answer-schema';
import {type ArchiveProblem, listIssues} from './archive-problem';
import type {ArchivedAssessment} from './archive-schema';

type Path = readonly PropertyKey[];
type Change = NonNullable<ArchivedAssessment['changes']>[number];

/**
 * Checks that the log of an archived assessment holds together: its entries are numbered from 1 on, each answer in it is
 * such as the product stores, each change of a measure goes on from the one before, and the last ends at the answer that
 * stands. What came before the log began, in a database of an earlier version, is not missed; nor is a log altogether.
 */
export function checkChanges({changes, answers}: ArchivedAssessment, codes: ReadonlySet<string>, schema: ReturnType<typeof buildAnswerSchema>, path: Path): ArchiveProblem[] {
  const problems: ArchiveProblem[] = [];
  const last = new Map<string, Change>();
  const pathOf = (index: number, ...keys: string[]) => [...path, 'changes', index, ...keys];
  for (const [index, change] of (changes ?? []).entries()) {
    const {position, measure, before, after} = change;
    if (position !== index + 1) problems.push({path: pathOf(index, 'position'), code: 'change-order'});
    for (const [key, content] of Object.entries({before, after})) {
      if (content === null) continue;
      const parsed = schema.safeParse(content);
      if (!parsed.success) problems.push(...listIssues(parsed.error, pathOf(index, key)));
      else if (!isSameContent(parsed.data, content)) problems.push({path: pathOf(index, key), code: 'not-as-stored'});
    }
    if (measure === null || after === null) {
      // Only what is about the whole assessment has neither.
      if (measure !== after) problems.push({path: pathOf(index), code: 'change-gap'});
      continue;
    }
    if (!codes.has(measure)) problems.push({path: pathOf(index, 'measure'), code: 'unknown-measure', text: measure});
    const previous = last.get(measure)?.after;
    if (previous && !(before && isSameContent(previous, before))) problems.push({path: pathOf(index, 'before'), code: 'change-gap'});
    last.set(measure, change);
  }
  for (const [measure, {after, revision, position}] of last) {
    const standing = answers.find((answer) => answer.measure === measure);
    const isEnd = standing && after && standing.revision === revision && isSameContent(standing, after);
    if (!isEnd) problems.push({path: pathOf(position - 1), code: 'change-end', text: measure});
  }
  return problems;
}
