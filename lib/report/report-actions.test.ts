import {describe, expect, it} from 'vitest';
import {translatorFor} from '@/lib/messages/translator';
import {buildReportActions} from './report-actions';

describe('buildReportActions', () => {
  it('offers the page’s language first, then the other', () => {
    const links = (locale: 'zh-CN' | 'en') => buildReportActions('a1', locale, translatorFor(locale)).downloads.map(({href}) => href);
    const files = (locale: string) => [`/assessments/a1/report/docx?locale=${locale}`, `/assessments/a1/report/xlsx?locale=${locale}`];
    expect(links('zh-CN')).toEqual([...files('zh-CN'), ...files('en')]);
    expect(links('en')).toEqual([...files('en'), ...files('zh-CN')]);
  });

  it('leaves the place of the file’s name open', () => {
    expect(buildReportActions('a1', 'en', translatorFor('en')).words.saved).toBe('Made: {name}');
  });
});
