import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { DocumentId, PersonId, ServerEpoch, Uid } from '../../../shared/domain/ids.ts';
import { withFacts } from '../../../shared/document/project.ts';
import { writeChange, writeComment } from '../../../shared/document/write-change.ts';
import type { Person } from '../../../shared/domain/person.ts';
import type { PulledPage } from '../../../web/local/pull-store.ts';
import { startProjector } from '../../../web/projection/projector.ts';
import { createNoticeDesk } from '../../../web/commands/notice-desk.ts';
import { createReplicaStore, type ReplicaStore } from '../../../web/local/replica-store.ts';
import { createCoreReplica } from '../../support/core-replica.ts';
import { createTestAuthor, pulled } from '../../support/replica-builders.ts';

const epoch = '018f0000-0000-7000-8000-00000000000e' as ServerEpoch;
const dayMs = 86_400_000;

/** One's own idea, taken in, and what others do to it: as pulls bring it. */
describe('notices of what a pull brings', () => {
  let replica: ReturnType<typeof createCoreReplica>;
  let store: ReplicaStore;
  let id: DocumentId;
  let doc: Y.Doc;
  let seq = 0;
  const other = createTestAuthor(2);

  beforeEach(async () => {
    seq = 0;
    replica = createCoreReplica();
    const { nowMs, tables } = replica;
    store = createReplicaStore({ nowMs, tables, actor: replica.identity.actor });
    const written = createTestAuthor(1).capture('Labels fade');
    ({ doc } = written);
    id = written.edit.docId;
    await pull();
    await pull();
  });

  const person = (number: number, actors: Person['actors']): Person => ({
    id: `0190a0a0-0000-7000-8000-00000000000${number}` as PersonId,
    displayName: `Person ${number}`,
    roles: ['contributor'],
    actors,
    isRemoved: false,
  });
  const others = { ...other.identity, nowMs: () => replica.nowMs() };
  const write = (text: string) => {
    const commentId = `0190a0a0-0000-7000-8000-0000000001${10 + seq}` as never;
    writeComment(doc, { id: commentId, text }, others);
  };

  async function pull(more: Partial<PulledPage> = {}, item: object = {}) {
    seq++;
    const list = [person(1, [replica.identity.actor]), person(2, [other.identity.actor])];
    const result = await store.applyPage({
      after: await store.readSyncPoint(),
      epoch,
      cursor: `c${seq}`,
      documents: [{ ...pulled(id, doc, seq), ...item }],
      people: { version: seq, list },
      isLast: true,
      ...more,
    });
    expect(result).toEqual({ ok: true, value: true });
  }

  const told = async () => (await store.readNotices(9)).map(({ kind, text }) => [kind, text]);

  it('are stored with the row, and not twice', async () => {
    write('Which door?');
    await pull();
    await pull();
    expect(await told()).toEqual([['reply', 'Which door?']]);
    expect(await store.countUnreadNotices()).toBe(1);
  });

  it('are of decisions, with their reasons', async () => {
    const said = { type: 'decline', reason: 'No room' } as const;
    const by = person(2, []).id;
    const facts = { ref: 'CI-1', list: [{ n: 1, uid: 'f1' as Uid, by, at: 1, said }] };
    await pull({}, { facts, row: withFacts(pulled(id, doc, seq).row, facts) });
    expect(await told()).toEqual([['decline', 'No room']]);
  });

  it('are of the original, where one’s own idea was a duplicate of it', async () => {
    const original = createTestAuthor(2).capture('Labels fall off');
    const originalId = original.edit.docId;
    const said = { type: 'markDuplicate', of: originalId } as const;
    const by = person(2, []).id;
    const list = [{ n: 1, uid: 'f1' as Uid, by, at: 1, said }];
    const row = withFacts(pulled(id, doc, seq).row, { ref: 'CI-1', list });
    await pull({}, { facts: { ref: 'CI-1', list }, row });
    await pull({ documents: [pulled(originalId, original.doc, seq + 1)] });
    writeComment(
      original.doc,
      { id: '0190a0a0-0000-7000-8000-000000000199' as never, text: 'Glued.' },
      others,
    );
    await pull({ documents: [pulled(originalId, original.doc, seq + 1)] });
    expect((await told()).toSorted()).toEqual([
      ['markDuplicate', ''],
      ['reply', 'Glued.'],
    ]);
  });

  it('wait for the projection of a row that the server could not give', async () => {
    write('Which door?');
    await pull({}, { projVersion: 0 });
    expect(await told()).toEqual([]);
    const projector = startProjector({ ...replica.deps, store });
    await expect.poll(told).toEqual([['reply', 'Which door?']]);
    projector.stop();
  });

  it('come also of what a live room has brought before', async () => {
    const before = Y.encodeStateVector(doc);
    write('Which door?');
    const updates = [Y.encodeStateAsUpdate(doc, before)];
    const { row } = pulled(id, doc, seq);
    const read = await store.readDocument(id);
    if (read === undefined) throw new Error('not here');
    await store.appendFromRoom({ docId: id, updates, row, shows: read }, 'room');
    expect(await told()).toEqual([]);
    await pull();
    expect(await told()).toEqual([['reply', 'Which door?']]);
  });

  it('go with their record, and by themselves after 90 days', async () => {
    write('Which door?');
    await pull();
    await replica.clock.pass(90 * dayMs - 1);
    await store.expireNotices();
    expect(await told()).toHaveLength(1);
    await replica.clock.pass(1);
    await store.expireNotices();
    expect(await told()).toEqual([]);
    write('And which room?');
    await pull();
    expect(await told()).toHaveLength(1);
    await pull({ documents: [], tombs: [id] });
    expect(await told()).toEqual([]);
  });

  it('are read one by one, by record, or all, and taken back', async () => {
    write('Which door?');
    await pull();
    writeChange(doc, { type: 'setField', field: 'owner', value: replica.identity.actor }, others);
    await pull();
    const desk = createNoticeDesk({ store, report: replica.report });
    const [newest, oldest] = await store.readNotices(9);
    await desk.setRead([newest?.id ?? ''], true);
    expect(await store.countUnreadNotices()).toBe(1);
    const undo = await desk.readAll();
    expect(await store.countUnreadNotices()).toBe(0);
    await undo();
    expect(await store.readNotices(9)).toMatchObject([
      { id: newest?.id },
      { id: oldest?.id, unread: 1 },
    ]);
    await desk.readOf(id);
    expect(await store.countUnreadNotices()).toBe(0);
  });

  it('are listed with their record', async () => {
    write('Which door?');
    await pull();
    const desk = createNoticeDesk({ store, report: replica.report });
    const notices = await new Promise((resolve) => {
      const stop = desk.watch(9, (list) => {
        resolve(list);
        queueMicrotask(() => stop());
      });
    });
    expect(notices).toMatchObject([{ isUnread: true, record: { title: 'Labels fade' } }]);
  });
});
