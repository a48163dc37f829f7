import type {Translate} from '@/lib/messages/translator';

const WORD_KEYS = ['name', 'author', 'logo', 'logo-now', 'logo-replace', 'logo-remove', 'save', 'cancel'] as const;
const HINT_KEYS = ['name-hint', 'author-hint', 'logo-hint'] as const;

/** What the form of the report settings shows. */
export type SettingsFormView = {
  /** Field texts to begin with; names as in the form. */
  initial: Record<'name' | 'author' | 'revision', string>;
  /** The present logo; null for none. */
  logo: {href: string; width: number; height: number} | null;
  words: Record<(typeof WORD_KEYS)[number] | (typeof HINT_KEYS)[number] | 'error-title' | 'offline', string>;
};

type Input = {
  settings: {name: string; author: string; revision: number; logo: {width: number; height: number} | null};
  limits: {name: number; author: number; side: number};
  logoHref: string;
  t: Translate;
};

/** Builds the form of the report settings, filled with what stands. */
export function buildSettingsForm({settings: {name, author, revision, logo}, limits, logoHref, t}: Input): SettingsFormView {
  return {
    initial: {name, author, revision: String(revision)},
    logo: logo && {href: logoHref, width: logo.width, height: logo.height},
    words: {
      ...(Object.fromEntries(WORD_KEYS.map((key) => [key, t(`settings.${key}`)])) as Record<(typeof WORD_KEYS)[number], string>),
      'name-hint': t('settings.name-hint', {max: limits.name}),
      'author-hint': t('settings.author-hint', {max: limits.author}),
      'logo-hint': t('settings.logo-hint', {side: limits.side}),
      'error-title': t('site.error-title'),
      offline: t('questionnaire.offline'),
    },
  };
}
