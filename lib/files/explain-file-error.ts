import type {Translate} from '@/lib/messages/translator';
import type {FileError} from './file-error';

/** What is wrong with a file, in the reader's language. */
export function explainFileError(t: Translate, {problem, values}: FileError): string {
  return t(`file.${problem}`, {...values});
}
