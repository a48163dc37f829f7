import type {Locale} from '@/lib/instrument/schema';
import type {Translate} from '@/lib/messages/translator';
import {paths} from '@/lib/paths';
import type {CategoryProgress, Progress} from './progress';

/** A stage of the task list with its categories. */
export type TaskStage = {
  number: number;
  heading: string;
  cluster: string;
  tasks: {code: string; name: string; href: string | null; state: 'done' | 'part' | 'open'; status: string}[];
};

type Context = {assessmentId: string; editable: boolean; locale: Locale; t: Translate};

/** Rows of the task list; categories lead nowhere when the assessment can't be edited. */
export function buildTaskList(progress: Progress, {assessmentId, editable, locale, t}: Context): TaskStage[] {
  const stages = [...new Set(progress.categories.map(({stage}) => stage))];
  return stages.map((stage) => ({
    number: stage.number,
    heading: t('assessment.stage-heading', {
      numeral: t('stage.numeral', {stage: String(stage.number)}),
      name: stage.name[locale],
      upgrade: stage.upgrade[locale],
    }),
    cluster: t('assessment.cluster', {stage: stage.clusterStage[locale]}),
    tasks: progress.categories
      .filter((each) => each.stage === stage)
      .map((each) => ({
        code: each.category.code,
        name: each.category.name[locale],
        href: editable ? paths.category(assessmentId, each.category.code) : null,
        state: each.answered === each.total ? 'done' : each.answered + each.toConfirm > 0 ? 'part' : 'open',
        status: describeProgress(each, t),
      })),
  }));
}

function describeProgress({answered, toConfirm, total}: CategoryProgress, t: Translate): string {
  if (answered === total) return t('assessment.category-done');
  if (toConfirm > 0) return t('assessment.category-confirm', {count: toConfirm});
  return answered > 0 ? t('assessment.category-part', {answered, total}) : t('assessment.category-open');
}
