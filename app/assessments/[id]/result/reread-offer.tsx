import {Notice} from '@/components/ui/notice';
import {listNewerVersions} from '@/lib/instrument/registry';
import type {InstrumentFile} from '@/lib/instrument/schema';
import type {Translate} from '@/lib/messages/translator';
import {paths} from '@/lib/paths';

type RereadOfferProps = {assessmentId: string; instrument: InstrumentFile; t: Translate};

/** Offers to read the answers under the newest version of the questionnaire; nothing when that is the one used. */
export function RereadOffer({assessmentId, instrument, t}: RereadOfferProps) {
  const version = listNewerVersions(instrument.id, instrument.version)[0]?.instrument.version;
  if (version === undefined) return null;
  return (
    <div className="print:hidden">
      <Notice>
        {t('versions.offer', {used: instrument.version, version})} <a href={paths.reread(assessmentId, version)}>{t('versions.offer-link', {version})}</a>
      </Notice>
    </div>
  );
}
