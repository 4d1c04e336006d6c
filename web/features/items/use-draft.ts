/** What is being typed into a box: kept when one leaves it, and when the screen goes away before that. */
import { useEffect, useRef, useState } from 'preact/hooks';

export type Draft = {
  /** What the box shows. */
  readonly shown: string;
  /** Why it was not kept; the words stay in the box. */
  readonly problem: string | undefined;
  readonly type: (text: string) => void;
  readonly commit: () => void;
  readonly discard: () => void;
};

/** `keep` says why it can't be kept, or keeps it. While nothing is typed the value shows, live. */
export function useDraft(value: string, keep: (text: string) => string | undefined): Draft {
  const [typed, setTyped] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const latest = useRef({ typed, value, keep });
  latest.current = { typed, value, keep };

  const commit = () => {
    const now = latest.current;
    if (now.typed === undefined) return;
    const refused = now.typed === now.value ? undefined : now.keep(now.typed);
    setProblem(refused);
    if (refused === undefined) setTyped(undefined);
  };

  useEffect(() => {
    addEventListener('pagehide', commit, true);
    return () => {
      removeEventListener('pagehide', commit, true);
      commit();
    };
  }, []);

  return {
    shown: typed ?? value,
    problem,
    type: (text) => {
      setProblem(undefined);
      setTyped(text);
    },
    commit,
    discard: () => {
      setProblem(undefined);
      setTyped(undefined);
    },
  };
}
