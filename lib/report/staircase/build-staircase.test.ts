import {describe, expect, it} from 'vitest';
import {ANSWER_VALUES} from '@/lib/answers/answer-value';
import {getInstrumentOrThrow} from '@/lib/instrument/registry';
import {LOCALES} from '@/lib/instrument/schema';
import {type Values, buildSubject, buildToyInstrument, drawValues, listCodes} from '@/tests/support/staircase-subject';
import {buildStaircase} from './build-staircase';
import {buildStaircaseTable} from './figure';
import type {Box, Point, Staircase, StaircaseBrick, StaircaseLayout} from './picture';
import {getTextBox} from './text';

const {instrument} = getInstrumentOrThrow('wang-zhang-2017');
const LAYOUTS: readonly StaircaseLayout[] = ['wide', 'stacked', 'small', 'paper'];
const INSTRUMENTS = {
  'wang-zhang-2017': instrument,
  'two stages': buildToyInstrument([[3, 1], [2]]),
  'four uneven stages': buildToyInstrument([[9, 1, 2, 1, 3, 1, 1], [1], [2, 2, 2], [1, 4, 1, 2, 2]]),
  'one stage': buildToyInstrument([[1]]),
};
const hrefOf = (code: string) => `#${code}`;

function draw(layout: StaircaseLayout, values: Values, locale: (typeof LOCALES)[number] = 'zh-CN', of = instrument) {
  return buildStaircase({...buildSubject(of, values, locale, {hrefOf}), layout});
}

function fill(value: (typeof ANSWER_VALUES)[number]): Values {
  return Object.fromEntries(listCodes(instrument).map((code) => [code, value]));
}

function listBricks({steps}: Staircase): readonly StaircaseBrick[] {
  return steps.flatMap(({bricks}) => bricks);
}

function listTextBoxes({texts, flags}: Staircase): (Box & {readonly text: string})[] {
  return [...texts, ...flags.flatMap((flag) => flag.texts)].map((line) => ({...getTextBox(line), text: line.text}));
}

function overlap(a: Box, b: Box): boolean {
  const slack = 0.05;
  return (
    a.x + slack < b.x + b.width && b.x + slack < a.x + a.width && a.y + slack < b.y + b.height && b.y + slack < a.y + a.height
  );
}

function listOverlaps<A extends Box, B extends Box>(all: readonly A[], others?: readonly B[]): (readonly [A, A | B])[] {
  return all.flatMap((one, index) =>
    (others ?? all.slice(index + 1)).filter((other) => overlap(one, other)).map((other) => [one, other] as const),
  );
}

describe.each(Object.entries(INSTRUMENTS))('geometry of %s', (_name, of) => {
  const cases = LAYOUTS.flatMap((layout) =>
    LOCALES.flatMap((locale) => [0, 1, 2, 3, 4, 5, 6, 7].map((seed) => ({layout, locale, seed}))),
  );

  it.each(cases)('keeps everything apart: $layout, $locale, seed $seed', ({layout, locale, seed}) => {
    const picture = draw(layout, seed === 0 ? {} : drawValues(of, seed), locale, of);
    const bricks = listBricks(picture);
    const texts = listTextBoxes(picture);
    const banners = picture.flags.map(({banner}) => banner);
    const poles = picture.flags.map(({pole}) => ({x: pole.x - 1.5, y: pole.top, width: 3, height: pole.foot - pole.top}));
    const lanes = [...new Set(bricks.flatMap(({caption}) => (caption ? [caption.lane] : [])))];
    const drawn = picture.texts.map((line) => getTextBox(line));

    expect(listOverlaps(bricks)).toEqual([]);
    expect(listOverlaps(texts)).toEqual([]);
    expect(listOverlaps(texts, bricks)).toEqual([]);
    for (const flagPart of [banners, poles]) {
      expect(listOverlaps(flagPart, bricks)).toEqual([]);
      expect(listOverlaps(flagPart, drawn)).toEqual([]);
    }
    expect(listOverlaps(banners)).toEqual([]);
    const shafts = picture.arrows.flatMap(({points}) => points.slice(1).map((to, index) => toBox(points[index] ?? to, to)));
    expect(listOverlaps(shafts, [...bricks, ...banners, ...poles, ...texts])).toEqual([]);
    expect(listOverlaps(lanes, [...bricks, ...banners, ...texts])).toEqual([]);
    for (const {x, y, width, height} of [...bricks, ...texts, ...banners, ...lanes]) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(picture.width);
      expect(y + height).toBeLessThanOrEqual(picture.height);
    }
    for (const {caption} of bricks) {
      if (caption) expect(caption.texts.map(getTextBox).filter((text) => !isInside(text, caption.lane))).toEqual([]);
    }
    for (const {banner, texts: words} of picture.flags) {
      expect(words.map(getTextBox).filter((text) => !isInside(text, banner))).toEqual([]);
    }
  });

  it.each(LAYOUTS)('draws each measure once and each stage higher than the one before: %s', (layout) => {
    const picture = draw(layout, {}, 'zh-CN', of);
    expect(listBricks(picture).map(({code}) => code)).toEqual(listCodes(of));
    const treads = picture.steps.map(({tread}) => tread.y);
    expect(treads).toEqual(treads.toSorted((a, b) => b - a));
    expect(new Set(treads).size).toBe(treads.length);
  });
});

function toBox([x1, y1]: Point, [x2, y2]: Point): Box {
  return {x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1) + 0.2, height: Math.abs(y2 - y1) + 0.2};
}

function isInside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

describe('flags', () => {
  const flagsOf = (values: Values) => draw('wide', values).flags.map(({kind, stage, label}) => [kind, stage, label]);

  it('stands on the stage that is reached', () => {
    expect(flagsOf(fill('in-place'))).toEqual([['reached', 3, '光山县 · 第三阶段']]);
  });

  it('stands at the foot while stage 1 is not met', () => {
    expect(flagsOf(fill('not-in-place'))).toEqual([['reached', 0, '光山县 · 未达第一阶段']]);
  });

  it('is joined by a dashed one where unknown answers leave a higher stage open', () => {
    expect(flagsOf({})).toEqual([
      ['reached', 0, '光山县 · 未达第一阶段'],
      ['open', 3, '光山县 · 可能已达第三阶段'],
    ]);
  });

  it('leaves stage 1 open at the foot, though the interval starts there', () => {
    const firstOnly = Object.fromEntries(
      listCodes(instrument)
        .filter((code) => !code.startsWith('A'))
        .map((code) => [code, 'not-in-place' as const]),
    );
    expect(flagsOf(firstOnly).at(-1)).toEqual(['open', 1, '光山县 · 可能已达第一阶段']);
  });

  it('shortens a long name on the banner and keeps it whole in the label and title', () => {
    const name = '双江拉祜族佤族布朗族傣族自治县'.repeat(3);
    const subject = buildSubject(instrument, fill('in-place'), 'zh-CN', {name});
    for (const layout of ['wide', 'stacked'] as const) {
      const picture = buildStaircase({...subject, layout});
      const [flag] = picture.flags;
      expect(flag?.texts[0]?.text).toMatch(/… · 第三阶段$/);
      expect(flag?.label).toContain(name);
      expect(picture.title).toContain(name);
    }
  });

  it('writes the name above the words on paper where a phrase has no room in one line', () => {
    const linesOf = (values: Values, locale: 'en' | 'zh-CN') => draw('paper', values, locale).flags.map(({texts}) => texts.map(({text}) => text));
    expect(linesOf({}, 'en')).toEqual([['Guangshan County', 'Before stage 1'], ['Guangshan County', 'Possibly stage 3']]);
    expect(linesOf({}, 'zh-CN')).toEqual([['光山县 · 未达第一阶段'], ['光山县 · 可能已达第三阶段']]);
  });

  it('stands before stage 1 on paper too, though it flies over that stage', () => {
    const {flags, steps, bodies} = draw('paper', fill('not-in-place'));
    const ground = Math.max(...bodies.flat().map(([, y]) => y));
    expect(flags[0]?.pole).toMatchObject({foot: ground});
    expect(flags[0]?.pole.x).toBeLessThan(steps[0]?.tread.x1 ?? 0);
  });
});

describe('words', () => {
  it('name each measure with its state', () => {
    const [first] = listBricks(draw('wide', fill('in-place')));
    expect(first).toMatchObject({label: 'A11 建设网络基础设施：已实施', href: '#A11'});
    expect(listBricks(draw('wide', {}, 'en'))[0]?.label).toBe('A11 Build network infrastructure: Don’t know');
  });

  it('describe standing, what is open, and every stage', () => {
    const {description} = draw('wide', {});
    expect(description).toContain('尚未达到第一阶段');
    expect(description).toContain('则达到第三阶段');
    for (const {name, clusterStage} of instrument.stages) {
      expect(description).toContain(name['zh-CN']);
      expect(description).toContain(clusterStage['zh-CN']);
    }
  });

  it('say under a small picture how far the county is', () => {
    const standing = (values: Values) => draw('small', values, 'en').texts.map(({text}) => text);
    expect(standing(fill('in-place'))).toEqual(['Guangshan County', 'Stage 3']);
    expect(standing({})).toEqual(['Guangshan County', 'Before stage 1 to stage 3']);
    expect(standing(fill('not-in-place'))).toEqual(['Guangshan County', 'Before stage 1']);
  });

  it('put every category label under its column in both languages', () => {
    for (const locale of LOCALES) {
      for (const layout of ['wide', 'stacked'] as const) {
        const words = draw(layout, {}, locale).texts.map(({text}) => text).join(' ');
        for (const {categories} of instrument.stages) {
          for (const {label} of categories) for (const word of label[locale].split(' ')) expect(words).toContain(word);
        }
      }
    }
  });

  it('name every category on paper: broken under its column, or listed with its code where that has no room', () => {
    const words = (locale: (typeof LOCALES)[number]) => draw('paper', {}, locale).texts.map(({text}) => text).join('');
    for (const {code, label} of instrument.stages.flatMap(({categories}) => categories)) {
      expect(words('zh-CN')).toContain(label['zh-CN']);
      expect(words('en')).toContain(`${code} ${label.en}`);
    }
  });

  it('say that no measure applies where none does', () => {
    expect(draw('wide', fill('not-applicable')).texts.filter(({text}) => text === '各项措施均不适用')).toHaveLength(3);
  });
});

describe('pictures without links', () => {
  it('have neither captions nor a hint', () => {
    const subject = buildSubject(instrument, {}, 'zh-CN');
    for (const layout of LAYOUTS) {
      const picture = buildStaircase({...subject, layout});
      expect(picture.hint).toBeNull();
      expect(listBricks(picture).every(({href, caption}) => href === null && caption === null)).toBe(true);
    }
    expect(listBricks(draw('small', {})).every(({href}) => href === null)).toBe(true);
  });
});

describe('buildStaircaseTable', () => {
  it('has a row for each measure under its stage', () => {
    const table = buildStaircaseTable(buildSubject(instrument, fill('under-way'), 'zh-CN'));
    expect(table.stages).toHaveLength(3);
    expect(table.stages.flatMap(({rows}) => rows.map(({code}) => code))).toEqual(listCodes(instrument));
    expect(table.stages[0]?.rows[0]).toEqual({
      category: '基础设施',
      code: 'A11',
      name: '建设网络基础设施',
      state: '推进中',
      href: null,
    });
    expect(table.stages[1]?.heading).toBe(
      '第二阶段 引导电商协同 · 产品升级（质量提升阶段）：0 / 13 项已实施 · 需 7 项',
    );
  });
});
