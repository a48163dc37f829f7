import {type IRunOptions, TextRun} from 'docx';
import type {Locale} from '@/lib/instrument/schema';
import {printableText} from './printable-text';

/** The looks of a stretch of text beyond those of its paragraph's style. */
export type RunLook = Pick<IRunOptions, 'bold' | 'color' | 'style'>;

/**
 * A text as runs, one a line. In Chinese, signs that both scripts have (quotation marks, dashes) are set in the Chinese
 * face.
 */
export function textRuns(text: string, locale: Locale, look: RunLook = {}): TextRun[] {
  return printableText(text)
    .split('\n')
    .map((line, index) => new TextRun({...look, ...(locale === 'zh-CN' ? {font: {hint: 'eastAsia'}} : {}), text: line, ...(index > 0 ? {break: 1} : {})}));
}
