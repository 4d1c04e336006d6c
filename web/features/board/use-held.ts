/** How many records stand in each column, whatever is filtered: what limits count. */
import { useEffect, useState } from 'preact/hooks';
import { type BoardStage, boardStages, heldQuery } from '../../projection/board-query.ts';
import { useEnvironment } from '../environment.ts';
import { useAsker } from '../find/use-ask.ts';

/** undefined while they are not known yet. */
export type Held = { readonly [S in BoardStage]: number } | undefined;

/** `isAsked`: false where the columns show all there are anyway. */
export function useHeld(isAsked: boolean): Held {
  const { services } = useEnvironment();
  const asker = useAsker();
  const [counts, setCounts] = useState<readonly number[]>();
  useEffect(() => {
    setCounts(undefined);
    if (!isAsked) return undefined;
    const asks = boardStages.map((stage) => asker(heldQuery(stage)));
    return services.register.watchCounts(asks, setCounts);
  }, [asker, isAsked]);
  if (counts === undefined) return undefined;
  const held = boardStages.map((stage, at) => [stage, counts[at] ?? 0]);
  return Object.fromEntries(held) as Held;
}
