'use server';
import {z} from 'zod';
import {saveReportSettings} from '@/lib/db/report-settings';
import {LOGO_LIMITS, type ReportLogo, readLogo} from '@/lib/files/logo';
import {type ExplainedIssue, explainIssues} from '@/lib/messages/explain-issues';
import type {Translate} from '@/lib/messages/translator';
import {paths} from '@/lib/paths';
import {reportSettingsSchema} from '@/lib/profile/report-settings-schema';
import {type FormState, runFormAction, textFields} from './form-action';

const revisionSchema = z.coerce.number().int().min(0).catch(0);

/**
 * Saves what the organisation's reports bear. A new picture takes the place of the present one, whether or not that
 * was to be removed. Of two who save at once the second is told what the first one saved, and may save again.
 */
export async function saveSettingsAction(_state: FormState, form: FormData): Promise<FormState> {
  return runFormAction(form, async ({organisationId, t}) => {
    const {name, author, revision, removeLogo} = textFields(form);
    const parsed = reportSettingsSchema.safeParse({name, author});
    const file = form.get('logo');
    // A browser without a script sends an empty file without a name for a field that was left empty (see use-form-action.ts).
    const picture = file instanceof File && !(file.size === 0 && file.name === '') ? await checkPicture(file, t) : {};
    const issues = [...(parsed.success ? [] : explainIssues(t, parsed.error)), ...(picture.issue ? [picture.issue] : [])];
    if (!parsed.success || issues.length > 0) return {issues: [...issues, ...chooseAgain(picture.logo, t)]};

    const logo = picture.logo ?? (removeLogo === undefined ? undefined : null);
    const outcome = await saveReportSettings(organisationId, {...parsed.data, logo}, revisionSchema.parse(revision));
    if (outcome.saved) return {goTo: paths.settings(Date.now().toString(36))};
    const {current} = outcome;
    // Sent again, the form replaces what now stands and is no conflict with it.
    form.set('revision', String(current.revision));
    const none = t('settings.none');
    const message = t('settings.conflict', {name: current.name || none, author: current.author || none, logo: current.logo ? 'yes' : 'no'});
    return {issues: [{path: 'name', message}, ...chooseAgain(picture.logo, t)]};
  });
}

async function checkPicture(file: File, t: Translate): Promise<{logo?: ReportLogo; issue?: ExplainedIssue}> {
  // A file that is too large needs not be read to be refused.
  const reading = file.size > LOGO_LIMITS.bytes ? ({problem: 'too-large'} as const) : readLogo(new Uint8Array(await file.arrayBuffer()));
  if ('logo' in reading) return reading;
  return {issue: {path: 'logo', message: t(`settings.logo-problem.${reading.problem}`, {side: LOGO_LIMITS.side})}};
}

/** No browser keeps a chosen file in a form that comes back. */
function chooseAgain(logo: ReportLogo | undefined, t: Translate): ExplainedIssue[] {
  return logo ? [{path: 'logo', message: t('settings.choose-again')}] : [];
}
