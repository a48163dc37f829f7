import {getSession} from '@/lib/access/session';
import {getAssessmentHeadOrThrow} from '@/lib/db/assessments';
import {writeWorkbook} from '@/lib/files/xlsx/write-workbook';
import {fileResponse} from '@/lib/http/file-response';
import {fileLocale, jsonRoute} from '@/lib/http/json-route';
import {loadReport} from '../../load-report';

/** The workbook of an assessment: its answers to fill in further, and its report; in the language that `?locale=` names. */
export function GET(request: Request, {params}: {params: Promise<{id: string}>}): Promise<Response> {
  return jsonRoute(request, async () => {
    const {id} = await params;
    // An unknown assessment is answered here as the file's error, not with the page that the loader would turn to.
    await getAssessmentHeadOrThrow(getSession().organisationId, id);
    const locale = fileLocale(request);
    const {report, fileName, assessment, registered} = await loadReport(id, locale);
    return fileResponse(fileName, 'xlsx', await writeWorkbook({locale, registered, assessment: {answers: assessment.answers, report}}));
  });
}
