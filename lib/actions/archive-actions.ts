'use server';
import {randomUUID} from 'node:crypto';
import {redirect} from 'next/navigation';
import type {ArchiveProblem} from '@/lib/archive/archive-problem';
import {type SoundArchive, readArchive} from '@/lib/archive/check-archive';
import {ARCHIVE_LIMIT} from '@/lib/archive/parse-archive';
import {findSameProfiles, importProfile} from '@/lib/db/archive';
import {formatCounty, formatRegion} from '@/lib/divisions/county-label';
import {findDivision} from '@/lib/divisions/division-list';
import type {Locale} from '@/lib/instrument/schema';
import type {ExplainedIssue} from '@/lib/messages/explain-issues';
import type {Translate} from '@/lib/messages/translator';
import {paths} from '@/lib/paths';
import {type ArchivePreview, buildArchivePreview} from '@/lib/report/archive-preview';
import {explainArchiveProblems} from './explain-archive';
import {type FormFailure, answerFormAction} from './form-action';

/** Problems that are listed; the rest is counted. */
const LISTED = 100;

type Refusal = {ok: true; step: 'refused'; message: string; problems: ExplainedIssue[]; more: string; attempt: string};
type Preview = {ok: true; step: 'preview'; notice: string; preview: ArchivePreview; text: string; same: string[]; attempt: string};

/** Why a file is refused, or what it holds, with the file itself to be sent again by whoever confirms. */
export type ArchiveOutcome = Refusal | Preview;
export type ArchiveState = FormFailure | ArchiveOutcome | null;

/**
 * Reads an uploaded archive and shows what it holds; sent again with `confirm` it imports that. The file travels with the
 * page in between and is checked anew, so that nothing is kept on the server and nothing is believed.
 */
export async function importArchiveAction(state: ArchiveState, form: FormData): Promise<ArchiveState> {
  const seen = form.has('confirm') && state?.ok && state.step === 'preview' ? state : null;
  const outcome = await answerFormAction<ArchiveOutcome | {goTo: string}>(new FormData(), async ({organisationId, locale, t}) => {
    const given = seen ? String(seen.text) : await readFile(form);
    if (given === null) return {issues: [{path: 'file', message: t('archive.file-missing')}]};
    const checked = typeof given === 'object' && 'problems' in given ? given : readArchive(given, findDivision);
    if ('problems' in checked) return refuse(t, checked.problems);
    const same = await findSameProfiles(organisationId, checked.sound.archive.profile);
    const known = new Set(Array.isArray(seen?.same) ? seen.same : []);
    if (seen && same.every(({id}) => known.has(id))) return {goTo: paths.profile(await importProfile(organisationId, checked.sound))};
    return {
      ok: true,
      step: 'preview',
      notice: seen ? t('archive.changed') : '',
      preview: describe(checked.sound, same, locale, t),
      text: JSON.stringify(checked.sound.archive),
      same: same.map(({id}) => id),
      attempt: randomUUID(),
    };
  });
  if ('goTo' in outcome) redirect(outcome.goTo);
  // Whoever confirmed keeps the preview, to try again.
  return seen && !outcome.ok ? {...seen, notice: outcome.message, attempt: outcome.attempt} : outcome;
}

/** The bytes of the form's file; null when there is none. One that is too large is not read. */
async function readFile(form: FormData): Promise<Uint8Array | {problems: ArchiveProblem[]} | null> {
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0) return null;
  if (file.size > ARCHIVE_LIMIT) return {problems: [{path: [], code: 'too-large'}]};
  return new Uint8Array(await file.arrayBuffer());
}

function refuse(t: Translate, problems: readonly ArchiveProblem[]): Refusal {
  const more = problems.length - LISTED;
  return {
    ok: true,
    step: 'refused',
    message: `${t('archive.refused')} ${t('archive.refused-count', {count: problems.length})}`,
    problems: explainArchiveProblems(t, problems.slice(0, LISTED)),
    more: more > 0 ? t('archive.refused-more', {count: more}) : '',
    attempt: randomUUID(),
  };
}

function describe({archive}: SoundArchive, same: Awaited<ReturnType<typeof findSameProfiles>>, locale: Locale, t: Translate): ArchivePreview {
  const {profile, madeBy, plan, assessments, exportedAt} = archive;
  return buildArchivePreview(
    {
      ...madeBy,
      county: formatCounty(profile, locale),
      region: formatRegion(profile, locale),
      industry: profile.industry,
      exportedAt: new Date(exportedAt),
      isArchived: profile.archivedAt !== null,
      plan,
      assessments: assessments.map((assessment) => ({...assessment, isFinal: assessment.final !== null})),
      same: same.map(({id, updatedAt, _count}) => ({id, updatedAt, assessments: _count.assessments})),
    },
    t,
  );
}
