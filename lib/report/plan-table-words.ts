import type {Translate} from '@/lib/messages/translator';

/** The headings of a table of chosen measures. */
export function buildPlanTableWords(t: Translate) {
  return {measure: t('plan.measure'), bureau: t('plan.bureau'), due: t('plan.due'), since: t('plan.since'), standing: t('plan.standing')};
}

/** What the list of measures set aside says around them; a button names its measure to those who can't see the row. */
export function buildSetAsideWords(t: Translate) {
  const [takeBack, change] = [t('plan.take-back'), t('plan.change')];
  return {title: t('plan.set-aside-title'), takeBack, change, takeBackOf: (code: string) => `${takeBack} ${code}`, changeOf: (code: string) => `${change} ${code}`};
}
