import type {Translate} from '@/lib/messages/translator';

/** Words of the county picker. */
export type PickerWords = Record<
  'search' | 'hint' | 'button' | 'found' | 'none' | 'change' | 'byHand' | 'county' | 'prefecture' | 'province',
  string
>;

/** The optional figures of a profile, in the order of the form. */
export const FIGURE_FIELDS = ['figuresYear', 'population', 'gdp', 'clusterOutput', 'onlineSales', 'enterprises'] as const;
export type FigureField = {name: (typeof FIGURE_FIELDS)[number]; label: string};

/** Words of the profile form. */
export type ProfileFormWords = {
  picker: PickerWords;
  errorTitle: string;
  offline: string;
  industry: string;
  industryHint: string;
  figures: string;
  figuresHint: string;
  figureFields: FigureField[];
  save: string;
  cancel: string;
};

/** Collects the words of the profile form; `isNew` leads on to the first assessment. */
export function buildProfileFormWords(t: Translate, isNew: boolean, found: number): ProfileFormWords {
  return {
    picker: {
      search: t('profile.county-search'),
      hint: t('profile.county-hint'),
      button: t('profile.county-search-button'),
      found: t('profile.county-results', {count: found}),
      none: t('profile.county-no-results'),
      change: t('profile.county-change'),
      byHand: t('profile.by-hand'),
      county: t('profile.county'),
      prefecture: t('profile.prefecture'),
      province: t('profile.province'),
    },
    errorTitle: t('site.error-title'),
    offline: t('questionnaire.offline'),
    industry: t('profile.industry'),
    industryHint: t('profile.industry-hint'),
    figures: t('profile.figures'),
    figuresHint: t('profile.figures-hint'),
    figureFields: listFigureFields(t),
    save: isNew ? t('profile.save-new') : t('profile.save'),
    cancel: t('profile.cancel'),
  };
}

/** Each optional figure with its label. */
export function listFigureFields(t: Translate): FigureField[] {
  const labels = {
    figuresYear: t('profile.figures-year'),
    population: t('profile.population'),
    gdp: t('profile.gdp'),
    clusterOutput: t('profile.cluster-output'),
    onlineSales: t('profile.online-sales'),
    enterprises: t('profile.enterprises'),
  };
  return FIGURE_FIELDS.map((name) => ({name, label: labels[name]}));
}
