/** What a person chose for this device: language, appearance, single-letter keys. */
import { chooseLanguage, isLanguage, type Language } from '../../i18n/language.ts';
import { createWritable, type Readable } from '../../readable.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export type Preferences = {
  readonly language: Readable<Language>;
  readonly theme: Readable<Theme>;
  /** False: only keys with a modifier do something (WCAG 2.1.4). */
  readonly letterKeys: Readable<boolean>;
  readonly setLanguage: (language: Language) => void;
  readonly setTheme: (theme: Theme) => void;
  readonly setLetterKeys: (on: boolean) => void;
};

type PreferencesDeps = {
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  /** BCP 47, preferred first. */
  readonly preferredLanguages: readonly string[];
};

const keys = {
  language: 'gemba.language',
  theme: 'gemba.theme',
  letterKeys: 'gemba.letterKeys',
} as const;

export function createPreferences({ storage, preferredLanguages }: PreferencesDeps): Preferences {
  const storedLanguage = storage.getItem(keys.language);
  const storedTheme = storage.getItem(keys.theme);
  const language = createWritable<Language>(
    isLanguage(storedLanguage) ? storedLanguage : chooseLanguage(preferredLanguages),
  );
  const theme = createWritable<Theme>(themes.find((name) => name === storedTheme) ?? 'system');
  const letterKeys = createWritable(storage.getItem(keys.letterKeys) !== 'off');
  return {
    language,
    theme,
    letterKeys,
    setLanguage: (next) => {
      storage.setItem(keys.language, next);
      language.set(next);
    },
    setTheme: (next) => {
      storage.setItem(keys.theme, next);
      theme.set(next);
    },
    setLetterKeys: (on) => {
      storage.setItem(keys.letterKeys, on ? 'on' : 'off');
      letterKeys.set(on);
    },
  };
}
