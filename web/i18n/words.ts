/** The words of one language: those of the first screens at once, the others when a screen asks for them. */
import type { Catalogue } from './catalogue.ts';
import { createFormat, type Format } from './format.ts';
import { catalogues, type Language } from './language.ts';
import { createTranslate, type Translate } from './translate.ts';

export type Words = {
  readonly language: Language;
  readonly t: Translate;
  readonly format: Format;
  /** Fetches what is still missing; a screen beyond the first ones waits for it. */
  readonly complete: () => Promise<void>;
  readonly isComplete: () => boolean;
};

export async function loadWords(language: Language): Promise<Words> {
  let isComplete = false;
  const catalogue: Partial<Catalogue> = { ...(await catalogues[language].first()) };
  return {
    language,
    t: createTranslate(catalogue, language),
    format: createFormat(language),
    complete: async () => {
      if (isComplete) return;
      Object.assign(catalogue, await catalogues[language].rest());
      isComplete = true;
    },
    isComplete: () => isComplete,
  };
}
