import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate';
import {writeXlsx} from 'hucre/xlsx';
import {translatorFor} from '@/lib/messages/translator';
import {buildAboutSheet} from './about-sheet';
import {fontOf} from './cell-looks';
import {HEADING_ROW, buildFillInSheet} from './fill-in-sheet';
import {buildMoreEvidenceSheet} from './more-evidence-sheet';
import {buildReportSheets} from './report-sheet';
import {rewriteStyles} from './text-formats';
import type {WorkbookSubject} from './workbook-subject';

/**
 * Writes the workbook of an assessment, or the blank template. Every text is a string cell, never a formula: one that
 * begins like a formula keeps its sign, comes back unchanged, and stays text when its cell is edited.
 */
export async function writeWorkbook(subject: WorkbookSubject): Promise<Uint8Array> {
  const {locale, assessment} = subject;
  const t = translatorFor(locale);
  const about = buildAboutSheet(subject, t);
  const entered = [buildFillInSheet(subject, about.ranges, t), buildMoreEvidenceSheet(subject, about.ranges, t)];
  const properties = assessment?.report.properties ?? {title: t('workbook.template-name')};
  const written = await writeXlsx({
    sheets: [...entered, ...(assessment ? buildReportSheets(assessment.report, t) : []), about.sheet],
    properties: {...properties, creator: assessment?.report.issuer.author || t('site.name'), company: assessment?.report.issuer.organisation ?? ''},
    // Named here and not in the page setup, where a sheet's name with a blank in it would go unquoted.
    namedRanges: entered.map(({name}) => ({name: '_xlnm.Print_Titles', range: `'${name}'!$${HEADING_ROW + 1}:$${HEADING_ROW + 1}`, scope: name})),
    defaultFont: fontOf(locale),
  });
  return finish(written, entered.length);
}

/** What the spreadsheet writer can't say: cells that stay text, and heights of the first `growing` sheets' rows that follow what is typed. */
function finish(written: Uint8Array, growing: number): Uint8Array {
  const parts = unzipSync(written);
  const rewrite = (name: string, change: (xml: string) => string) => {
    const part = parts[name];
    if (!part) throw new Error(`the workbook has no part ${name}`);
    parts[name] = strToU8(change(strFromU8(part)));
  };
  rewrite('xl/styles.xml', rewriteStyles);
  for (let sheet = 1; sheet <= growing; sheet += 1) {
    rewrite(`xl/worksheets/sheet${sheet}.xml`, (xml) => xml.replaceAll(' customHeight="1"', ''));
  }
  return zipSync(parts, {level: 6});
}
