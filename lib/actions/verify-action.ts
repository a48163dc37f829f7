'use server';
import {ARCHIVE_LIMIT, parseArchive} from '@/lib/archive/parse-archive';
import {listClaims} from '@/lib/archive/list-claims';
import {explainFileError} from '@/lib/files/explain-file-error';
import {FileError} from '@/lib/files/file-error';
import {readFileStatement} from '@/lib/files/read/read-statement';
import {listVersions} from '@/lib/instrument/registry';
import type {ExplainedIssue} from '@/lib/messages/explain-issues';
import {type Translate, translatorFor} from '@/lib/messages/translator';
import {type CheckedClaim, checkStatedClaim} from '@/lib/report/check-stated-claim';
import {type VerifiedClaim, buildVerification, explainStatement} from '@/lib/report/verify';
import {type FormShown, type FormState, runShowingAction} from './form-action';

/** What verifying a file gives. */
export type Verified = {heading: string; claims: VerifiedClaim[]};

/** Computes again what an uploaded file states. The file is read in memory and not kept. */
export async function verifyFileAction(_state: FormState | FormShown<Verified>, form: FormData): Promise<FormState | FormShown<Verified>> {
  return runShowingAction<Verified>(form, async ({t}) => {
    try {
      const file = form.get('file');
      if (!(file instanceof File) || (file.size === 0 && file.name === '')) throw new FileError('missing');
      if (file.size > ARCHIVE_LIMIT) throw new FileError('too-large', {max: ARCHIVE_LIMIT / 1024 / 1024});
      const checked = await readClaims(new Uint8Array(await file.arrayBuffer()), t);
      if ('issues' in checked) return checked;
      return {show: {heading: t('verify.result', {name: file.name.slice(0, 200)}), claims: buildVerification(checked.claims, t)}};
    } catch (error) {
      if (error instanceof FileError) return {issues: [{path: 'file', message: explainFileError(t, error)}]};
      throw error;
    }
  });
}

async function readClaims(bytes: Uint8Array, t: Translate): Promise<{claims: CheckedClaim[]} | {issues: ExplainedIssue[]}> {
  const refuse = (message: string) => ({issues: [{path: 'file', message}]});
  // A zip begins so, and no JSON does; whatever else it may be is for the reader of office files to say.
  if (isJson(bytes)) {
    const parsed = parseArchive(bytes);
    if ('problems' in parsed) return refuse(t('verify.no-archive'));
    return {claims: listClaims(parsed.archive).map((claim) => check(claim, null))};
  }
  const {statement, locale, text} = await readFileStatement(bytes);
  if (!statement.claim) return refuse(explainStatement(statement.problems, t));
  return {claims: [check(statement.claim, locale && {text, locale, t: translatorFor(locale)})]};
}

function isJson(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 256)).trimStart();
  return start.startsWith('{') || start.startsWith('[');
}

function check(claim: CheckedClaim['claim'], said: Parameters<typeof checkStatedClaim>[2]): CheckedClaim {
  const {id, version} = claim.instrument;
  return checkStatedClaim(claim, listVersions(id).find(({instrument}) => instrument.version === version), said);
}
