import {ArchiveImport} from '@/components/archive/archive-import';
import {PageTitle} from '@/components/layout/page-title';
import {importArchiveAction} from '@/lib/actions/archive-actions';
import {getWords} from '@/lib/messages/request-locale';
import {paths} from '@/lib/paths';
import {buildArchiveImportWords} from '@/lib/report/archive-import-words';

export default async function ImportArchivePage() {
  const {t} = await getWords();
  return (
    <>
      <PageTitle page={t('archive.import-title')} site={t('site.name')} />
      <p className="text-quiet">
        <a href={paths.profiles()}>{t('profiles.title')}</a>
      </p>
      <h1>{t('archive.import-title')}</h1>
      <ArchiveImport action={importArchiveAction} importUrl={paths.importArchive()} cancelUrl={paths.profiles()} words={buildArchiveImportWords(t)} />
    </>
  );
}
