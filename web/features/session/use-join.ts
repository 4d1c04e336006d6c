/** Spends an invitation, and says in words why it could not be spent. */
import { useState } from 'preact/hooks';
import { displayNameLength, normaliseDisplayName } from '../../../shared/domain/person.ts';
import { useEnvironment, useWords } from '../environment.ts';
import type { JoinLink } from './join-link.ts';
import { signInFailureText } from './sign-in-failure.ts';

export type JoinProblem = { readonly of: 'name' | 'joining'; readonly text: string };

type Joining = {
  readonly busy: boolean;
  readonly problem: JoinProblem | undefined;
  readonly join: (link: JoinLink, name: string) => Promise<void>;
};

/** `onJoined` runs once the device belongs to the workspace. */
export function useJoin(onJoined: () => void): Joining {
  const { services, joinLinks } = useEnvironment();
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<JoinProblem>();

  const join = async (link: JoinLink, typedName: string) => {
    const name = link.ownDevice ? '' : normaliseDisplayName(typedName);
    if (name === undefined) {
      return setProblem({ of: 'name', text: t('join.nameInvalid', { count: displayNameLength }) });
    }
    setProblem(undefined);
    setBusy(true);
    const result = await services.session.join(link.token, name);
    if (!result.ok) {
      setBusy(false);
      return setProblem({ of: 'joining', text: t(signInFailureText(result.error)) });
    }
    joinLinks.forget();
    // Until the page is loaded anew it stays busy.
    if (result.value === 'elsewhere') return undefined;
    setBusy(false);
    return onJoined();
  };

  return { busy, problem, join };
}
