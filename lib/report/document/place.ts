import type {Translate} from '@/lib/messages/translator';
import type {ReportCounty} from './report-subject';

/** The county with its region, where that is known. */
export function writePlace({name, region}: ReportCounty, t: Translate): string {
  return region === '' ? name : t('document.placed', {county: name, region});
}
