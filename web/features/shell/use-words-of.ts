/** The words of the chosen language, fetched when it is chosen; the page's `lang` follows. */
import { useEffect, useState } from 'preact/hooks';
import { createFormat } from '../../i18n/format.ts';
import { type Language, loadCatalogue } from '../../i18n/language.ts';
import { createTranslate } from '../../i18n/translate.ts';
import type { Words } from '../environment.ts';
import { useReadable } from '../use-readable.ts';
import type { Preferences } from './preferences.ts';

/** undefined until the first language is there; then never again. */
export function useWordsOf(preferences: Preferences): Words | undefined {
  const language = useReadable(preferences.language);
  const [words, setWords] = useState<Words>();
  useEffect(() => {
    let left = false;
    const show = async () => {
      const loaded = await loadWords(language);
      if (left) return;
      document.documentElement.lang = language;
      setWords(loaded);
    };
    void show();
    return () => (left = true);
  }, [language]);
  return words;
}

export async function loadWords(language: Language): Promise<Words> {
  return {
    t: createTranslate(await loadCatalogue(language), language),
    format: createFormat(language),
  };
}
