import 'server-only';
import {cookies} from 'next/headers';
import {filledBySchema} from '@/lib/answers/filled-by';

const COOKIE = 'answering-name';
const YEAR = 365 * 24 * 60 * 60;

/** The name under which this browser's answers are saved; undefined until one was given, when the assessment's `filledBy` stands for it. */
export async function getAnsweringName(): Promise<string | undefined> {
  return filledBySchema.safeParse((await cookies()).get(COOKIE)?.value).data;
}

/** Keeps the name for this browser; only where an answer can still set cookies, as in a form's action. */
export async function keepAnsweringName(name: string): Promise<void> {
  (await cookies()).set(COOKIE, name, {path: '/', maxAge: YEAR, sameSite: 'lax', httpOnly: true});
}
