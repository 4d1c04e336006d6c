/** Something asked of the server for the screen: on its way, here, or refused with a sentence. */
import { useEffect, useState } from 'preact/hooks';
import type { PeopleService, Reply } from '../../services/session.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { refusalText } from '../refusal-text.ts';

export type Asked<T> =
  | { readonly type: 'asking' }
  | { readonly type: 'here'; readonly value: T }
  | { readonly type: 'refused'; readonly text: string };

/** Asks again whenever `key` changes. */
export function useAsked<T>(key: unknown, ask: (people: PeopleService) => Reply<T>): Asked<T> {
  const { services } = useEnvironment();
  const { t } = useWords();
  const [asked, setAsked] = useState<Asked<T>>({ type: 'asking' });
  useEffect(() => {
    let isCurrent = true;
    const run = async () => {
      const answer = await ask(await services.people());
      if (!isCurrent) return;
      setAsked(
        answer.ok
          ? { type: 'here', value: answer.value }
          : { type: 'refused', text: t(refusalText(answer.error)) },
      );
    };
    void run();
    return () => {
      isCurrent = false;
    };
  }, [key]);
  return asked;
}

/** An act that a person waits for: busy while it runs; a refusal is told by a sentence. */
export function useAct() {
  const { services } = useEnvironment();
  const { t } = useWords();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  async function act<T>(ask: (people: PeopleService) => Reply<T>): Promise<T | undefined> {
    setBusy(true);
    setProblem(undefined);
    const answer = await ask(await services.people());
    setBusy(false);
    if (answer.ok) return answer.value;
    setProblem(t(refusalText(answer.error)));
    return undefined;
  }
  return { isBusy, problem, act };
}
