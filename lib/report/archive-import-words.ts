import type {Translate} from '@/lib/messages/translator';

/** Words of the form that imports an archive. */
export type ArchiveImportWords = Record<
  'errorTitle' | 'offline' | 'lead' | 'file' | 'fileHint' | 'read' | 'reading' | 'cancel' | 'wholeFile' | 'importing' | 'otherFile',
  string
>;

/** Collects the words of the form that imports an archive. */
export function buildArchiveImportWords(t: Translate): ArchiveImportWords {
  return {
    errorTitle: t('site.error-title'),
    offline: t('questionnaire.offline'),
    lead: t('archive.import-lead'),
    file: t('archive.file'),
    fileHint: t('archive.file-hint'),
    read: t('archive.read'),
    reading: t('archive.reading'),
    cancel: t('archive.cancel'),
    wholeFile: t('archive.whole-file'),
    importing: t('archive.importing'),
    otherFile: t('archive.other-file'),
  };
}
