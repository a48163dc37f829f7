import type {AnswerContent} from '@/lib/answers/answer-change';
import {readAnswerValue} from '@/lib/answers/read-answer-value';
import type {InstrumentFile, Locale} from '@/lib/instrument/schema';
import type {Translate} from '@/lib/messages/translator';
import {describeEvidence} from './measure-rows';

/** A whole answer in words, so that two of them can be put side by side. */
export type AnswerVersion = {heading: string; answer: string; parts: {label: string; text: string}[]};

export type VersionContext = {instrument: InstrumentFile; locale: Locale; t: Translate};

/** What an answer says besides its value: reason, note and each evidence record, those that are there. */
export function listParts({note, reason, evidence}: Omit<AnswerContent, 'value'>, {instrument, locale, t}: VersionContext): AnswerVersion['parts'] {
  const records = evidence.map((record) => {
    const {text, link} = describeEvidence(record, instrument, locale);
    return {label: t('questionnaire.evidence'), text: link === '' ? text : `${text} ${link}`};
  });
  const texts = [
    {label: t('questionnaire.reason'), text: reason},
    {label: t('questionnaire.note'), text: note},
  ];
  return [...texts.filter(({text}) => text !== ''), ...records];
}

/** An answer in full under a heading that says whose it is. */
export function describeVersion(heading: string, content: Omit<AnswerContent, 'value'> & {value: string}, context: VersionContext): AnswerVersion {
  return {heading, answer: context.t(`answer.${readAnswerValue(content.value)}`), parts: listParts(content, context)};
}
