/** Which languages there are, which one this device shows, and how its words are fetched. */
import type { FirstCatalogue, RestCatalogue } from './catalogue.ts';

/** Each language by its own name. One more is a line here, a line below, and its two files. */
export const languages = { en: 'English', 'zh-CN': '简体中文' } as const;
export type Language = keyof typeof languages;

type Catalogues = {
  readonly first: () => Promise<FirstCatalogue>;
  readonly rest: () => Promise<RestCatalogue>;
};

export const catalogues: { readonly [L in Language]: Catalogues } = {
  en: {
    first: async () => (await import('./en.ts')).en,
    rest: async () => (await import('./en-rest.ts')).enRest,
  },
  'zh-CN': {
    first: async () => (await import('./zh-cn.ts')).zhCn,
    rest: async () => (await import('./zh-cn-rest.ts')).zhCnRest,
  },
};

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
