import type {Locale} from '@/lib/instrument/schema';
import type {Translate} from '@/lib/messages/translator';

/** A period in words: 2026-H1 becomes “2026年上半年”. An unknown form is shown as it is. */
export function formatPeriod(period: string, t: Translate): string {
  const [year = '', part] = period.split('-');
  switch (part) {
    case undefined:
      return t('period.year', {year});
    case 'H1':
    case 'H2':
    case 'Q1':
    case 'Q2':
    case 'Q3':
    case 'Q4':
      return t(`period.${part}`, {year});
    default:
      return period;
  }
}

// Made once for each language, for making one takes far longer than using it.
const day = (locale: Locale) => new Intl.DateTimeFormat(locale, {dateStyle: 'medium', timeZone: 'Asia/Shanghai'});
const DAYS: Readonly<Record<Locale, Intl.DateTimeFormat>> = {'zh-CN': day('zh-CN'), en: day('en')};
const figure = (locale: Locale) => new Intl.NumberFormat(locale, {maximumFractionDigits: 6});
const FIGURES: Readonly<Record<Locale, Intl.NumberFormat>> = {'zh-CN': figure('zh-CN'), en: figure('en')};

/** A day in the reader's language, in China's time. */
export function formatDay(date: Date, locale: Locale): string {
  return DAYS[locale].format(date);
}

/** A figure with the reader's separators; null gives “—”. */
export function formatFigure(value: number | null, locale: Locale): string {
  return value === null ? '—' : FIGURES[locale].format(value);
}

/** The result of an assessment in a few words: the stage, the stages left open, or that none is met yet. */
export function formatPlacement(placement: {low: number; high: number; entering: boolean}, t: Translate): string {
  const {low, high, entering} = placement;
  if (low !== high) return t('stage.range', {low: t('stage.numeral', {stage: String(low)}), high: t('stage.numeral', {stage: String(high)})});
  return entering ? t('stage.entering') : t('stage.numeral', {stage: String(low)});
}
