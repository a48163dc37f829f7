/** Every address of the product's own pages; a path is never put together elsewhere. */
export const paths = {
  start: () => '/',
  profiles: () => '/profiles',
  newProfile: () => '/profiles/new',
  profile: (id: string) => `/profiles/${encodeURIComponent(id)}`,
  editProfile: (id: string) => `${paths.profile(id)}/edit`,
  newAssessment: (profileId: string) => `${paths.profile(profileId)}/assessments/new`,
  assessment: (id: string) => `/assessments/${encodeURIComponent(id)}`,
  category: (id: string, category: string) => `${paths.assessment(id)}/categories/${encodeURIComponent(category)}`,
  measure: (id: string, category: string, measure: string) => `${paths.category(id, category)}#${measure}`,
  measureDetails: (id: string, category: string, measure: string) =>
    `${paths.category(id, category)}?more=${encodeURIComponent(measure)}#${measure}`,
  report: (id: string) => `${paths.assessment(id)}/report`,
  reportFile: (id: string, type: 'docx' | 'xlsx', locale: string) => `${paths.report(id)}/${type}?locale=${locale}`,
  /** `measure` is a measure's code or a trait's id. */
  changes: (id: string, measure = '', page = 1) => {
    const query = new URLSearchParams({...(measure && {measure}), ...(page > 1 && {page: String(page)})}).toString();
    return `${paths.assessment(id)}/changes${query === '' ? '' : `?${query}`}`;
  },
  answeringName: (id: string, category = '') => `${paths.assessment(id)}/name${category === '' ? '' : `?category=${encodeURIComponent(category)}`}`,
  importAnswers: (id: string) => `${paths.assessment(id)}/import`,
  imported: (id: string, count: number) => `${paths.assessment(id)}?imported=${count}`,
  template: (locale: string) => `/template?locale=${locale}`,
  archive: (profileId: string) => `${paths.profile(profileId)}/archive`,
  importArchive: () => '/profiles/import',
  verify: () => '/verify',
  /** `saved` differs with each save, so that the page is shown anew. */
  settings: (saved = '') => `/settings${saved === '' ? '' : `?saved=${saved}`}`,
  /** `revision` differs with each picture, so that no open page goes on showing the last one. */
  logo: (revision = 0) => `/settings/logo?revision=${revision}`,
  traits: (id: string) => `${paths.assessment(id)}/cluster`,
  trait: (id: string, trait: string) => `${paths.traits(id)}#${trait}`,
  check: (id: string) => `${paths.assessment(id)}/check`,
  result: (id: string) => `${paths.assessment(id)}/result`,
  roadmap: (id: string) => `${paths.result(id)}#roadmap`,
  planMeasure: (id: string, measure: string, decision = '') =>
    `${paths.assessment(id)}/plan/${encodeURIComponent(measure)}${decision === '' ? '' : `?decision=${encodeURIComponent(decision)}`}`,
  profilePlan: (id: string) => `${paths.profile(id)}/plan`,
  reread: (id: string, version = '') => `${paths.assessment(id)}/reread${version === '' ? '' : `?version=${encodeURIComponent(version)}`}`,
  compare: (counties: readonly string[] = []) =>
    counties.length === 0 ? '/compare' : `/compare?${counties.map((key) => `c=${encodeURIComponent(key)}`).join('&')}`,
  method: () => '/method',
  instrument: () => '/instrument',
  locale: () => '/locale',
  api: {
    divisions: () => '/api/v1/divisions',
    answer: (assessmentId: string, measure: string) =>
      `/api/v1/assessments/${encodeURIComponent(assessmentId)}/answers/${encodeURIComponent(measure)}`,
    staircase: (assessmentId: string) => `/api/v1/assessments/${encodeURIComponent(assessmentId)}/staircase.svg`,
  },
} as const;
