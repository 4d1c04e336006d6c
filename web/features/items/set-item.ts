/** Changes of an entry of a list, as screens make them. */
import type { ImprovementChange } from '../../../shared/document/write-change.ts';
import type { ItemChange, RecordCollection } from '../../../shared/domain/collections.ts';
import type { OpenImprovement } from '../../services/improvement.ts';

export const setItem = <C extends RecordCollection>(
  improvement: Pick<OpenImprovement, 'change'>,
  collection: C,
  item: string,
  change: ItemChange<C>,
): void =>
  // The signature pairs a collection with its own values; the compiler can't carry that over.
  improvement.change({ type: 'setItem', collection, item, change } as ImprovementChange);
