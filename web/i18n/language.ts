/** Which languages there are, which one this device shows, and how its words are fetched. */
import type { Catalogue } from './en.ts';

/** Each language by its own name. One more is one line here and one file beside it. */
export const languages = { en: 'English', 'zh-CN': '简体中文' } as const;
export type Language = keyof typeof languages;

const catalogues: { readonly [L in Language]: () => Promise<Catalogue> } = {
  en: async () => (await import('./en.ts')).en,
  'zh-CN': async () => (await import('./zh-cn.ts')).zhCn,
};

export const loadCatalogue = (language: Language): Promise<Catalogue> => catalogues[language]();

export const isLanguage = (text: string | null): text is Language =>
  text !== null && Object.hasOwn(languages, text);

/** The first of the person's languages (BCP 47, preferred first) that there is; English otherwise. */
export function chooseLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const base = tag.toLowerCase().split('-', 1)[0];
    const match = (Object.keys(languages) as Language[]).find(
      (language) => language.toLowerCase().split('-', 1)[0] === base,
    );
    if (match !== undefined) return match;
  }
  return 'en';
}
