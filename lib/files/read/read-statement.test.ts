import {strToU8, zipSync} from 'fflate';
import {describe, expect, it} from 'vitest';
import {checkClaim} from '@/lib/diagnosis/check-claim';
import {getInstrumentOrThrow} from '@/lib/instrument/registry';
import {LOCALES} from '@/lib/instrument/schema';
import {benchmarkRows, buildFullReport, buildReport, halfAnsweredRows} from '@/tests/support/report-subject';
import {writeReportDocx} from '../docx/write-report-docx';
import {writeWorkbook} from '../xlsx/write-workbook';
import {readFileStatement} from './read-statement';

const registered = getInstrumentOrThrow('wang-zhang-2017');

describe('readFileStatement', () => {
  it.each(LOCALES)('reads from a Word report and a workbook what they were made of: %s', async (locale) => {
    const subjects = [
      {answers: benchmarkRows('qinghe'), report: buildReport(benchmarkRows('qinghe'), locale)},
      {answers: halfAnsweredRows(), report: buildFullReport(locale)},
    ];
    for (const assessment of subjects) {
      const files = [await writeReportDocx(assessment.report, null), await writeWorkbook({locale, registered, assessment})];
      const [fromReport, fromWorkbook] = await Promise.all(files.map(readFileStatement));
      for (const read of [fromReport, fromWorkbook]) {
        expect(read?.statement.problems).toBeNull();
        expect(read?.locale).toBe(locale);
        expect(read?.statement.claim && checkClaim(read.statement.claim, registered)).toMatchObject({follows: true, answersIntact: true, sameContent: true});
      }
      expect(fromReport?.statement.claim?.result).toEqual(fromWorkbook?.statement.claim?.result);
    }
  });

  it.each([
    ['no zip', strToU8('abc'), 'broken'],
    ['another zip', zipSync({'a.txt': strToU8('a')}), 'not-workbook'],
    ['a document that is no XML', zipSync({'word/document.xml': strToU8('<w:document')}), 'broken'],
    ['an empty file', new Uint8Array(), 'broken'],
  ])('refuses %s', async (_what, bytes, problem) => {
    await expect(readFileStatement(bytes)).rejects.toMatchObject({problem});
  });
});
