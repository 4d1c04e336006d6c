/** What every screen may reach: the core's services, the way to other screens, and the words of the language. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ClockDep } from '../../shared/deps.ts';
import type { Words } from '../i18n/words.ts';
import type { Services } from '../services.ts';
import type { ToastMessage } from '../ui/toast.tsx';
import type { InvitationFor } from './session/invite-panel.tsx';
import type { JoinLinks } from './session/join-links.ts';
import type { Navigation } from './shell/navigation.ts';
import type { Preferences } from './shell/preferences.ts';

export type Environment = ClockDep & {
  readonly services: Services;
  readonly navigation: Navigation;
  readonly preferences: Preferences;
  readonly joinLinks: JoinLinks;
  readonly showToast: (message: ToastMessage) => void;
  readonly openPanel: (panel: Panel | undefined) => void;
};

/** What may lie over a screen, one at a time. */
export type Panel =
  | { readonly type: 'sync' | 'palette' | 'keys' | 'signOut' }
  | { readonly type: 'invite'; readonly whom: InvitationFor };

export const EnvironmentContext = createContext<Environment | undefined>(undefined);
export const WordsContext = createContext<Words | undefined>(undefined);

export const useEnvironment = (): Environment => required(useContext(EnvironmentContext));
export const useWords = (): Words => required(useContext(WordsContext));

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a screen was drawn outside of the app');
  return value;
}
