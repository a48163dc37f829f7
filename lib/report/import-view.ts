import type {Translate} from '@/lib/messages/translator';
import {type ImportSubject, type ImportedMeasure, buildImportPreview} from './import-preview';

/** What the import page shows of a file: its problems, or what it would change. */
export type ImportView = {
  heading: string;
  text: string;
  /** Why an import was not carried out; empty before one was tried. */
  notice: string;
  problems: readonly string[];
  /** What was left aside in the file. */
  leftOut: readonly string[];
  counts: readonly string[];
  measures: readonly ImportedMeasure[];
  /** What importing would do to how many measures, in words; empty when there is nothing to import. */
  applyText: string;
  /** The name of the file, and the answers that its import would store, as the form carries them. */
  fileName: string;
  proposal: string;
};

const EMPTY = {notice: '', problems: [], leftOut: [], counts: [], measures: [], applyText: '', proposal: ''};

/** Shows every problem of a file that can't be imported. */
export function buildImportProblems(fileName: string, problems: readonly string[], t: Translate): ImportView {
  return {...EMPTY, heading: t('import.problems-title', {count: problems.length}), text: t('import.problems-text'), problems, fileName};
}

/** Shows what a file would change, and tells when that is nothing; `proposal` is what the form carries for the given measures. */
export function buildImportView(
  subject: ImportSubject,
  file: {name: string; leftOut: readonly string[]; notice: string},
  writeProposal: (codes: readonly string[]) => string,
): ImportView {
  const {t} = subject;
  const {measures, counts} = buildImportPreview(subject);
  const count = measures.length;
  return {
    ...EMPTY,
    heading: t('import.preview-title'),
    text: count === 0 ? t('import.nothing') : '',
    notice: file.notice,
    leftOut: file.leftOut,
    counts,
    measures,
    applyText: count === 0 ? '' : t('import.apply-text', {count}),
    fileName: file.name,
    proposal: count === 0 ? '' : writeProposal(measures.map(({code}) => code)),
  };
}
