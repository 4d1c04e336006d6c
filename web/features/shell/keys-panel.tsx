/** The list of keys, and the switch for those that are single letters. */
import { pathToPage } from '../../page-paths.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import type { TextKey } from '../../i18n/translate.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { helpOf } from '../help/help-of.ts';
import { useReadable } from '../use-readable.ts';
import { commandKey } from './shortcuts.ts';
import './keys-panel.css';

export function KeysPanel({ onClose }: { readonly onClose: () => void }) {
  const { navigation, preferences } = useEnvironment();
  const { t } = useWords();
  const page = helpOf(navigation.route.get());
  const help = page === undefined ? pathToPage.help : pathToPage.helpOn(page);
  const letterKeys = useReadable(preferences.letterKeys);
  const command = commandKey(navigator.platform);
  const lines = [
    ['keys.capture', ['C']],
    ['keys.search', ['/']],
    ['keys.palette', [command, 'K']],
    ['keys.keep', [command, '⏎']],
    ['keys.next', ['J', '↓']],
    ['keys.previous', ['K', '↑']],
    ['keys.open', ['⏎']],
    ['keys.filters', ['F']],
    ['keys.select', ['X']],
    ['keys.extend', ['⇧', '↓']],
    ['keys.moveTo', ['M']],
    ['keys.moveAcross', ['⇧', '→']],
    ['keys.moveEntry', ['Alt', '↓']],
    ['keys.undo', [command, 'Z']],
    ['keys.redo', [command, '⇧', 'Z']],
    ['keys.list', ['?']],
  ] as const satisfies readonly (readonly [TextKey, readonly string[]])[];
  return (
    <Sheet title={t('keys.title')} closeLabel={t('app.close')} onClose={onClose}>
      <p class="keys-panel__help">
        <ButtonLink kind="quiet" href={help} onClick={onClose}>
          {t('help.thisPage')}
        </ButtonLink>
      </p>
      <dl class="keys-panel">
        {lines.map(([key, pressed]) => (
          <div class="keys-panel__line" key={key}>
            <dt>{t(key)}</dt>
            <dd class="keys-panel__keys">
              {pressed.map((name) => (
                <kbd class="keys-panel__key" key={name}>
                  {name}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <label class="keys-panel__switch">
        <input
          type="checkbox"
          class="keys-panel__box"
          checked={letterKeys}
          onChange={(event) => preferences.setLetterKeys(event.currentTarget.checked)}
        />
        <span>
          {t('keys.single')}
          <span class="keys-panel__hint">{t('keys.singleHint')}</span>
        </span>
      </label>
    </Sheet>
  );
}
