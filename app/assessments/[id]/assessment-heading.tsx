import {formatCounty} from '@/lib/divisions/county-label';
import type {CategoryAssessment} from '@/lib/db/category-answers';
import {formatPeriod} from '@/lib/format';
import type {Locale} from '@/lib/instrument/schema';
import type {Translate} from '@/lib/messages/translator';
import {paths} from '@/lib/paths';

type AssessmentHeadingProps = {assessment: Omit<CategoryAssessment, 'answers' | 'basedOn'>; locale: Locale; t: Translate};

/** County, cluster and the line that says which assessment this is. */
export function AssessmentHeading({assessment, locale, t}: AssessmentHeadingProps) {
  const {profile, revision} = assessment;
  return (
    <p className="text-quiet print:hidden">
      <a href={paths.profile(profile.id)}>{formatCounty(profile, locale)}</a> · {profile.industry} ·{' '}
      {t('assessment.filled-by-line', {
        period: formatPeriod(assessment.period, t),
        filledBy: assessment.filledBy,
        instrument: `${assessment.instrumentId} ${assessment.instrumentVersion}`,
      })}
      {revision > 1 ? ` · ${t('profile.revision', {revision})}` : ''}
    </p>
  );
}
