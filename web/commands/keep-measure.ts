/** Keeps a new measure: a document of its own with its outbox entry and row, stored before it resolves. */
import { orderBetween, writeItem } from '../../shared/document/collections.ts';
import { projectMeasure, writeNewMeasure } from '../../shared/document/measure-document.ts';
import { createDocumentId } from '../../shared/domain/document-kinds.ts';
import { createUuidV7, type DocumentId } from '../../shared/domain/ids.ts';
import type { MeasureValues } from '../../shared/domain/measure.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { StorageFailure } from '../services.ts';
import { type KeepDeps, storeNew } from './keep-improvement.ts';

/** `values` are valid; `scale`: labels from the least. */
export async function keepMeasure(
  deps: KeepDeps,
  values: Partial<MeasureValues>,
  scale: readonly string[],
): Promise<Result<DocumentId, StorageFailure>> {
  const id = createDocumentId('measure', deps);
  const stored = await storeNew(deps, id, {
    write: (doc, author) => {
      doc.transact(() => {
        writeNewMeasure(doc, values, author);
        let order = '';
        for (const title of scale) {
          order = orderBetween(order, '');
          const item = createUuidV7<string>(deps);
          writeItem(doc, { collection: 'scale', item, change: { title, order } }, author);
        }
      });
    },
    rowOf: (doc, nowMs) => projectMeasure(id, doc, nowMs),
  });
  return stored.ok ? ok(id) : stored;
}
