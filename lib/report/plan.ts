import type {AnswerValue} from '@/lib/answers/answer-value';
import {periodEnd} from '@/lib/answers/period';
import type {PlanDecision} from '@/lib/answers/plan-schema';
import {formatPeriod} from '@/lib/format';
import {listMeasures} from '@/lib/instrument/list-measures';
import type {InstrumentFile, Locale} from '@/lib/instrument/schema';
import type {Translate} from '@/lib/messages/translator';

/** A decision of a profile's plan; the row of lib/db fits. */
export type PlanEntry = {
  measure: string;
  decision: PlanDecision;
  reason: string;
  bureau: string;
  duePeriod: string;
  /** Period of the assessment on whose roadmap it was decided. */
  since: string;
  revision: number;
};

/** How a chosen measure stands in an assessment; `dropped` is no longer in its questionnaire. */
export type PlanState = 'done' | 'under-way' | 'not-yet' | 'unknown' | 'not-applicable' | 'dropped';

/** A decision in words, beside what an assessment says of its measure. */
export type PlanRow = {
  code: string;
  name: string;
  decision: PlanDecision;
  bureau: string;
  due: string;
  reason: string;
  since: string;
  revision: number;
  state: PlanState;
  /** “推进中，期限已到”. */
  standing: string;
  overdue: boolean;
};

/** The plan as a result page shows it. */
export type ResultPlan = {
  /** Bureau and due period of each chosen measure of the roadmap. */
  chosen: Readonly<Record<string, Pick<PlanRow, 'bureau' | 'due'>>>;
  /** Chosen for this assessment but not, or no longer, among the roadmap's measures. */
  others: PlanRow[];
  setAside: PlanRow[];
  /** What became of the measures chosen at earlier assessments; null when there were none. */
  followUp: {summary: string; rows: PlanRow[]} | null;
};

type Input = {
  instrument: InstrumentFile;
  entries: readonly PlanEntry[];
  /** Value per measure; a missing one is unknown. */
  values: Readonly<Record<string, AnswerValue>>;
  /** The period of the assessment that the values are from. */
  period: string;
  locale: Locale;
  t: Translate;
};

/** The decisions that count at an assessment: those made on its own roadmap or an earlier one, so that old results stay as they were. */
export function selectPlan<Entry extends PlanEntry>(entries: readonly Entry[], period: string): Entry[] {
  return entries.filter(({since}) => periodEnd(since) <= periodEnd(period));
}

/** The measures set aside, as the engine takes them. */
export function listSetAside(entries: readonly PlanEntry[]): string[] {
  return entries.filter(({decision}) => decision === 'setAside').map(({measure}) => measure);
}

/**
 * Sorts the decisions that count at an assessment into what its result page shows. Chosen measures decided before
 * the assessment's period are followed up; those decided on its own roadmap are its plan.
 */
export function buildResultPlan(input: Input & {roadmap: readonly string[]}): ResultPlan {
  const {roadmap, period, t} = input;
  const rows = buildPlanRows({...input, entries: selectPlan(input.entries, period)});
  const chosen = rows.filter(({decision}) => decision === 'chosen');
  const earlier = new Set(input.entries.filter(({since}) => periodEnd(since) < periodEnd(period)).map(({measure}) => measure));
  const followed = chosen.filter(({code}) => earlier.has(code));
  const count = (wanted: (row: PlanRow) => boolean) => followed.filter(wanted).length;
  return {
    chosen: Object.fromEntries(chosen.filter(({code}) => roadmap.includes(code)).map(({code, bureau, due}) => [code, {bureau, due}])),
    others: chosen.filter(({code}) => !roadmap.includes(code) && !earlier.has(code)),
    setAside: rows.filter(({decision}) => decision === 'setAside'),
    followUp:
      followed.length === 0
        ? null
        : {
            summary: t('plan.follow-up-summary', {
              total: followed.length,
              done: count(({state}) => state === 'done'),
              underWay: count(({state}) => state === 'under-way'),
              overdue: count(({overdue}) => overdue),
            }),
            rows: followed,
          },
  };
}

/**
 * Each decision in words. A due period has come once the assessment's own period ends with it or later: what is
 * not in place by then is overdue, unless it does not apply or is no longer asked.
 */
export function buildPlanRows({instrument, entries, values, period, locale, t}: Input): PlanRow[] {
  const measures = new Map(listMeasures(instrument).map(({measure}) => [measure.code, measure]));
  return entries.map(({measure: code, decision, bureau, duePeriod, reason, since, revision}) => {
    const measure = measures.get(code);
    const state = measure ? STATES[values[code] ?? 'unknown'] : 'dropped';
    const isOpen = state === 'under-way' || state === 'not-yet' || state === 'unknown';
    const overdue = decision === 'chosen' && isOpen && duePeriod !== '' && periodEnd(duePeriod) <= periodEnd(period);
    return {
      code,
      name: measure?.name[locale] ?? '',
      decision,
      bureau,
      due: duePeriod === '' ? '' : formatPeriod(duePeriod, t),
      reason,
      since: formatPeriod(since, t),
      revision,
      state,
      standing: overdue ? t('plan.overdue', {state: t(`plan-state.${state}`)}) : t(`plan-state.${state}`),
      overdue,
    };
  });
}

const STATES = {
  'in-place': 'done',
  'under-way': 'under-way',
  'not-in-place': 'not-yet',
  'not-applicable': 'not-applicable',
  unknown: 'unknown',
} as const satisfies Record<AnswerValue, PlanState>;
