import type {Translate} from '@/lib/messages/translator';

/** The words of the page that verifies files. */
export type VerifyWords = Record<'file' | 'fileHint' | 'submit' | 'busy' | 'offline' | 'errorTitle' | 'again', string> & {
  table: Record<'caption' | 'item' | 'stated' | 'computed' | 'same', string>;
};

/** Gathers the words of the page that verifies files; `max` is the largest file in megabytes. */
export function buildVerifyWords(t: Translate, max: number): VerifyWords {
  return {
    file: t('verify.file'),
    fileHint: t('verify.file-hint', {max}),
    submit: t('verify.submit'),
    busy: t('verify.busy'),
    offline: t('verify.offline'),
    errorTitle: t('verify.error-title'),
    again: t('verify.again'),
    table: {
      caption: t('verify.table'),
      item: t('verify.column.item'),
      stated: t('verify.column.stated'),
      computed: t('verify.column.computed'),
      same: t('verify.column.same'),
    },
  };
}
