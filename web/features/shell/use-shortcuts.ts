/** Lets the app's keys act, on whatever screen. */
import { useLayoutEffect } from 'preact/hooks';
import { pathTo } from '../../routes.ts';
import type { Environment } from '../environment.ts';
import type { RegisterMemory } from '../register/register-memory.ts';
import { isTyping, type ShortcutAction, shortcutFor } from './shortcuts.ts';

export function useShortcuts(environment: Environment, memory: RegisterMemory): void {
  // With the screen itself, not a frame later: a key may be pressed as soon as it can be seen.
  useLayoutEffect(() => {
    const { navigation, preferences, openPanel } = environment;

    const actions: { readonly [A in ShortcutAction]: () => void } = {
      capture: () => navigation.go(pathTo.capture),
      search: () => {
        if (memory.focusSearch !== undefined) return memory.focusSearch();
        memory.searchWanted = true;
        navigation.go(pathTo.register);
      },
      keys: () => openPanel({ type: 'keys' }),
      palette: () => openPanel({ type: 'palette' }),
    };

    const handleKey = (event: KeyboardEvent) => {
      const action = shortcutFor(event, {
        typing: isTyping(event.target),
        letterKeys: preferences.letterKeys.get(),
      });
      if (action === undefined || document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      actions[action]();
    };

    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, [environment, memory]);
}
