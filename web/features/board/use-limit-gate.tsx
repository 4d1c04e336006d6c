/** The way into a column with a limit: free, with a warning, or over it for a reason that the record keeps. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Stage } from '../../../shared/domain/improvement.ts';
import { judgeArrival, limitOf } from '../../../shared/process/wip-limits.ts';
import { type BoardStage, heldQuery, isBoardStage } from '../../projection/board-query.ts';
import type { OpenImprovement } from '../../services/improvement.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { useAsker } from '../find/use-ask.ts';
import { useSettings } from '../use-settings.ts';
import { OverLimitSheet } from './over-limit-sheet.tsx';

type Passage = {
  readonly improvement: OpenImprovement;
  readonly to: Stage;
  /** `told`: what to say of the move, where the column is over its limit by it. */
  readonly onPass: (told: string | undefined) => void;
  readonly onStay: () => void;
};

type Asked = Passage & { readonly held: number; readonly limit: number };

export type LimitGate = {
  readonly pass: (passage: Passage) => Promise<void>;
  readonly sheet: ComponentChildren;
};

export function useLimitGate(): LimitGate {
  const { services } = useEnvironment();
  const { t } = useWords();
  const asker = useAsker();
  const settings = useSettings();
  const [asked, setAsked] = useState<Asked>();

  /** All that stand in it, whatever is filtered; undefined while the device does not know. */
  const countHeld = (stage: BoardStage): Promise<number | undefined> =>
    new Promise((resolve) => {
      const stop = services.register.watchCounts([asker(heldQuery(stage))], (counts) => {
        resolve(counts?.[0]);
        queueMicrotask(() => stop());
      });
    });

  const told = (to: Stage, count: number, limit: number) =>
    t('board.movedOver', { stage: t(`stage.${to}`), count, limit });

  async function pass(passage: Passage): Promise<void> {
    const { to, onPass } = passage;
    const limit = limitOf(settings?.items.columns ?? [], to);
    if (limit === undefined || !isBoardStage(to)) return onPass(undefined);
    const held = (await countHeld(to)) ?? 0;
    switch (judgeArrival(held, limit)) {
      case 'fits':
        return onPass(undefined);
      case 'warns':
        return onPass(told(to, held + 1, limit.limit));
      case 'refuses':
        return setAsked({ ...passage, held, limit: limit.limit });
    }
  }

  return {
    pass,
    sheet: asked !== undefined && (
      <OverLimitSheet
        column={t(`stage.${asked.to}`)}
        held={asked.held}
        limit={asked.limit}
        onOverride={(what) => {
          const { improvement, to, held, limit, onPass } = asked;
          improvement.addItem('limitOverrides', { what, column: to, limit, held });
          setAsked(undefined);
          onPass(told(to, held + 1, limit));
        }}
        onClose={() => {
          setAsked(undefined);
          asked.onStay();
        }}
      />
    ),
  };
}
