import type {DataValidation} from 'hucre';
import {ANSWER_LIMITS} from '@/lib/answers/answer-limits';
import type {Translate} from '@/lib/messages/translator';
import type {WordRanges} from './about-sheet';
import type {SheetColumn} from './sheet-layout';

/** The longest day that can be written: 2026-03-05. */
const DATE_LENGTH = 10;

/** Columns that are typed into. */
export type InputColumn = Exclude<SheetColumn, 'category' | 'measure' | 'question'>;

/** The rule of a column that is typed into: what is offered or how long it may be, a prompt, and what is said of anything else. */
export function buildInputRule(column: InputColumn, range: string, ranges: WordRanges, t: Translate): DataValidation {
  const title = t(`workbook.column.${column}`).slice(0, 32);
  const words = {inputTitle: title, inputMessage: t(`workbook.prompt.${column}`), errorTitle: title};
  const shown = {range, allowBlank: true, showInputMessage: true, showErrorMessage: true, errorStyle: 'stop', ...words} as const;
  const choose = (from: string, errorMessage: string): DataValidation => ({...shown, type: 'list', formula1: from, errorMessage});
  const atMost = (max: number, errorMessage = t('issues.too-long', {max})): DataValidation => ({
    ...shown, type: 'textLength', operator: 'lessThanOrEqual', formula1: String(max), errorMessage,
  });
  switch (column) {
    case 'code':
      return choose(ranges.codes, t('issues.unknown-measure'));
    case 'value':
      return choose(ranges.answers, t('issues.choose-value'));
    case 'kind':
      return choose(ranges.kinds, t('issues.choose-kind'));
    case 'date':
      return atMost(DATE_LENGTH, t('issues.bad-date'));
    default:
      return atMost(ANSWER_LIMITS[column]);
  }
}
