import {getSession} from '@/lib/access/session';
import {getAssessmentHeadOrThrow} from '@/lib/db/assessments';
import {writeReportDocx} from '@/lib/files/docx/write-report-docx';
import {fileResponse} from '@/lib/http/file-response';
import {fileLocale, jsonRoute} from '@/lib/http/json-route';
import {loadReport} from '../../load-report';

/** The report on an assessment as a Word document, in the language that `?locale=` names. */
export function GET(request: Request, {params}: {params: Promise<{id: string}>}): Promise<Response> {
  return jsonRoute(request, async () => {
    const {id} = await params;
    // An unknown assessment is answered here as the file's error, not with the page that the loader would turn to.
    await getAssessmentHeadOrThrow(getSession().organisationId, id);
    const {report, logo, fileName} = await loadReport(id, fileLocale(request));
    return fileResponse(fileName, 'docx', await writeReportDocx(report, logo));
  });
}
