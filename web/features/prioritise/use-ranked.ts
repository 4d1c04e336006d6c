/** The first records of a query, followed as anything changes. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { RegisterAsk, RegisterQuery } from '../../projection/register-query.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { useEnvironment } from '../environment.ts';
import { useAsker } from '../find/use-ask.ts';

export type Ranked = {
  readonly total: number;
  readonly rows: readonly ListedImprovement[];
};

/** undefined until the first answer. `change` turns the question into another, such as of another method. */
export function useRanked(
  query: RegisterQuery,
  limit: number,
  change: (ask: RegisterAsk) => RegisterAsk = same,
): Ranked | undefined {
  const { services } = useEnvironment();
  const asker = useAsker();
  const [found, setFound] = useState<Ranked>();
  const ask = useMemo(() => change(asker(query)), [asker, query, change]);
  useEffect(() => {
    let left = false;
    const stop = services.register.watch(ask, (view) => {
      const read = async () => {
        const rows = await view.rows(0, Math.min(limit, view.total));
        if (!left) setFound({ total: view.total, rows });
      };
      // What was read before stays on the screen.
      read().catch(() => undefined);
    });
    return () => {
      left = true;
      stop();
    };
  }, [ask, limit]);
  return found;
}

const same = (ask: RegisterAsk): RegisterAsk => ask;
