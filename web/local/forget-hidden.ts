/** Takes from this device what its person is not shown any longer. Always inside a transaction. */
import type { DocumentId } from '../../shared/domain/ids.ts';
import { deleteDocument } from './document-rows.ts';
import { deleteNoticesOf } from './notice-store.ts';
import type { Tables } from './tables.ts';

type Hidden = {
  readonly forget?: readonly DocumentId[] | undefined;
  /** Whatever is not among these. */
  readonly only?: readonly DocumentId[] | undefined;
};

/**
 * What the server does not show this person any longer. An edit that is still unsent is answered first: it
 * becomes a draft, and the document goes then; one that the server has never had stays.
 */
export async function forgetHidden(
  tables: Tables,
  { forget = [], only }: Hidden,
): Promise<readonly DocumentId[]> {
  const shown = only && new Set(only);
  const here = shown ? ((await tables.docs.keys({})) as readonly DocumentId[]) : [];
  const hidden = [...forget, ...here.filter((id) => shown?.has(id) === false)];
  const unsent = await tables.outbox.occurring('docId', hidden);
  const pulled = (await tables.docs.getMany(hidden)).filter((doc) => (doc?.headSeq ?? 0) > 0);
  const gone = pulled.flatMap((doc) => (doc === undefined || unsent.has(doc.id) ? [] : [doc.id]));
  for (const id of gone) {
    await deleteNoticesOf(tables, id);
    await deleteDocument(tables, id);
  }
  return gone;
}
