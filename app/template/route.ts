import {writeWorkbook} from '@/lib/files/xlsx/write-workbook';
import {fileResponse} from '@/lib/http/file-response';
import {fileLocale, jsonRoute} from '@/lib/http/json-route';
import {DEFAULT_INSTRUMENT, getInstrumentOrThrow} from '@/lib/instrument/registry';
import {translatorFor} from '@/lib/messages/translator';

/** The blank questionnaire as a workbook, in the language that `?locale=` names. */
export function GET(request: Request): Promise<Response> {
  return jsonRoute(request, async () => {
    const locale = fileLocale(request);
    const registered = getInstrumentOrThrow(DEFAULT_INSTRUMENT);
    return fileResponse(translatorFor(locale)('workbook.template-name'), 'xlsx', await writeWorkbook({locale, registered, assessment: null}));
  });
}
