import {describe, expect, it} from 'vitest';
import {ANSWER_VALUES} from '@/lib/answers/answer-value';
import {listMeasures} from '@/lib/instrument/list-measures';
import {getInstrumentOrThrow} from '@/lib/instrument/registry';
import {LOCALES} from '@/lib/instrument/schema';
import {translatorFor} from '@/lib/messages/translator';
import {type ReadRows, type XmlElement, findElement, listElements, readParts, readSheets, readTable, textIn} from '@/tests/support/read-workbook';
import {answerRow, benchmarkRows, buildFullReport, buildReport, findTable, halfAnsweredRows, listBlocks, listReportTexts} from '@/tests/support/report-subject';
import {ABOUT_ROWS, FILL_IN_COLUMNS, MORE_EVIDENCE_COLUMNS, findAboutRow, findColumn, isSheet} from './sheet-layout';
import {writeWorkbook} from './write-workbook';

const registered = getInstrumentOrThrow('wang-zhang-2017');
const {instrument, hash} = registered;
const codes = listMeasures(instrument).map(({measure}) => measure.code);
const isMeasure = (code: string) => codes.includes(code);

const FILL_IN = 'xl/worksheets/sheet1.xml';
const MORE_EVIDENCE = 'xl/worksheets/sheet2.xml';

/** The look that each style number stands for. */
function listLooks(workbook: Uint8Array): readonly XmlElement[] {
  return findElement(workbook, 'xl/styles.xml', 'cellXfs').children;
}

function parseRange(sqref: string): {column: string; first: number; last: number}[] {
  return sqref.split(' ').map((range) => {
    const match = /^([A-Z])(\d+)(?::\1(\d+))?$/.exec(range);
    if (!match) throw new Error(`not a range of one column: ${range}`);
    return {column: match[1] ?? '', first: Number(match[2]), last: Number(match[3] ?? match[2])};
  });
}

/** The words that a rule's list offers, read from where it points. */
function listWords(formula: string, sheets: Map<string, ReadRows>): unknown[] {
  const match = /^'([^']+)'!\$A\$(\d+):\$A\$(\d+)$/.exec(formula);
  return (sheets.get(match?.[1] ?? '') ?? []).slice(Number(match?.[2]) - 1, Number(match?.[3])).map((row) => row[0]);
}

for (const locale of LOCALES) {
  const t = translatorFor(locale);
  const column = (name: (typeof FILL_IN_COLUMNS)[number]) => t(`workbook.column.${name}`);

  describe(`the blank template in ${locale}`, () => {
    it('has the sheets to fill in and the one about them', async () => {
      const sheets = await readSheets(await writeWorkbook({locale, registered, assessment: null}));
      expect([...sheets.keys()]).toEqual((['fill-in', 'more-evidence', 'about'] as const).map((name) => t(`workbook.sheet.${name}`)));
      const rows = sheets.get(t('workbook.sheet.fill-in')) ?? [];
      expect(rows[2]?.map((heading) => findColumn(String(heading)))).toEqual(FILL_IN_COLUMNS);
      const measures = readTable(rows, column('code'), isMeasure);
      expect(measures.map((row) => row[column('code')])).toEqual(codes);
      for (const [index, {measure, category}] of listMeasures(instrument).entries()) {
        expect(measures[index]).toMatchObject({[column('category')]: category.name[locale], [column('measure')]: measure.name[locale]});
        expect(measures[index]?.[column('question')]).toBe(`${measure.question[locale]}\n${t('workbook.counts-as', {text: measure.inPlaceWhen[locale]})}`);
        for (const name of FILL_IN_COLUMNS.slice(4)) expect(measures[index]?.[column(name)]).toBeNull();
      }
      const headed = rows.filter((row) => !isMeasure(String(row[0] ?? ''))).slice(3);
      expect(headed).toHaveLength(3 + 15);
      expect(sheets.get(t('workbook.sheet.more-evidence'))?.[2]).toEqual(MORE_EVIDENCE_COLUMNS.map(column));
    });

    it('says in two columns which instrument version it belongs to', async () => {
      const sheets = await readSheets(await writeWorkbook({locale, registered, assessment: null}));
      const [name, about = []] = [...sheets].find(([sheet]) => isSheet(sheet, 'about')) ?? [];
      expect(name).toBe(t('workbook.sheet.about'));
      const found = about.filter(([label]) => findAboutRow(String(label ?? ''))).map(([label, value]) => [findAboutRow(String(label)), value]);
      expect(found).toEqual([['instrument', instrument.id], ['version', instrument.version], ['hash', hash]]);
      expect(ABOUT_ROWS).toHaveLength(found.length);
    });

    it('offers the words of its language and limits the length of texts, with messages', async () => {
      const workbook = await writeWorkbook({locale, registered, assessment: null});
      const sheets = await readSheets(workbook);
      const rules = listElements(workbook, FILL_IN, 'dataValidation');
      const ruleOf = (name: (typeof FILL_IN_COLUMNS)[number]) => {
        const found = rules.find(({attributes}) => attributes['promptTitle'] === column(name).slice(0, 32));
        if (!found) throw new Error(`no rule for ${name}`);
        return found;
      };
      expect(listWords(textIn(ruleOf('value'), 'formula1'), sheets)).toEqual(ANSWER_VALUES.map((value) => t(`answer.${value}`)));
      expect(listWords(textIn(ruleOf('kind'), 'formula1'), sheets)).toEqual(instrument.evidenceKinds.map((kind) => kind.name[locale]));
      expect(ruleOf('note').attributes).toMatchObject({type: 'textLength', operator: 'lessThanOrEqual', error: t('issues.too-long', {max: 2000})});
      expect([textIn(ruleOf('note'), 'formula1'), textIn(ruleOf('reason'), 'formula1')]).toEqual(['2000', '500']);
      for (const {attributes} of rules) {
        expect(attributes).toMatchObject({errorStyle: 'stop', showErrorMessage: '1', showInputMessage: '1', allowBlank: '1'});
        // The longest that spreadsheet programs take.
        expect(attributes['prompt']?.length).toBeLessThanOrEqual(255);
        expect(attributes['error']?.length).toBeLessThanOrEqual(225);
        const rows = parseRange(attributes['sqref'] ?? '').flatMap(({first, last}) => Array.from({length: last - first + 1}, (_, index) => first + index));
        expect(rows.map((row) => sheets.get(t('workbook.sheet.fill-in'))?.[row - 1]?.[0])).toEqual(codes);
      }
      const [first, ...others] = listElements(workbook, MORE_EVIDENCE, 'dataValidation').map((rule) => textIn(rule, 'formula1'));
      expect(listWords(first ?? '', sheets)).toEqual(codes);
      expect(others).toHaveLength(MORE_EVIDENCE_COLUMNS.length - 1);
    });

    it('locks the questionnaire without a password, leaves cells to fill in open, and prints on A4', async () => {
      const workbook = await writeWorkbook({locale, registered, assessment: null});
      expect(findElement(workbook, FILL_IN, 'sheetProtection').attributes).toEqual({sheet: '1', selectLockedCells: '0', selectUnlockedCells: '0', formatCells: '0', formatColumns: '0', formatRows: '0'});
      const looks = listLooks(workbook);
      const row = listElements(workbook, FILL_IN, 'c').filter(({attributes}) => /^[A-Z]6$/.test(attributes['r'] ?? ''));
      const styles = row.map(({attributes}) => looks[Number(attributes['s'])]);
      expect(styles.map((look) => look?.children.find(({tag}) => tag === 'protection')?.attributes['locked'])).toEqual([...Array<string>(4).fill('1'), ...Array<string>(9).fill('0')]);
      // “Text”, so that nothing that is typed becomes a formula or a day.
      expect(styles.slice(4).every((look) => look?.attributes['numFmtId'] === '49')).toBe(true);
      expect(findElement(workbook, FILL_IN, 'pane').attributes).toMatchObject({xSplit: '3', ySplit: '3', state: 'frozen'});
      expect(findElement(workbook, FILL_IN, 'pageSetup').attributes).toEqual({paperSize: '9', orientation: 'landscape', fitToWidth: '1', fitToHeight: '0'});
      expect(findElement(workbook, FILL_IN, 'pageSetUpPr').attributes).toEqual({fitToPage: '1'});
      expect(findElement(workbook, FILL_IN, 'oddFooter').text).toContain('&P');
      const [titles] = listElements(workbook, 'xl/workbook.xml', 'definedName');
      expect(titles).toMatchObject({attributes: {name: '_xlnm.Print_Titles', localSheetId: '0'}, text: `'${t('workbook.sheet.fill-in')}'!$3:$3`});
    });
  });

  describe(`the workbook of an assessment in ${locale}`, () => {
    const answers = halfAnsweredRows();
    const report = buildFullReport(locale);
    const write = () => writeWorkbook({locale, registered, assessment: {answers, report}});

    it('holds every answer, note, reason and evidence record as it is kept', async () => {
      const sheets = await readSheets(await write());
      const measures = readTable(sheets.get(t('workbook.sheet.fill-in')) ?? [], column('code'), isMeasure);
      for (const code of codes.slice(answers.length)) expect(measures[codes.indexOf(code)]?.[column('value')]).toBeNull();
      for (const {measure, value, note, reason} of answers) {
        const row = measures[codes.indexOf(measure)];
        expect([row?.[column('value')], row?.[column('note')] ?? '', row?.[column('reason')] ?? '']).toEqual([t(`answer.${value as 'unknown'}`), note, reason]);
      }
      expect(measures[1]).toMatchObject({[column('title')]: '+1+1', [column('documentNumber')]: '@SUM(A1)', [column('issuer')]: '-2'});
      const more = readTable(sheets.get(t('workbook.sheet.more-evidence')) ?? [], column('code'), isMeasure);
      expect(more).toHaveLength(1);
      expect(more[0]).toMatchObject({[column('code')]: answers[0]?.measure, [column('title')]: '站点台账 📒 <b>&amp;'});
    });

    it('holds every text of the report but the table that is filled in', async () => {
      const sheets = await readSheets(await write());
      const held = [...sheets.values()].flat(2).filter((cell) => cell !== null).map(String).join('\n').split('\n').map((line) => line.trim());
      const filledIn = new Set(listReportTexts({...report, sections: report.sections.filter(({id}) => id === 'measures')}));
      const texts = new Set(listReportTexts({...report, sections: report.sections.filter(({id}) => id !== 'measures')}));
      const all = held.join('\n');
      // A workbook has sheets instead of contents, and no pictures, whose captions name them.
      const titles = new Set(listBlocks(report).flatMap((block) => (block.kind === 'figure' ? [block.drawing.title] : [])));
      const missing = [...texts].filter((text) => text !== report.contentsTitle && !titles.has(text) && text.split('\n').some((line) => !all.includes(line.trim())));
      expect(missing).toEqual([]);
      expect(filledIn.size).toBeGreaterThan(codes.length);
    });

    it('keeps the table for checking in two columns', async () => {
      const diagnosis = (await readSheets(await write())).get(t('workbook.sheet.diagnosis')) ?? [];
      const {columns, groups} = findTable(report, 'check');
      const at = diagnosis.findLastIndex((row) => row[0] === columns[0]?.title && row[1] === columns[1]?.title);
      const rows = groups.flatMap((group) => group.rows.map(({cells}) => cells.map(({lines}) => lines.map(({text}) => text).join('\n'))));
      expect(diagnosis.slice(at + 1, at + 1 + rows.length).map((row) => row.slice(0, 2))).toEqual(rows);
    });

    it('has no formula, marks what looks like one with a quote prefix, and is well-formed', async () => {
      const workbook = await write();
      for (const [name, part] of readParts(workbook)) {
        expect(part, name).not.toMatch(/<f[ >/]/);
        expect(part, name).not.toMatch(/[\0-\x08\x0b-\x1f]/);
      }
      const looks = listLooks(workbook);
      const quoted = listElements(workbook, FILL_IN, 'c')
        .filter(({attributes}) => looks[Number(attributes['s'])]?.attributes['quotePrefix'] === '1')
        .map(({attributes}) => attributes['r']);
      expect(quoted).toEqual(['F7', 'I7', 'J7', 'K7']);
    });

    it('asks to check an answer that was carried over', async () => {
      const workbook = await write();
      const carried = listElements(workbook, FILL_IN, 'dataValidation').filter(({attributes}) => attributes['prompt'] === t('workbook.carried-prompt'));
      const rows = (await readSheets(workbook)).get(t('workbook.sheet.fill-in')) ?? [];
      expect(carried.flatMap(({attributes}) => parseRange(attributes['sqref'] ?? '')).map(({first}) => rows[first - 1]?.[0])).toEqual([answers[4]?.measure]);
      expect(readParts(await writeWorkbook({locale, registered, assessment: null})).get(FILL_IN)).not.toContain(t('workbook.carried-prompt'));
    });
  });
}

describe('writeWorkbook', () => {
  it('keeps texts that are words of error values, blanks at the ends, and escapes', async () => {
    const notes = ['#N/A', '#DIV/0!', '#VALUE!', ' 前后有空格 ', '\n换行\n', '_x0041_', '\u200b=1', '＝SUM(A1)', '0123', '2026-03', 'TRUE', '1e5'];
    const answers = notes.map((note, index) => answerRow(codes[index] ?? '', 'in-place', {note}));
    const sheets = await readSheets(await writeWorkbook({locale: 'zh-CN', registered, assessment: {answers, report: buildReport(answers)}}));
    const measures = readTable(sheets.get('填写') ?? [], '代码', isMeasure);
    expect(measures.slice(0, notes.length).map((row) => row['说明'])).toEqual(notes);
  });

  it('is the same for the same assessment, but for the time', async () => {
    const answers = benchmarkRows('qinghe');
    const write = () => writeWorkbook({locale: 'en', registered, assessment: {answers, report: buildReport(answers, 'en')}});
    const [first, second] = [await readSheets(await write()), await readSheets(await write())];
    expect(first).toEqual(second);
  });
});
