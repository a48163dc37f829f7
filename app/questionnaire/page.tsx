import {randomUUID} from 'node:crypto';
import {notFound, redirect} from 'next/navigation';
import {isFormSent} from '@/app/is-form-sent';
import {loadCategoryAssessment} from '@/app/load';
import type {PageProps} from '@/app/page-props';
import {PageTitle} from '@/components/layout/page-title';
import {CategoryForm} from '@/components/questionnaire/category-form';
import {canEditAssessment} from '@/lib/access/can-edit-assessment';
import {getAnsweringName} from '@/lib/access/answering-name';
import {saveCategoryAction} from '@/lib/actions/save-category';
import {formatPeriod} from '@/lib/format';
import {readTextParams} from '@/lib/http/read-params';
import {listCategories} from '@/lib/instrument/list-measures';
import {getWords} from '@/lib/messages/request-locale';
import {paths} from '@/lib/paths';
import {buildCategoryPage} from '@/lib/report/category-page';
import {AssessmentHeading} from '../assessments/[id]/assessment-heading';

/** Served at `paths.category`; next.config.ts says why it stands here. */
export default async function CategoryPage({searchParams}: PageProps) {
  const {assessment: id = '', category: code = '', more = ''} = readTextParams(await searchParams);
  const [{locale, t}, {assessment, registered}] = await Promise.all([getWords(), loadCategoryAssessment(id, code)]);
  const {instrument, benchmarks} = registered;
  const categories = listCategories(instrument);
  const position = categories.findIndex(({category}) => category.code === code);
  const current = categories[position];
  if (!current) notFound();
  if (!canEditAssessment(assessment) && !(await isFormSent())) redirect(paths.assessment(id));
  const {category, stage} = current;
  const who = (await getAnsweringName()) ?? assessment.filledBy;
  const page = buildCategoryPage({
    assessmentId: id,
    formId: randomUUID(),
    instrument,
    category,
    benchmarks,
    answers: assessment.answers,
    opened: more,
    carriedFrom: assessment.basedOn ? formatPeriod(assessment.basedOn.period, t) : '',
    locale,
    t,
  });
  return (
    <>
      <PageTitle page={category.name[locale]} site={t('site.name')} />
      <AssessmentHeading assessment={assessment} locale={locale} t={t} />
      <p className="text-quiet">
        <a href={paths.assessment(id)}>{t('assessment.tasks')}</a> ·{' '}
        {t('assessment.category-of', {stage: t('stage.numeral', {stage: String(stage.number)}), n: position + 1, total: categories.length})}{' · '}
        {t('changes.answering-as', {who})} <a href={paths.answeringName(id, code)}>{t('changes.change-name')}</a>
      </p>
      <h1>
        {category.code} {category.name[locale]}
      </h1>
      <CategoryForm {...page} action={saveCategoryAction} />
    </>
  );
}
