import type {Translate} from '@/lib/messages/translator';

/** The headings of a table of chosen measures. */
export function buildPlanTableWords(t: Translate) {
  return {measure: t('plan.measure'), bureau: t('plan.bureau'), due: t('plan.due'), since: t('plan.since'), standing: t('plan.standing')};
}
