/** Confirmed items of documents that the server has written anew since, which may hold what was erased. */
import type { ImprovementFacts } from '../../shared/document/projection.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { CommandRequest } from '../../shared/process/commands.ts';
import { ofDocument, outboxOf } from './outbox-reading.ts';
import type { AckedRow, Tables } from './tables.ts';

/**
 * What was confirmed of a document before it was written anew may hold what was erased then. A decision stays,
 * to be offered to a restored server, when the server still tells it in the same words.
 */
export async function forgetEarlierEpochs(
  tables: Pick<Tables, 'acked' | 'outbox'>,
  id: DocumentId,
  epoch: number,
  { list = [] }: ImprovementFacts,
): Promise<void> {
  const told = new Map(list.map(({ uid, said }) => [uid, said]));
  const confirmed = await tables.acked.range(ofDocument(id));
  const forgotten = confirmed.filter(({ body, uid, docEpoch }) =>
    body.type === 'update' ? docEpoch !== epoch : wordsIn(told.get(uid)) !== wordsIn(body.command),
  );
  await tables.acked.deleteMany(forgotten.map((row) => row.n));
  const waiting = await outboxOf(tables, id);
  const earlier = waiting.filter(({ docEpoch }) => docEpoch !== epoch);
  await tables.outbox.putMany(earlier.map((row) => ({ ...row, isOfEarlierEpoch: true as const })));
}

/**
 * Of what is confirmed now, what may be kept as such: an answer may come after the document was written anew, and
 * what it is about holds what was erased. A decision that was taken in other words since is not kept either.
 */
export async function withoutErased(
  tables: Pick<Tables, 'docs'>,
  confirmed: readonly AckedRow[],
): Promise<readonly AckedRow[]> {
  const isEarlier = ({ isOfEarlierEpoch }: AckedRow) => isOfEarlierEpoch === true;
  if (!confirmed.some(isEarlier)) return confirmed;
  const ids = [...new Set(confirmed.filter(isEarlier).map(({ docId }) => docId))];
  const told = new Map(
    (await tables.docs.getMany(ids)).flatMap((doc) =>
      (doc?.facts.list ?? []).map(({ uid, said }) => [uid, said]),
    ),
  );
  return confirmed.filter((row) => {
    if (!isEarlier(row)) return true;
    if (row.body.type === 'update') return false;
    const said = told.get(row.uid);
    return said === undefined || wordsIn(said) === wordsIn(row.body.command);
  });
}

/** What a person has written into a decision. */
function wordsIn(said: CommandRequest | undefined): string {
  const { reason, measure, unit } = { reason: '', measure: '', unit: '', ...said };
  return JSON.stringify([reason, measure, unit]);
}

/** An answer may have come after its document was written anew. */
export async function withoutEarlierEpochs(
  tables: Pick<Tables, 'docs'>,
  rows: readonly AckedRow[],
): Promise<readonly AckedRow[]> {
  const ids = [...new Set(rows.map(({ docId }) => docId))];
  const docs = await tables.docs.getMany(ids);
  const epochs = new Map(docs.map((doc) => [doc?.id, doc?.epoch ?? 0]));
  return rows.filter(
    ({ body, docId, docEpoch }) => body.type === 'command' || docEpoch >= (epochs.get(docId) ?? 0),
  );
}
