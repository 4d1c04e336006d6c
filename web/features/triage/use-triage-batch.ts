/** One answer to several ideas: record by record, each stored before the next, with a way back where there is one. */
import { useState } from 'preact/hooks';
import type { DecideFailure, OpenImprovement } from '../../services/improvement.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { decideFailureText } from '../improvement/decision-words.ts';
import { askAuthor, putBack, stopAsking, takeBack, takeUp } from './triage-acts.ts';

export type BatchAnswer = 'accept' | 'askBack' | 'decline';

export type TriageBatch = {
  /** While it runs. */
  readonly progress: { readonly done: number; readonly total: number } | undefined;
  readonly run: (
    answer: BatchAnswer,
    rows: readonly ListedImprovement[],
    said: string,
  ) => Promise<void>;
};

/** Taking back a batch is thought over longer than one answer. */
const undoMs = 20_000;

/** The failure, where there is no way back now. */
type WayBack = (improvement: OpenImprovement) => Promise<DecideFailure | undefined>;
type Outcome = { readonly failure: DecideFailure } | { readonly back: WayBack };

export function useTriageBatch(): TriageBatch {
  const { services, showToast } = useEnvironment();
  const { t } = useWords();
  const [progress, setProgress] = useState<TriageBatch['progress']>();

  async function withRecord<T>(
    { id }: ListedImprovement,
    act: (improvement: OpenImprovement) => Promise<T> | T,
  ): Promise<T | undefined> {
    const improvement = await services.improvements.open(id);
    if (improvement === undefined) return undefined;
    try {
      return await act(improvement);
    } finally {
      await improvement.close();
    }
  }

  async function give(
    improvement: OpenImprovement,
    answer: BatchAnswer,
    said: string,
  ): Promise<Outcome> {
    switch (answer) {
      case 'accept': {
        const isLocal = services.session.state.get().type === 'local';
        const failure = await takeUp(improvement, isLocal);
        if (failure !== undefined) return { failure };
        return { back: async (opened) => void putBack(opened) };
      }
      case 'askBack':
        askAuthor(improvement, said);
        return { back: async (opened) => void stopAsking(opened) };
      case 'decline': {
        const decided = await improvement.decide({ type: 'decline', reason: said });
        if (!decided.ok) return { failure: decided.error };
        const reason = t('triage.takenBackReason');
        return { back: (opened) => takeBack(opened, decided.value, { type: 'reopen', reason }) };
      }
    }
  }

  return {
    progress,
    run: async (answer, rows, said) => {
      const backs: { readonly row: ListedImprovement; readonly back: WayBack }[] = [];
      let failure: DecideFailure | undefined;
      let count = 0;
      for (const [done, row] of rows.entries()) {
        setProgress({ done, total: rows.length });
        const outcome = await withRecord(row, (improvement) => give(improvement, answer, said));
        if (outcome === undefined) continue;
        if ('failure' in outcome) {
          failure ??= outcome.failure;
          continue;
        }
        count++;
        backs.push({ row, back: outcome.back });
      }
      setProgress(undefined);
      const undo = async () => {
        let stuck: DecideFailure | undefined;
        let backCount = 0;
        for (const { row, back } of backs) {
          const failed = await withRecord(row, back);
          if (failed === undefined) backCount++;
          else stuck ??= failed;
        }
        const text = t('triage.batchBack', { count: backCount });
        showToast({ text: stuck === undefined ? text : `${text}. ${t(decideFailureText(stuck))}` });
      };
      const text = t(`triage.batch.${answer}`, { count });
      showToast({
        text: failure === undefined ? text : `${text}. ${t(decideFailureText(failure))}`,
        stayMs: undoMs,
        ...(backs.length > 0 && {
          action: { label: t('app.undo'), onClick: () => void undo() },
        }),
      });
    },
  };
}
