/** What a person sees when the device's storage can't be opened: without it nothing could be kept. */
import { h, render } from 'preact';
import type { Language } from '../../i18n/language.ts';
import { loadWords } from '../../i18n/words.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Button } from '../../ui/button.tsx';

export async function showStartFailure(root: HTMLElement, language: Language): Promise<void> {
  const { t } = await loadWords(language);
  document.documentElement.lang = language;
  root.replaceChildren();
  render(
    h(EmptyState, {
      level: 1,
      title: t('app.startFailed'),
      hint: t('app.startFailedHint'),
      role: 'alert',
      children: h(Button, {
        kind: 'primary',
        onClick: () => location.reload(),
        children: t('app.reload'),
      }),
    }),
    root,
  );
}
