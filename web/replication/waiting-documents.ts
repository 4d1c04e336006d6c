/** Documents whose items the server can't take yet: each is offered again by itself, later and later, and blocks no other. */
import type { ClockDep } from '../../shared/deps.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import { type Backoff, createBackoff } from './backoff.ts';

const gapBackoff = { firstMs: 2_000, lastMs: 300_000 };

export type WaitingDocuments = {
  readonly postpone: (id: DocumentId) => void;
  readonly forget: (id: DocumentId) => void;
  readonly forgetAll: () => void;
  /** Those that must still wait. */
  readonly current: () => ReadonlySet<DocumentId>;
  /** Until the first of them may be offered again; undefined when none waits. */
  readonly untilNextMs: () => number | undefined;
};

export function createWaitingDocuments(
  deps: ClockDep & { readonly random: () => number },
): WaitingDocuments {
  const waiting = new Map<DocumentId, { readonly backoff: Backoff; readonly untilMs: number }>();
  return {
    postpone: (id) => {
      const backoff = waiting.get(id)?.backoff ?? createBackoff(deps.random, gapBackoff);
      waiting.set(id, { backoff, untilMs: deps.nowMs() + backoff.nextMs() });
    },
    forget: (id) => waiting.delete(id),
    forgetAll: () => waiting.clear(),
    current: () => {
      const nowMs = deps.nowMs();
      return new Set([...waiting].filter(([, { untilMs }]) => untilMs > nowMs).map(([id]) => id));
    },
    untilNextMs: () => {
      if (waiting.size === 0) return undefined;
      const next = Math.min(...[...waiting.values()].map(({ untilMs }) => untilMs));
      return Math.max(0, next - deps.nowMs());
    },
  };
}
