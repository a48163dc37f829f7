import {PLAN_DECISIONS, type PlanDecision} from '@/lib/answers/plan-schema';
import {listDuePeriods} from '@/lib/answers/period';
import {formatPeriod} from '@/lib/format';
import type {Translate} from '@/lib/messages/translator';
import type {PlanEntry} from './plan';

const WORD_KEYS = ['decision', 'bureau', 'bureau-hint', 'due', 'due-hint', 'due-choose', 'reason', 'reason-hint', 'save', 'cancel'] as const;

/** Words of the form, by their key in `plan`. */
export type PlanFormWords = Record<(typeof WORD_KEYS)[number] | 'error-title' | 'offline', string>;

/** What the form of one measure's decision shows. */
export type PlanFormView = {
  decisions: {value: PlanDecision; label: string}[];
  periods: {value: string; label: string}[];
  /** Field texts to begin with; names as in the form. */
  initial: Record<'decision' | 'bureau' | 'duePeriod' | 'reason' | 'revision', string>;
  words: PlanFormWords;
};

type Input = {
  stored: PlanEntry | undefined;
  /** The decision that the reader set out to make; anything else than a decision leaves the choice open. */
  wanted: string;
  /** The period of the assessment: nothing is due in a year before it, unless that is stored already. */
  period: string;
  t: Translate;
};

/** Builds the form of one measure's decision, filled with the one that stands. */
export function buildPlanForm({stored, wanted, period, t}: Input): PlanFormView {
  const offered = listDuePeriods(period);
  const periods = stored && stored.duePeriod !== '' && !offered.includes(stored.duePeriod) ? [stored.duePeriod, ...offered] : offered;
  const decision = PLAN_DECISIONS.find((each) => each === wanted) ?? stored?.decision ?? '';
  return {
    decisions: PLAN_DECISIONS.map((value) => ({value, label: t(`plan-decision.${value}`)})),
    periods: periods.map((value) => ({value, label: formatPeriod(value, t)})),
    initial: {
      decision,
      bureau: stored?.bureau ?? '',
      duePeriod: stored?.duePeriod ?? '',
      reason: stored?.reason ?? '',
      revision: String(stored?.revision ?? 0),
    },
    words: {
      ...(Object.fromEntries(WORD_KEYS.map((key) => [key, t(`plan.${key}`)])) as Record<(typeof WORD_KEYS)[number], string>),
      'error-title': t('site.error-title'),
      offline: t('questionnaire.offline'),
    },
  };
}
