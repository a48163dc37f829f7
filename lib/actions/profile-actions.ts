'use server';
import {createProfile, saveProfile, setProfileArchived} from '@/lib/db/profiles';
import {findDivision} from '@/lib/divisions/division-list';
import type {ZodError} from 'zod';
import {type ExplainedIssue, explainIssues} from '@/lib/messages/explain-issues';
import type {Translate} from '@/lib/messages/translator';
import {paths} from '@/lib/paths';
import {type ProfileInput, profileSchema} from '@/lib/profile/profile-schema';
import {type FormState, runButtonAction, runFormAction, textFields} from './form-action';
import {deriveSaveId} from './save-id';

/** Creates a profile from the form and goes on to its first assessment; the same form sent again leads to the same profile. */
export async function createProfileAction(_state: FormState, form: FormData): Promise<FormState> {
  return runFormAction(form, async ({organisationId, t}) => {
    if (form.has('find')) return {goTo: withSearch(paths.newProfile(), form)};
    const parsed = parseProfile(form);
    if (!parsed.success) return {issues: explainProfileIssues(t, parsed.error, form)};
    const id = await createProfile(organisationId, parsed.data, deriveSaveId(textFields(form).saveId, parsed.data));
    return {goTo: paths.newAssessment(id)};
  });
}

/** Saves changed details of a profile. */
export async function saveProfileAction(id: string, _state: FormState, form: FormData): Promise<FormState> {
  return runFormAction(form, async ({organisationId, t}) => {
    if (form.has('find')) return {goTo: withSearch(paths.editProfile(id), form)};
    const parsed = parseProfile(form);
    if (!parsed.success) return {issues: explainProfileIssues(t, parsed.error, form)};
    await saveProfile(organisationId, id, parsed.data);
    return {goTo: paths.profile(id)};
  });
}

/** Archives a profile. */
export async function archiveProfileAction(id: string): Promise<void> {
  return runButtonAction(paths.profile(id), async ({organisationId}) => {
    await setProfileArchived(organisationId, id, new Date());
    return {goTo: paths.profiles()};
  });
}

/** Takes a profile out of the archive. */
export async function restoreProfileAction(id: string): Promise<void> {
  return runButtonAction(paths.profile(id), async ({organisationId}) => {
    await setProfileArchived(organisationId, id, null);
    return {goTo: paths.profile(id)};
  });
}

/** A listed county brings its names from the list; what was typed by hand counts only without a code. */
function parseProfile(form: FormData) {
  const fields = textFields(form);
  const division = findDivision(fields.divisionCode ?? '');
  const {search: _search, saveId: _saveId, ...given} = fields;
  return profileSchema.safeParse({
    ...given,
    ...(division && {county: division.county, prefecture: division.prefecture, province: division.province}),
  } satisfies Partial<Record<keyof ProfileInput, unknown>>);
}

/** When neither a county was chosen nor one typed by hand, the search is the one field to mend. */
function explainProfileIssues(t: Translate, error: ZodError, form: FormData): ExplainedIssue[] {
  const issues = explainIssues(t, error);
  const {divisionCode = '', county = '', prefecture = '', province = ''} = textFields(form);
  if ((divisionCode + county + prefecture + province).trim() !== '') return issues;
  return issues
    .filter(({path}) => path !== 'prefecture' && path !== 'province')
    .map((issue) => (issue.path === 'county' ? {...issue, path: 'county-search'} : issue));
}

/** Without JavaScript the county is searched by sending the form: back to it, with what was typed. */
function withSearch(path: string, form: FormData): string {
  const {find: _find, saveId: _saveId, divisionCode: _code, ...typed} = textFields(form);
  return `${path}?${new URLSearchParams(Object.entries(typed).filter(([name, value]) => name === 'search' || value !== ''))}`;
}
