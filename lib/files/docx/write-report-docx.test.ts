import {imageSize} from 'image-size';
import {beforeAll, describe, expect, it} from 'vitest';
import {LOCALES} from '@/lib/instrument/schema';
import type {StageReport} from '@/lib/report/document/stage-report';
import {readDocx, type Xml, findAll, findOne, textOf} from '@/tests/support/read-docx';
import {HOSTILE_KEPT, LONG_NOTE, LONG_WORD, buildReportFixture} from '@/tests/support/report-fixture';
import {buildFullReport, listReportTexts} from '@/tests/support/report-subject';
import {printableText} from './printable-text';
import {writeReportDocx} from './write-report-docx';

const MM = 1440 / 25.4;
const EMU_A_MM = 36_000;

/** The properties of a style, following what it is based on. */
function styleOf(styles: Xml, id: string): {fonts: Record<string, string>; halfPoints: number; style: Xml} {
  const style = findAll(styles, 'w:style').find(({attributes}) => attributes['w:styleId'] === id);
  if (!style) throw new Error(`There is no style ${id}.`);
  return {style, fonts: findOne(style, 'w:rFonts').attributes, halfPoints: Number(findOne(style, 'w:sz').attributes['w:val'])};
}

const fixture = buildReportFixture('zh-CN');
let opened: ReturnType<typeof readDocx>;
let body: Xml;
beforeAll(async () => {
  opened = readDocx(await writeReportDocx(fixture, null));
  body = opened.part('word/document.xml');
});

describe('the page', () => {
  it('is A4 with a type area of 156 × 225 mm, 22 lines of 28 characters', () => {
    const {attributes: size} = findOne(body, 'w:pgSz');
    const {attributes: margin} = findOne(body, 'w:pgMar');
    expect(Number(size['w:w']) / MM).toBeCloseTo(210, 1);
    expect(Number(size['w:h']) / MM).toBeCloseTo(297, 1);
    const [top, right, bottom, left] = ['top', 'right', 'bottom', 'left'].map((side) => Number(margin[`w:${side}`]) / MM);
    expect([top, right, bottom, left].map((mm) => Math.round(mm!))).toEqual([37, 26, 35, 28]);

    const {attributes: grid} = findOne(body, 'w:docGrid');
    expect(grid['w:type']).toBe('linesAndChars');
    const height = Number(size['w:h']) - Number(margin['w:top']) - Number(margin['w:bottom']);
    const width = (Number(size['w:w']) - Number(margin['w:left']) - Number(margin['w:right'])) / 20;
    expect(Math.floor(height / Number(grid['w:linePitch']))).toBe(22);
    expect(Math.floor(width / (16 + Number(grid['w:charSpace']) / 4096))).toBe(28);
  });

  it('sets the body in the same lines and characters by its own spacing', () => {
    const {style} = styleOf(opened.part('word/styles.xml'), 'BodyText');
    const [line, letter] = findAll(style, 'w:spacing').map(({attributes}) => attributes);
    expect(line).toMatchObject({'w:lineRule': 'exact', 'w:line': '579'});
    expect(Math.floor((156 * MM) / (320 + Number(letter!['w:val'])))).toBe(28);
    expect(findOne(style, 'w:ind').attributes).toMatchObject({'w:firstLineChars': '200', 'w:firstLine': '640'});
  });

  it('bears its number at the outer side, and a head on all but the first', () => {
    expect(findAll(opened.part('word/settings.xml'), 'w:evenAndOddHeaders')).toHaveLength(1);
    expect(findAll(body, 'w:titlePg')).toHaveLength(1);
    const targets = new Map(findAll(opened.part('word/_rels/document.xml.rels'), 'Relationship').map(({attributes}) => [attributes['Id'], attributes['Target']]));
    const partOf = (reference: string, type: string) => {
      const found = findAll(body, reference).find(({attributes}) => attributes['w:type'] === type);
      return opened.part(`word/${targets.get(found!.attributes['r:id'])}`);
    };
    for (const [type, side] of [['default', 'right'], ['first', 'right'], ['even', 'left']] as const) {
      const foot = partOf('w:footerReference', type);
      expect(textOf(foot)).toBe('—  —');
      expect(findOne(foot, 'w:instrText').text.trim()).toBe('PAGE');
      expect(findOne(foot, 'w:jc').attributes['w:val']).toBe(side);
    }
    expect(textOf(partOf('w:headerReference', 'default'))).toBe(fixture.runningHead);
    expect(textOf(partOf('w:headerReference', 'even'))).toBe(fixture.runningHead);
    expect(textOf(partOf('w:headerReference', 'first'))).toBe('');
  });
});

describe('the styles', () => {
  it('are those of GB/T 9704-2012 in Chinese', () => {
    const styles = opened.part('word/styles.xml');
    const seen = ['BodyText', 'Title', 'Heading1', 'Heading2', 'Heading3', 'Footer', 'TableText'].map((id) => {
      const {fonts, halfPoints} = styleOf(styles, id);
      return [id, fonts['w:eastAsia'], halfPoints / 2, fonts['w:ascii'], fonts['w:hAnsi']];
    });
    expect(seen).toEqual([
      ['BodyText', '仿宋', 16, 'Times New Roman', 'Times New Roman'],
      ['Title', '方正小标宋简体', 22, 'Times New Roman', 'Times New Roman'],
      ['Heading1', '黑体', 16, 'Times New Roman', 'Times New Roman'],
      ['Heading2', '楷体', 16, 'Times New Roman', 'Times New Roman'],
      ['Heading3', '仿宋', 16, 'Times New Roman', 'Times New Roman'],
      ['Footer', '宋体', 14, 'Times New Roman', 'Times New Roman'],
      ['TableText', '宋体', 10.5, 'Times New Roman', 'Times New Roman'],
    ]);
    expect(findOne(styles, 'w:lang').attributes).toMatchObject({'w:val': 'zh-CN', 'w:eastAsia': 'zh-CN'});
    expect(findOne(styleOf(styles, 'Title').style, 'w:jc').attributes['w:val']).toBe('center');
    expect(findAll(body, 'w:r').filter((run) => /[“”—]/.test(textOf(run)) && findOne(run, 'w:rFonts').attributes['w:hint'] !== 'eastAsia')).toEqual([]);
  });

  it('name no font and no style that the document does not declare', () => {
    const declared = findAll(opened.part('word/fontTable.xml'), 'w:font').map(({attributes}) => attributes['w:name']);
    const alternatives = new Map(findAll(opened.part('word/fontTable.xml'), 'w:font').map((font) => [font.attributes['w:name'], findOne(font, 'w:altName').attributes['w:val']!.split(',')]));
    const named = opened.parts().flatMap((part) => findAll(part, 'w:rFonts')).flatMap(({attributes}) => Object.entries(attributes).flatMap(([key, name]) => (key === 'w:hint' ? [] : [name])));
    expect(named.filter((name) => !declared.includes(name))).toEqual([]);
    expect(alternatives.get('仿宋')).toContain('仿宋_GB2312');
    expect(alternatives.get('楷体')).toContain('楷体_GB2312');
    expect(alternatives.get('黑体')).toContain('SimHei');
    expect(alternatives.get('宋体')).toContain('SimSun');
    expect(alternatives.get('方正小标宋简体')).toEqual(expect.arrayContaining(['华文中宋', '宋体']));

    const ids = new Set(findAll(opened.part('word/styles.xml'), 'w:style').map(({attributes}) => attributes['w:styleId']));
    const used = ['w:pStyle', 'w:rStyle'].flatMap((name) => findAll(body, name)).map(({attributes}) => attributes['w:val']!);
    expect([...new Set(used)].filter((id) => !ids.has(id))).toEqual([]);
    const theme = opened.part('word/theme/theme1.xml');
    expect(findAll(theme, 'a:ea').slice(0, 2).map(({attributes}) => attributes['typeface'])).toEqual(['黑体', '仿宋']);
  });

  it('are Latin in English, with a face for Chinese names', async () => {
    const english = readDocx(await writeReportDocx(buildReportFixture('en'), null));
    const styles = english.part('word/styles.xml');
    expect(styleOf(styles, 'BodyText')).toMatchObject({fonts: {'w:ascii': 'Times New Roman', 'w:eastAsia': '宋体'}, halfPoints: 24});
    expect(styleOf(styles, 'Heading1').fonts['w:ascii']).toBe('Arial');
    expect(findOne(styles, 'w:lang').attributes).toMatchObject({'w:val': 'en-GB', 'w:eastAsia': 'zh-CN'});
    expect(findOne(english.part('word/document.xml'), 'w:docGrid').attributes).not.toHaveProperty('w:type');
    expect(findOne(english.part('docProps/core.xml'), 'dc:language').text).toBe('en-GB');
  });
});

describe('headings and contents', () => {
  it('have outline levels and numbers, and stand in the contents', () => {
    const styles = opened.part('word/styles.xml');
    for (const level of [1, 2, 3]) expect(findOne(styleOf(styles, `Heading${level}`).style, 'w:outlineLvl').attributes['w:val']).toBe(String(level - 1));
    const paragraphs = findAll(body, 'w:p').filter((paragraph) => findAll(paragraph, 'w:pStyle')[0]?.attributes['w:val']?.startsWith('Heading'));
    expect(paragraphs.map((paragraph) => [findOne(paragraph, 'w:pStyle').attributes['w:val'], textOf(paragraph)])).toEqual([
      ['Heading1', '一、标题 summary'],
      ['Heading1', '二、标题 diagnosis'],
      ['Heading2', '（一）标题 part'],
      ['Heading3', '1.标题 detail'],
      ['Heading1', '三、标题 measures'],
      ['Heading1', '四、标题 annex'],
    ]);
    const contents = findOne(body, 'w:sdt');
    const instructions = findAll(contents, 'w:instrText').map(({text}) => text);
    expect(instructions[0]).toMatch(/^TOC .*\\h.*\\o "1-2"/);
    const marks = new Set(paragraphs.flatMap((paragraph) => findAll(paragraph, 'w:bookmarkStart')).map(({attributes}) => attributes['w:name']));
    const entries = findAll(contents, 'w:hyperlink');
    expect(entries.map((entry) => textOf(entry).replace(/\d+$/, ''))).toEqual(['一、标题 summary', '二、标题 diagnosis', '（一）标题 part', '三、标题 measures', '四、标题 annex']);
    for (const entry of entries) {
      expect(marks).toContain(entry.attributes['w:anchor']);
      expect(findOne(entry, 'w:instrText').text).toContain(`PAGEREF ${entry.attributes['w:anchor']}`);
    }
    const pages = entries.map((entry) => Number(/\d+$/.exec(textOf(entry))?.[0]));
    expect(pages.slice(0, 3)).toEqual([3, 4, 6]);
    expect(pages).toEqual(pages.toSorted((a, b) => a - b));
    // Page numbers are estimates until Word, asked by this mark, puts them right on opening.
    expect(findAll(contents, 'w:fldChar').filter(({attributes}) => attributes['w:dirty'] === 'true')).toHaveLength(1);
  });

  it('give the summary a page of its own', () => {
    const broken = findAll(body, 'w:p').filter((paragraph) => findAll(paragraph, 'w:pageBreakBefore').length > 0 && findOne(paragraph, 'w:pStyle').attributes['w:val'] === 'Heading1');
    expect(broken.map(textOf)).toEqual(['一、标题 summary', '二、标题 diagnosis']);
  });
});

describe('tables', () => {
  it('have 45 rows of measures under a repeated head, in columns of the shares', () => {
    const [table] = findAll(body, 'w:tbl');
    const rows = findAll(table!, 'w:tr');
    expect(rows.filter((row) => /^[A-C]\d\d$/.test(textOf(findAll(row, 'w:tc')[0]!)))).toHaveLength(45);
    expect(rows.map((row) => findAll(row, 'w:tblHeader').length)).toEqual([1, ...rows.slice(1).map(() => 0)]);
    const widths = findAll(findOne(table!, 'w:tblGrid'), 'w:gridCol').map(({attributes}) => Number(attributes['w:w']));
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(Math.floor(156 * MM));
    expect(findAll(rows[0]!, 'w:tcW').map(({attributes}) => Number(attributes['w:w']))).toEqual(widths);
    widths.forEach((width, index) => expect(width / 8844).toBeCloseTo([0.08, 0.27, 0.12, 0.3, 0.23][index]!, 3));
  });

  it('break no row over a page but those with very long notes, and leave the first its room', () => {
    const rows = findAll(findAll(body, 'w:tbl')[0]!, 'w:tr');
    const split = rows.filter((row) => findAll(row, 'w:cantSplit').length === 0);
    expect(split.map((row) => textOf(findAll(row, 'w:tc')[0]!))).toEqual(['阶段 A', 'A12', 'A13']);
  });

  it('link to what is an address and to nothing else', () => {
    const links = findAll(opened.part('word/_rels/document.xml.rels'), 'Relationship').filter(({attributes}) => attributes['TargetMode'] === 'External');
    expect(links.map(({attributes}) => attributes['Target'])).toEqual(['https://example.cn/%E6%94%BF%E7%AD%96?a=1&b=%222%22']);
  });
});

describe('pictures', () => {
  it('are PNG of 300 dots an inch, fit the page, tell what they show, and keep their captions', () => {
    const targets = new Map(findAll(opened.part('word/_rels/document.xml.rels'), 'Relationship').map(({attributes}) => [attributes['Id'], attributes['Target']]));
    const pictures = findAll(body, 'w:drawing');
    expect(pictures).toHaveLength(3);
    for (const picture of pictures) {
      const {attributes: extent} = findOne(picture, 'wp:extent');
      const [width, height] = [Number(extent['cx']) / EMU_A_MM, Number(extent['cy']) / EMU_A_MM];
      expect(width).toBeLessThan(156.1);
      expect(height).toBeLessThan(200);
      const data = opened.files[`word/${targets.get(findOne(picture, 'a:blip').attributes['r:embed'])}`]!;
      const size = imageSize(data);
      expect(size.type).toBe('png');
      expect(size.width / (width / 25.4)).toBeGreaterThan(298);
      expect(size.width / size.height).toBeCloseTo(width / height, 1);
      const {attributes: named} = findOne(picture, 'wp:docPr');
      expect(named['descr']).toContain('说明：');
      expect(named['title']).toMatch(/<"&>$/);
    }
    const paragraphs = findAll(body, 'w:p');
    const after = paragraphs.flatMap((paragraph, index) => (findAll(paragraph, 'w:drawing').length > 0 ? [textOf(paragraphs[index + 1]!)] : []));
    expect(after).toEqual(['图题 staircase', '图题 tall', '图题 wide']);
    expect(findAll(styleOf(opened.part('word/styles.xml'), 'Figure').style, 'w:keepNext')).toHaveLength(1);
  });

  it('has the logo, fitted into its box', async () => {
    const data = opened.files['word/media/' + Object.keys(opened.files).find((path) => path.endsWith('.png'))!.split('/').at(-1)!]!;
    const {width, height} = imageSize(data);
    const withLogo = readDocx(await writeReportDocx(fixture, {data, type: 'png', width, height})).part('word/document.xml');
    const [logo] = findAll(withLogo, 'w:drawing');
    expect(findOne(logo!, 'wp:docPr').attributes['descr']).toBe(fixture.issuer.organisation);
    expect(Number(findOne(logo!, 'wp:extent').attributes['cx'])).toBeLessThanOrEqual(51 * EMU_A_MM);
    expect(Number(findOne(logo!, 'wp:extent').attributes['cy'])).toBeLessThanOrEqual(19 * EMU_A_MM);
  });
});

describe('what the document says', () => {
  it('of itself: title, author, keywords, language, and what the result follows from', () => {
    const core = opened.part('docProps/core.xml');
    const said = ['dc:title', 'dc:subject', 'dc:creator', 'cp:keywords', 'dc:language'].map((name) => findOne(core, name).text);
    expect(said).toEqual(['报告 <1>', '主题', '张三', '县域;电商', 'zh-CN']);
    expect(findOne(core, 'dc:description').text).toBe(`描述 ${HOSTILE_KEPT}`);
    const stated = findAll(opened.part('docProps/custom.xml'), 'property').map((property) => [property.attributes['name'], property.text]);
    expect(stated).toEqual([['instrument', 'wang-zhang-2017'], ['version', '1.0.0'], ['content-hash', 'a'.repeat(64)], ['answer-hash', 'b'.repeat(64)]]);
  });

  it('survives hostile, very long and unusual text, in well-formed parts', () => {
    expect(opened.parts().length).toBeGreaterThan(10);
    const lines = findAll(body, 'w:p').map(textOf);
    for (const text of [HOSTILE_KEPT, LONG_WORD, LONG_NOTE, '乡亲们 👨‍👩‍👧‍👦🧧🇨🇳 “直播”——好', 'line one\nline two']) expect(lines).toContain(text);
    const counts = findAll(body, 'w:numId').map(({attributes}) => attributes['w:val']);
    expect(new Set(counts).size).toBe(3);
  });

  it.each(LOCALES)('is every text of the report, in %s', async (locale) => {
    const report: StageReport = buildFullReport(locale);
    const file = readDocx(await writeReportDocx(report, null));
    const document = file.part('word/document.xml');
    const paragraphs = new Set(findAll(document, 'w:p').map(textOf));
    const pictures = findAll(document, 'wp:docPr').flatMap(({attributes}) => [attributes['title'], attributes['descr']]);
    const headings = [...paragraphs].join('\n');
    const missing = listReportTexts(report).filter((text) => {
      const wanted = printableText(text);
      return !paragraphs.has(wanted) && !pictures.includes(wanted) && !(wanted.length < 60 && headings.includes(wanted)) && wanted !== report.runningHead;
    });
    expect(missing).toEqual([]);
    expect(paragraphs).toContain(printableText(report.draft!));
  });
});
