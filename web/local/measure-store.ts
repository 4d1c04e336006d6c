/** Rows of measures on this device: few enough to be read at once. */
import type { MeasureRow } from '../../shared/domain/measure.ts';
import type { ReplicaStoreDeps } from './replica-store.ts';

export type MeasureStore = {
  /** In the order in which they were begun. */
  readonly readMeasures: () => Promise<readonly MeasureRow[]>;
};

export const createMeasureStore = ({ tables: replica }: ReplicaStoreDeps): MeasureStore => ({
  readMeasures: () => replica.transact('read', ['measures'], ({ measures }) => measures.range({})),
});
