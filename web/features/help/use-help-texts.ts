/** The texts of help in the language of the screen, fetched when somebody asks for them. */
import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../i18n/language.ts';
import { useWords } from '../environment.ts';
import type { HelpTexts } from './help-text.ts';

const texts: { readonly [L in Language]: () => Promise<HelpTexts> } = {
  en: async () => (await import('./help-en.ts')).helpEn,
  'zh-CN': async () => (await import('./help-zh-cn.ts')).helpZhCn,
};

/** undefined while they are fetched; 'failed' where they can't be. */
export function useHelpTexts(): HelpTexts | 'failed' | undefined {
  const { language } = useWords();
  const [shown, setShown] = useState<HelpTexts | 'failed'>();
  useEffect(() => {
    let left = false;
    const show = (next: HelpTexts | 'failed') => {
      if (!left) setShown(next);
    };
    texts[language]().then(show, () => show('failed'));
    return () => {
      left = true;
    };
  }, [language]);
  return shown;
}
