import {describe, expect, it} from 'vitest';
import {translatorFor} from '@/lib/messages/translator';
import {formatDay, formatFigure, formatPeriod, formatPlacement} from './format';

const zh = translatorFor('zh-CN');
const en = translatorFor('en');

describe('formatPeriod', () => {
  it.each([
    ['2026', '2026年', '2026'],
    ['2026-H1', '2026年上半年', 'first half of 2026'],
    ['2026-H2', '2026年下半年', 'second half of 2026'],
    ['2026-Q1', '2026年第一季度', 'first quarter of 2026'],
    ['2026-Q4', '2026年第四季度', 'fourth quarter of 2026'],
    ['2026-X9', '2026-X9', '2026-X9'],
  ])('%s is “%s” and “%s”', (period, chinese, english) => {
    expect([formatPeriod(period, zh), formatPeriod(period, en)]).toEqual([chinese, english]);
  });
});

describe('formatDay', () => {
  it('is the day in China, wherever the server stands', () => {
    const lateInUtc = new Date('2026-03-04T16:30:00Z');
    expect(formatDay(lateInUtc, 'zh-CN')).toBe('2026年3月5日');
    expect(formatDay(lateInUtc, 'en')).toBe('Mar 5, 2026');
    expect(formatDay(new Date('2026-03-04T15:59:59Z'), 'en')).toBe('Mar 4, 2026');
  });
});

describe('formatFigure', () => {
  it.each([
    [null, '—'],
    [0, '0'],
    [86.4, '86.4'],
    [1234567.5, '1,234,567.5'],
    [0.000001, '0.000001'],
  ])('%j is %s', (figure, expected) => {
    expect([formatFigure(figure, 'zh-CN'), formatFigure(figure, 'en')]).toEqual([expected, expected]);
  });
});

describe('formatPlacement', () => {
  it('leads with the interval where it is open, even if stage 1 is not met yet', () => {
    for (const entering of [true, false]) {
      expect(formatPlacement({low: 1, high: 3, entering}, zh)).toBe('第一阶段至第三阶段');
      expect(formatPlacement({low: 1, high: 3, entering}, en)).toBe('Stage 1 to Stage 3');
    }
  });

  it('names the stage, or that none is met', () => {
    expect(formatPlacement({low: 2, high: 2, entering: false}, zh)).toBe('第二阶段');
    expect(formatPlacement({low: 2, high: 2, entering: false}, en)).toBe('Stage 2');
    expect(formatPlacement({low: 1, high: 1, entering: true}, zh)).toBe('尚未达到第一阶段');
    expect(formatPlacement({low: 1, high: 1, entering: true}, en)).toBe('Stage 1 not yet met');
  });
});
