/** Confirmed items of documents that the server has written anew since, which may hold what was erased. */
import type { ImprovementFacts } from '../../shared/document/projection.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { CommandRequest } from '../../shared/process/commands.ts';
import { ofDocument } from './outbox-reading.ts';
import type { AckedRow, Tables } from './tables.ts';

/**
 * What was confirmed of a document before it was written anew may hold what was erased then. A decision stays,
 * to be offered to a restored server, when the server still tells it in the same words.
 */
export async function forgetEarlierEpochs(
  tables: Pick<Tables, 'acked'>,
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
