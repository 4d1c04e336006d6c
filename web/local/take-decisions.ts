/** What was decided of the server's copies of refused edits, as a pull brings it: drafts are closed, or come back. */
import type { ActorId, DocumentId, PersonId, Uid } from '../../shared/domain/ids.ts';
import { type Hlc, hlcToMs } from '../../shared/domain/hlc.ts';
import { settleRows } from './draft-store.ts';
import type { DraftRow, Tables } from './tables.ts';
import { titleOfDocument } from './title-of-document.ts';

export type Decision = {
  readonly docId: DocumentId;
  readonly uid: Uid;
  readonly fate: 'admitted' | 'returned' | 'discarded';
  readonly by: PersonId;
  /** Unix ms, the server's clock. */
  readonly at: number;
  /** Of a returned one. */
  readonly edit?: ReturnedEdit | undefined;
};

type ReturnedEdit = {
  readonly actor: ActorId;
  /** '' when it came through a room. */
  readonly hlc: Hlc | '';
  readonly bytes: Uint8Array;
  readonly code: string;
  readonly message: string;
};

type DecisionTables = Pick<
  Tables,
  'drafts' | 'settled' | 'outbox' | 'acked' | 'records' | 'measures'
>;

/** No document has it: what is returned of one record is shown together. */
const returnedGeneration = -1;

/** Must run inside a transaction. */
export async function takeDecisions(
  tables: DecisionTables,
  decisions: readonly Decision[],
): Promise<void> {
  if (decisions.length === 0) return;
  const drafts = await tables.drafts.range({});
  for (const decision of decisions) {
    const { docId, uid, fate, by, at } = decision;
    const rows = drafts.filter((draft) => draft.docId === docId && draft.uid === uid);
    if (fate === 'returned') {
      await takeReturned(tables, rows, decision);
      continue;
    }
    await settleRows(tables, rows, {
      fate: fate === 'admitted' ? 'admitted' : 'discardedByCoordinator',
      settledAt: at,
      settledBy: by,
      told: 1,
    });
  }
}

/** Stays or becomes a draft of the person, unless they have dealt with it here already. */
async function takeReturned(
  tables: DecisionTables,
  rows: readonly DraftRow[],
  decision: Decision,
): Promise<void> {
  const { docId, uid, by: returnedBy, at, edit } = decision;
  if (rows.length > 0) return tables.drafts.putMany(rows.map((row) => ({ ...row, returnedBy })));
  if (edit === undefined || (await isHere(tables, decision))) return;
  const { actor, bytes, code, message } = edit;
  const hlc = edit.hlc as Hlc;
  const title = await titleOfDocument(tables, docId);
  const item = {
    docId,
    uid,
    docEpoch: 0,
    hlc,
    boot: '',
    actor,
    body: { type: 'update', bytes },
  } as const;
  const madeAt = edit.hlc === '' ? at : hlcToMs(hlc);
  const reason = { code, message, draftedAt: at, title, generation: returnedGeneration };
  await tables.drafts.addMany([{ ...item, madeAt, ...reason, returnedBy }]);
}

async function isHere(
  { settled, outbox, acked }: DecisionTables,
  { docId, uid }: Pick<Decision, 'docId' | 'uid'>,
): Promise<boolean> {
  const done = await settled.range({ index: 'docId', from: docId, to: docId });
  if (done.some((row) => row.uid === uid)) return true;
  const range = { index: '[docId+uid]', from: [docId, uid], to: [docId, uid] };
  return (await outbox.count(range)) + (await acked.count(range)) > 0;
}
