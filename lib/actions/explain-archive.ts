import {type ArchiveProblem, writePath} from '@/lib/archive/archive-problem';
import {type ExplainedIssue, explainIssue} from '@/lib/messages/explain-issues';
import type {Translate} from '@/lib/messages/translator';

/** Puts the problems of an archive into words, each with its place in the file; empty for the whole file. */
export function explainArchiveProblems(t: Translate, problems: readonly ArchiveProblem[]): ExplainedIssue[] {
  return problems.map((problem) => ({
    path: writePath(problem.path),
    message: 'issue' in problem ? explainIssue(t, problem.issue) : t(`archive.problem.${problem.code}`, {text: problem.text ?? ''}),
  }));
}
