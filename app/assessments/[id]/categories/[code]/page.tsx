import {notFound, redirect} from 'next/navigation';
import {loadAssessment} from '@/app/load';
import type {PageProps} from '@/app/page-props';
import {CategoryForm} from '@/components/questionnaire/category-form';
import {canEditAssessment} from '@/lib/access/can-edit-assessment';
import {saveCategoryAction} from '@/lib/actions/save-category';
import {formatPeriod} from '@/lib/format';
import {listCategories} from '@/lib/instrument/list-measures';
import {getWords} from '@/lib/messages/request-locale';
import {paths} from '@/lib/paths';
import {buildCategoryPage} from '@/lib/report/category-page';
import {AssessmentHeading} from '../../assessment-heading';

type Params = {id: string; code: string};

async function load({id, code}: Params) {
  const [words, {assessment, registered}] = await Promise.all([getWords(), loadAssessment(id)]);
  const categories = listCategories(registered.instrument);
  const position = categories.findIndex(({category}) => category.code === code);
  const current = categories[position];
  if (!current) notFound();
  return {...words, assessment, registered, ...current, position, count: categories.length};
}

export async function generateMetadata({params}: PageProps<Params>) {
  const {category, locale} = await load(await params);
  return {title: category.name[locale]};
}

export default async function CategoryPage({params}: PageProps<Params>) {
  const {assessment, registered, category, stage, position, count, locale, t} = await load(await params);
  const {id, basedOn} = assessment;
  if (!canEditAssessment(assessment)) redirect(paths.assessment(id));
  const page = buildCategoryPage({
    instrument: registered.instrument,
    category,
    benchmarks: registered.benchmarks,
    answers: assessment.answers,
    carriedFrom: basedOn ? formatPeriod(basedOn.period, t) : '',
    locale,
    t,
  });
  return (
    <>
      <AssessmentHeading assessment={assessment} locale={locale} t={t} />
      <p className="text-quiet">
        <a href={paths.assessment(id)}>{t('assessment.tasks')}</a> ·{' '}
        {t('assessment.category-of', {stage: t('stage.numeral', {stage: String(stage.number)}), n: position + 1, total: count})}
      </p>
      <h1>
        {category.code} {category.name[locale]}
      </h1>
      <CategoryForm
        page={page}
        action={saveCategoryAction.bind(null, id, category.code)}
        saveUrls={Object.fromEntries(category.measures.map(({code}) => [code, paths.api.answer(id, code)]))}
      />
    </>
  );
}
