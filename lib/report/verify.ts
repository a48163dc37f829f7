import type {Claim, ClaimCheck, StatedResult} from '@/lib/diagnosis/check-claim';
import {formatPeriod, formatPlacement} from '@/lib/format';
import type {Translate} from '@/lib/messages/translator';
import type {CheckedClaim} from './check-stated-claim';

/**
 * `holds`: everything agrees; `altered`: the result follows, but something of the file was changed after it was made;
 * `fails`: the result does not follow; `unknown`: it can't be computed here.
 */
export type Verdict = 'holds' | 'altered' | 'fails' | 'unknown';

/** What the page says of one claim. */
export type VerifiedClaim = {
  key: string;
  verdict: Verdict;
  heading: string;
  sentences: string[];
  /** Stated beside computed; a row that differs is marked. */
  rows: {label: string; stated: string; computed: string; differs: boolean; mark: string}[];
};

/** Puts into words whether what a file states follows from its answers. */
export function buildVerification(checked: readonly CheckedClaim[], t: Translate): VerifiedClaim[] {
  return checked.map((each, index) => {
    const {claim, check} = each;
    const verdict = getVerdict(each);
    const {id, version} = claim.instrument;
    const period = formatPeriod(claim.period, t);
    const revised = (claim.revision ?? 1) > 1 ? ` · ${t('profile.revision', {revision: claim.revision ?? 1})}` : '';
    return {
      key: String(index),
      verdict,
      heading: t('verify.claim', {county: claim.county, period: period + revised}),
      sentences: [t(`verify.verdict.${verdict}`, {instrument: id, version}), ...writeReasons(each, t)],
      rows: check ? listRows(claim, check, t) : [],
    };
  });
}

function getVerdict({check, sentence}: CheckedClaim): Verdict {
  if (!check || !check.sameContent) return 'unknown';
  if (!check.follows) return 'fails';
  return check.answersIntact && sentence?.found !== false ? 'holds' : 'altered';
}

function writeReasons({check, sentence}: CheckedClaim, t: Translate): string[] {
  if (!check) return [t('verify.reason.version')];
  return [
    ...(check.sameContent ? [] : [t('verify.reason.content')]),
    ...(check.answersIntact ? [] : [t('verify.reason.answers')]),
    ...(sentence && !sentence.found ? [t('verify.reason.sentence', {sentence: sentence.expected})] : []),
  ];
}

function listRows(claim: Claim, {computed, computedAnswerHash}: ClaimCheck, t: Translate): VerifiedClaim['rows'] {
  const pairs: [label: string, stated: string, computed: string][] = [
    [t('verify.row.stage'), writeStage(claim.result, t), writeStage(computed, t)],
    [t('verify.row.interval'), writeInterval(claim.result, t), writeInterval(computed, t)],
    [t('verify.row.answer-hash'), claim.answerHash, computedAnswerHash],
  ];
  return pairs.map(([label, stated, again]) => ({
    label,
    stated,
    computed: again,
    differs: stated !== again,
    mark: stated === again ? t('verify.same') : t('verify.differs'),
  }));
}

function writeStage({stage, entering}: StatedResult, t: Translate): string {
  return formatPlacement({low: stage, high: stage, entering}, t);
}

function writeInterval({low, high}: StatedResult, t: Translate): string {
  return formatPlacement({low, high, entering: false}, t);
}

/** Why a file states nothing that could be computed again, all reasons in one sentence; no more than the first few unreadable answers. */
export function explainStatement(problems: readonly StatementProblem[], t: Translate): string {
  const reasons = problems.map(({what, where, value}) => {
    if (what === 'check' || what === 'answers') return t(`verify.missing.${what}`);
    if (what === 'field') return t('verify.missing.field', {label: t(`document.check.${where as 'stage'}`)});
    return what === 'repeated' ? t('verify.repeated', {code: where}) : t('verify.bad-value', {code: where, value: value.slice(0, 60)});
  });
  const shown = reasons.slice(0, LISTED);
  if (reasons.length > LISTED) shown.push(t('verify.more', {count: reasons.length - LISTED}));
  return t('verify.no-claim', {what: shown.join(t('verify.comma'))});
}

const LISTED = 8;

/** A reason as the readers of files give it; `where` is a row of the table for verification or a measure's code. */
type StatementProblem = {readonly what: 'check' | 'answers' | 'field' | 'value' | 'repeated'; readonly where: string; readonly value: string};
