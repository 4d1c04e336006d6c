/** Makes the page, and the browser's bars around it, wear the chosen appearance. */
import type { Preferences } from './preferences.ts';

export function showTheme(document: Document, preferences: Preferences): void {
  const show = () => {
    const theme = preferences.theme.get();
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
    const metas = document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]');
    for (const meta of metas) {
      const own = meta.dataset['scheme'] ?? '';
      meta.media =
        theme === 'system' ? `(prefers-color-scheme: ${own})` : theme === own ? 'all' : 'not all';
    }
  };
  show();
  preferences.theme.subscribe(show);
}
