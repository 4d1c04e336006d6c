/** The words of the chosen language, fetched when it is chosen; the page's `lang` follows. */
import { useEffect, useState } from 'preact/hooks';
import { loadWords, type Words } from '../../i18n/words.ts';
import { useReadable } from '../use-readable.ts';
import type { Preferences } from './preferences.ts';

/** `first`: the words of the language that the page starts with. */
export function useWordsOf(preferences: Preferences, first: Words): Words {
  const language = useReadable(preferences.language);
  const [words, setWords] = useState(first);
  useEffect(() => {
    if (language === words.language) return undefined;
    let left = false;
    const show = async () => {
      const loaded = await loadWords(language);
      // The screen on which the language was chosen is not one of the first.
      await loaded.complete();
      if (left) return;
      document.documentElement.lang = language;
      setWords(loaded);
    };
    void show();
    return () => (left = true);
  }, [language]);
  return words;
}
