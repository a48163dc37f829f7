import 'server-only';
import {headers} from 'next/headers';

/**
 * Whether a page answers its own form, sent without JavaScript: a form refused because the assessment
 * is final by now comes back with what was typed, where a redirect would only send it on.
 */
export async function isFormSent(): Promise<boolean> {
  return (await headers()).get('content-type')?.startsWith('multipart/form-data') ?? false;
}
