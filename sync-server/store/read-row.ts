/** The row of a document, out of the bytes in which the store keeps it. */
import type { ImprovementRow } from '../../shared/domain/improvement.ts';
import type { DocumentHead } from './store.ts';

export function readRow({ rowJson, ref }: DocumentHead): ImprovementRow {
  const row = JSON.parse(Buffer.from(rowJson).toString()) as ImprovementRow;
  return { ...row, ref };
}
