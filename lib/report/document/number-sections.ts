import type {Locale} from '@/lib/instrument/schema';
import type {SectionDraft} from './blocks';
import type {ReportSection} from './stage-report';

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A number up to 99 in Chinese: 二, 十, 十二, 二十. */
export function writeChineseNumber(number: number): string {
  const tens = Math.floor(number / 10);
  return `${tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`}${DIGITS[number % 10]}`;
}

/** Numbers sections as their language does: 一、 （一） 1. in Chinese (GB/T 9704-2012), 1 1.1 1.1.1 in English. */
export function numberSections(drafts: readonly SectionDraft[], locale: Locale, above: readonly number[] = []): ReportSection[] {
  return drafts.map(({id, title, blocks, sections = []}, index) => {
    const place = [...above, index + 1];
    const level = place.length === 1 ? 1 : place.length === 2 ? 2 : 3;
    return {id, level, number: locale === 'zh-CN' ? writeNumber(level, index + 1) : place.join('.'), title, blocks, sections: numberSections(sections, locale, place)};
  });
}

function writeNumber(level: ReportSection['level'], number: number): string {
  if (level === 1) return `${writeChineseNumber(number)}、`;
  return level === 2 ? `（${writeChineseNumber(number)}）` : `${number}.`;
}
