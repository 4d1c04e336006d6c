/** Puts the screen that the address names into the shell, and lays panels over it. */
import { useEffect, useState } from 'preact/hooks';
import {
  type Environment,
  EnvironmentContext,
  type Panel,
  WordsContext,
} from './features/environment.ts';
import {
  ImprovementScreen,
  InvitePanel,
  KeysPanel,
  PalettePanel,
  SignOutPanel,
  SyncPanel,
} from './features/lazy-parts.ts';
import type { RegisterMemory } from './features/register/register-memory.ts';
import { Screen } from './features/shell/screen.tsx';
import { Shell } from './features/shell/shell.tsx';
import { useShortcuts } from './features/shell/use-shortcuts.ts';
import { useWordsOf } from './features/shell/use-words-of.ts';
import { useReadable } from './features/use-readable.ts';
import type { Words } from './i18n/words.ts';
import { Toast, type ToastMessage } from './ui/toast.tsx';

type AppProps = {
  readonly environment: Omit<Environment, 'showToast' | 'openPanel'>;
  readonly words: Words;
  readonly memory: RegisterMemory;
};

/** How long a toast stays: time to read it twice. */
const toastMs = 6_000;
/** After this long the first screen has what it needs. */
const preloadAfterMs = 1_500;

export function App({ environment: given, words: firstWords, memory }: AppProps) {
  const [toast, setToast] = useState<ToastMessage>();
  const [panel, openPanel] = useState<Panel>();
  const [environment] = useState(() => ({ ...given, showToast: setToast, openPanel }));
  const words = useWordsOf(given.preferences, firstWords);
  const route = useReadable(given.navigation.route);
  useShortcuts(environment, memory);

  useEffect(() => {
    const follow = given.navigation.follow;
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, []);

  useEffect(() => {
    const timer = setTimeout(() => setToast(undefined), toast?.stayMs ?? toastMs);
    return () => clearTimeout(timer);
  }, [toast]);

  // The next step after the first screen is mostly a record: it opens at once when it is here already.
  useEffect(() => {
    const preload = async () => {
      try {
        await Promise.all([ImprovementScreen.preload(), words.complete()]);
      } catch {
        // It is fetched again, and the failure shown, when it is needed.
      }
    };
    const timer = setTimeout(() => void preload(), preloadAfterMs);
    return () => clearTimeout(timer);
  }, [words]);

  return (
    <EnvironmentContext.Provider value={environment}>
      <WordsContext.Provider value={words}>
        <Shell route={route}>
          <Screen route={route} memory={memory} />
        </Shell>
        <Toast message={toast} onDone={() => setToast(undefined)} />
        <PanelOver panel={panel} onClose={() => openPanel(undefined)} />
      </WordsContext.Provider>
    </EnvironmentContext.Provider>
  );
}

type PanelOverProps = { readonly panel: Panel | undefined; readonly onClose: () => void };

function PanelOver({ panel, onClose }: PanelOverProps) {
  switch (panel?.type) {
    case undefined:
      return null;
    case 'sync':
      return <SyncPanel onClose={onClose} />;
    case 'palette':
      return <PalettePanel onClose={onClose} />;
    case 'keys':
      return <KeysPanel onClose={onClose} />;
    case 'signOut':
      return <SignOutPanel onClose={onClose} />;
    case 'invite':
      return <InvitePanel whom={panel.whom} onClose={onClose} />;
  }
}
