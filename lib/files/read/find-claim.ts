import {ANSWER_VALUES, type AnswerValue} from '@/lib/answers/answer-value';
import type {Claim} from '@/lib/diagnosis/check-claim';
import {LOCALES, type Locale} from '@/lib/instrument/schema';
import {type Translate, translatorFor} from '@/lib/messages/translator';

/** A table as rows of cells, whichever kind of file it is from. */
export type TextTable = readonly (readonly string[])[];

/** Why a file states nothing that could be computed again; `where` names the row or the measure. */
export type StatementProblem = {readonly what: 'check' | 'answers' | 'field' | 'value' | 'repeated'; readonly where: string; readonly value: string};

/** What a report states, or every reason why that can't be read. */
export type Statement = {readonly claim: Claim; readonly problems: null} | {readonly claim: null; readonly problems: readonly StatementProblem[]};

const CHECK_ROWS = ['county', 'period', 'instrument', 'version', 'content-hash', 'answer-hash', 'to-confirm', 'stage', 'entering', 'interval'] as const;
type CheckRow = (typeof CHECK_ROWS)[number];

const WORDS = LOCALES.map(translatorFor);

/** The annex's table for verification: its values by row, and the language that it is in. */
export type CheckTable = {readonly locale: Locale; readonly values: Partial<Record<CheckRow, string>>};

/** Finds the annex's table for verification; null where no table is that one in either language. */
export function findCheckTable(tables: readonly TextTable[]): CheckTable | null {
  for (const locale of LOCALES) {
    const t = translatorFor(locale);
    const found = tables.find((table) => table.some(([label]) => label?.trim() === t('document.check.answer-hash')));
    if (!found) continue;
    const values = Object.fromEntries(
      CHECK_ROWS.flatMap((row) => {
        // A sheet holds all tables, of which this is the last; earlier ones use some of the labels too.
        const value = found.findLast(([label]) => label?.trim() === t(`document.check.${row}`))?.[1];
        return value === undefined ? [] : [[row, value.trim()]];
      }),
    );
    return {locale, values};
  }
  return null;
}

/** Reads what the stated answers and the table for verification say together; reports everything that can't be read. */
export function readClaim(check: CheckTable | null, answers: readonly StatedAnswer[]): Statement {
  const problems: StatementProblem[] = [];
  if (!check) problems.push({what: 'check', where: '', value: ''});
  if (answers.length === 0) problems.push({what: 'answers', where: '', value: ''});
  const read = <T>(row: CheckRow, parse: (text: string) => T | null): T | null => {
    const given = check?.values[row] ?? '';
    const value = parse(given);
    if (check && value === null) problems.push({what: 'field', where: row, value: given});
    return value;
  };
  const [county, period] = [read('county', readText), read('period', readText)];
  const [id, version, hash] = [read('instrument', readText), read('version', readText), read('content-hash', readHash)];
  const [answerHash, stage] = [read('answer-hash', readHash), read('stage', readNumber)];
  const [entering, interval] = [read('entering', readYesNo), read('interval', readInterval)];

  const stated = new Map<string, StatedAnswer>();
  for (const answer of answers) {
    if (stated.has(answer.code)) problems.push({what: 'repeated', where: answer.code, value: ''});
    if (answer.value === null) problems.push({what: 'value', where: answer.code, value: answer.given});
    stated.set(answer.code, answer);
  }
  if (problems.length > 0 || !county || !period || !id || !version || !hash || !answerHash || !stage || entering === null || !interval) {
    return {claim: null, problems};
  }
  return {
    claim: {
      county,
      period,
      revision: null,
      instrument: {id, version, hash},
      answers: Object.fromEntries([...stated].map(([code, {value, evidenced}]) => [code, {value: value ?? 'unknown', evidenced}])),
      answerHash,
      result: {stage, entering, ...interval},
    },
    problems: null,
  };
}

/** An answer as a file states it; `value` is null where its words are none that the product writes. */
export type StatedAnswer = {readonly code: string; readonly value: AnswerValue | null; readonly given: string; readonly evidenced: boolean};

/** The answers of a report's table of all measures, in either language; empty where there is none. */
export function findStatedAnswers(tables: readonly TextTable[]): StatedAnswer[] {
  return tables.flatMap((table) => {
    const head = table.findIndex((cells) => WORDS.some((t) => isAnswersHead(cells, t)));
    if (head < 0) return [];
    return table.slice(head + 1).flatMap(([code = '', _name, given = '', _note, evidence = '']) => {
      // Headings of stages and categories stand between the measures and fill a row of their own.
      if (!/^[A-Z][A-Z0-9]{0,7}$/.test(code.trim())) return [];
      const value = readStatedValue(given.trim());
      // What waits for confirmation counts as unknown, and its evidence for nothing.
      return [{code: code.trim(), value, given: given.trim(), evidenced: value !== null && isAnswer(given.trim()) && evidence.trim() !== ''}];
    });
  });
}

function isAnswersHead(cells: readonly string[], t: Translate): boolean {
  const wanted = [t('document.code'), t('compare.measure'), t('document.value'), t('questionnaire.note'), t('questionnaire.evidence')];
  return wanted.every((title, at) => cells[at]?.trim() === title);
}

/** A value in the words of either language; what has no answer, or one still to be confirmed, is unknown; null for other words. */
export function readStatedValue(given: string): AnswerValue | null {
  for (const t of WORDS) {
    const value = ANSWER_VALUES.find((each) => t(`answer.${each}`) === given);
    if (value) return value;
    if (given === t('check.unanswered') || ANSWER_VALUES.some((each) => given === t('check.unconfirmed', {value: t(`answer.${each}`)}))) return 'unknown';
  }
  return null;
}

function isAnswer(given: string): boolean {
  return WORDS.some((t) => ANSWER_VALUES.some((each) => t(`answer.${each}`) === given));
}

function readText(text: string): string | null {
  return text === '' || text.length > 300 ? null : text;
}

function readHash(text: string): string | null {
  const hash = text.replace(/\s+/g, '');
  return /^[0-9a-f]{64}$/.test(hash) ? hash : null;
}

function readNumber(text: string): number | null {
  return /^[1-9]\d?$/.test(text) ? Number(text) : null;
}

function readYesNo(text: string): boolean | null {
  if (WORDS.some((t) => t('document.yes') === text)) return true;
  return WORDS.some((t) => t('document.no') === text) ? false : null;
}

function readInterval(text: string): {low: number; high: number} | null {
  const match = /^([1-9]\d?)\s*[–—-]\s*([1-9]\d?)$/.exec(text);
  return match ? {low: Number(match[1]), high: Number(match[2])} : null;
}
