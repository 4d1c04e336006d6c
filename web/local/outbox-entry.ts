/** A local edit as the outbox keeps it, or as a draft where its document was lost. */
import type { LocalEdit } from './document-store.ts';
import type { DocRow, OutboxRow } from './tables.ts';

export const outboxEntry = (
  edit: Omit<LocalEdit, 'shows'>,
  docEpoch: number,
  madeAt: number,
): Omit<OutboxRow, 'n'> => ({
  docId: edit.docId,
  uid: edit.uid,
  docEpoch,
  hlc: edit.hlc,
  boot: edit.boot,
  actor: edit.actor,
  body: { type: 'update', bytes: edit.update },
  madeAt,
  ...(edit.applies && { applies: edit.applies }),
});

/** An edit of a document that was replaced or removed while it was written. */
export const orphanedDraft = (
  entry: Omit<OutboxRow, 'n'>,
  doc: DocRow | undefined,
  { row, shows }: Pick<LocalEdit, 'row' | 'shows'>,
) => ({
  ...entry,
  code: doc === undefined ? 'notFound' : doc.refusedCode,
  message: 'The record was replaced by the server’s state while this was written.',
  draftedAt: entry.madeAt,
  title: row.type === 'improvement' ? row.title : row.type === 'measure' ? row.name : '',
  generation: shows.generation,
});
