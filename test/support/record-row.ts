/** The row of a pulled document that is a record. */
import type { ImprovementRow } from '../../shared/domain/improvement.ts';
import type { PulledDocument } from '../../shared/protocol/messages.ts';

export function recordRow({ row, docId }: Pick<PulledDocument, 'row' | 'docId'>): ImprovementRow {
  if (row.type !== 'improvement') throw new Error(`${docId} is no record`);
  return row;
}
