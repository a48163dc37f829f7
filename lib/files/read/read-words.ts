import {ANSWER_VALUES, type AnswerValue} from '@/lib/answers/answer-value';
import {type InstrumentFile, LOCALES} from '@/lib/instrument/schema';
import {translatorFor} from '@/lib/messages/translator';

/** One of the five answers by its word in either language or by its plain code; any other text as it is. */
export function readValueWord(text: string): AnswerValue | (string & {}) {
  const wanted = plain(text);
  return ANSWER_VALUES.find((value) => value === wanted || LOCALES.some((locale) => plain(translatorFor(locale)(`answer.${value}`)) === wanted)) ?? text;
}

/** A kind of evidence by its name in either language or by its id; any other text as it is. */
export function readKindWord(text: string, instrument: InstrumentFile): string {
  const wanted = plain(text);
  return instrument.evidenceKinds.find(({id, name}) => id === wanted || LOCALES.some((locale) => plain(name[locale]) === wanted))?.id ?? text;
}

/** A measure's code however its letters and digits were typed. */
export function readCode(text: string): string {
  return text.normalize('NFKC').trim().toUpperCase();
}

/** A date in one of the forms that people write as 2026-03-05, 2026-03 or 2026; any other text as it is. */
export function readDateWord(text: string): string {
  const match = /^(\d{4})\s*[-./年]\s*(\d{1,2})(?:\s*[-./月]\s*(\d{1,2})\s*日?|\s*月)?(?:T00:00:00(?:\.0+)?Z?)?$|^(\d{4})\s*年$/.exec(text.normalize('NFKC').trim());
  if (!match) return text.trim();
  const [, year, month, day, yearAlone] = match;
  return [yearAlone ?? year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined).join('-');
}

/** A word apart from how it was typed: full-width letters, case, the sort of apostrophe, space around it. */
function plain(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase().replace(/[‘’`´]/g, "'");
}
