/** What is counted while the server runs: how much, how long, how often; never whose and never what. */
import type { ItemResult } from '../../shared/protocol/messages.ts';
import type { StoreSize } from '../store/store.ts';

export type SocketKind = 'room' | 'poke';

export type Metrics = {
  /** `route` is a pattern with the names of its parameters, not an address. */
  readonly requestAnswered: (route: string, method: string, status: number, tookMs: number) => void;
  readonly itemsPushed: (results: readonly ItemResult[]) => void;
  readonly batchCommitted: (updates: number, tookMs: number) => void;
  readonly batchAdmitted: (tookMs: number) => void;
  /** Bytes that a reader was too slow to take. */
  readonly bytesDropped: (kind: SocketKind, sizeBytes: number) => void;
  /** A request or socket was refused because of this limit. */
  readonly limitReached: (limit: string) => void;
};

/** What is looked up when somebody asks for the figures. */
export type MetricsSources = {
  readonly openSockets: () => Readonly<Record<SocketKind, number>>;
  readonly measureStore: () => Promise<StoreSize>;
};

/** For a server whose figures nobody asks for. */
export const silentMetrics: Metrics = {
  requestAnswered: () => {},
  itemsPushed: () => {},
  batchCommitted: () => {},
  batchAdmitted: () => {},
  bytesDropped: () => {},
  limitReached: () => {},
};
