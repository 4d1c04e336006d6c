/** What waits for the approvers and the board: escalated first, then what was changed, then the oldest. */
import { useEffect, useState } from 'preact/hooks';
import { may } from '../../../shared/process/permissions.ts';
import { builtInView } from '../../projection/register-views.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { useEnvironment } from '../environment.ts';
import { useAsker } from '../find/use-ask.ts';
import { useReadable } from '../use-readable.ts';

const rowsAtMost = 200;

export type DecisionQueue = {
  readonly rows: readonly ListedImprovement[];
  /** May be more than the rows. */
  readonly total: number;
  /** Decided here; the server has still to take it. */
  readonly pending: readonly ListedImprovement[];
  readonly mayDecide: boolean;
};

export const whyItWaits = (row: ListedImprovement): 'escalated' | 'changed' | 'new' =>
  row.isEscalated === true ? 'escalated' : row.changed === undefined ? 'new' : 'changed';

const order = ['escalated', 'changed', 'new'] as const;

/** undefined until the first answer of the storage. */
export function useDecisions(): DecisionQueue | undefined {
  const { services } = useEnvironment();
  const asker = useAsker();
  const session = useReadable(services.session.state);
  const [found, setFound] = useState<{
    readonly total: number;
    readonly rows: readonly ListedImprovement[];
  }>();

  useEffect(() => {
    let isOver = false;
    let latest = 0;
    const stop = services.register.watch(
      asker({ ...builtInView('needsDecision'), sort: 'age', direction: 'desc' }),
      (view) => {
        const asked = ++latest;
        const show = async () => {
          const rows = await view.rows(0, Math.min(view.total, rowsAtMost));
          if (!isOver && asked === latest) setFound({ total: view.total, rows });
        };
        void show();
      },
    );
    return () => {
      isOver = true;
      stop();
    };
  }, [asker]);

  if (found === undefined) return undefined;
  const rank = (row: ListedImprovement) => order.indexOf(whyItWaits(row));
  const rows = found.rows
    .filter(({ pending }) => pending === undefined)
    .toSorted((a, b) => rank(a) - rank(b));
  return {
    rows,
    total: rows.length + found.total - found.rows.length,
    pending: found.rows.filter(({ pending }) => pending !== undefined),
    mayDecide:
      session.type === 'joined' &&
      may({ roles: session.person.roles, editing: session.editing }, 'decideApproval'),
  };
}
