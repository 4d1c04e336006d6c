/** Writes what a person is told of beside the rows that it follows from; always inside their transaction. */
import type { ClockDep } from '../../shared/deps.ts';
import type { ActorId, DocumentId } from '../../shared/domain/ids.ts';
import type { Someone } from '../../shared/domain/improvement.ts';
import type { DocumentRow } from '../../shared/document/project-document.ts';
import type { Fact } from '../../shared/process/facts.ts';
import { type KnownBefore, type Notice, readNotices } from '../../shared/process/notices.ts';
import type { Tables } from './tables.ts';

/** A row that has just been stored. */
export type ChangedRecord = {
  readonly before: KnownBefore;
  readonly row: DocumentRow;
  readonly facts: readonly Fact[];
};

export type NoticeTables = Pick<Tables, 'notices' | 'people' | 'records'>;

export type NoticeMaker = (
  tables: NoticeTables,
  changed: readonly ChangedRecord[],
  /** As it was before: undefined = never. */
  sync: Pick<SyncKnown, 'lastSyncedAt' | 'editing'>,
) => Promise<void>;

type SyncKnown = {
  readonly lastSyncedAt: number | undefined;
  readonly editing?: 'everyone' | 'involved' | undefined;
};

/** For the person whose device has `actor`; whoever has not joined is told of nothing. */
export const createNoticeMaker =
  ({ nowMs }: ClockDep, actor: ActorId): NoticeMaker =>
  async (tables, changed, { lastSyncedAt, editing = 'everyone' }) => {
    if (changed.length === 0) return;
    const people = await tables.people.range({});
    const person = people.find(({ actors }) => actors.includes(actor));
    if (person === undefined) return;
    const mine = new Set<Someone>([person.id, ...person.actors]);
    const reader = {
      isMe: (someone: Someone) => mine.has(someone),
      who: { roles: person.roles ?? [], editing },
      lastSyncedAt,
    };
    const ids = changed.map(({ row }) => row.id);
    // A first sync tells of nothing that duplicates could bring.
    const originals =
      lastSyncedAt === undefined
        ? new Set<string>()
        : await tables.records.occurring('duplicateOf', ids);
    const notices: Notice[] = [];
    for (const { before, row, facts } of changed) {
      if (row.type !== 'improvement') continue;
      const duplicates = originals.has(row.id) ? await readDuplicates(tables, row.id) : [];
      notices.push(...readNotices(before, row, facts, reader, duplicates));
    }
    await putNew(tables, notices, nowMs());
  };

const readDuplicates = (tables: NoticeTables, id: DocumentId) =>
  tables.records.range({ index: 'duplicateOf', from: id, to: id });

/** What was told before is not told again, unless it has become something else, as a comment a question. */
async function putNew(
  tables: NoticeTables,
  notices: readonly Notice[],
  toldAt: number,
): Promise<void> {
  if (notices.length === 0) return;
  const known = await tables.notices.getMany(notices.map(({ id }) => id));
  const fresh = notices.filter(
    ({ kind }, i) => kind === 'conflict' || known[i] === undefined || known[i].kind !== kind,
  );
  await tables.notices.putMany(fresh.map((notice) => ({ ...notice, toldAt, unread: 1 })));
}
