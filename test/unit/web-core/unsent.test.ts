/** L3: whatever happens to a device's data, what is unsent stays in the outbox or becomes a draft. */
import * as fc from 'fast-check';
import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { rewriteWithout } from '../../../shared/document/rewrite-document.ts';
import { writeChange } from '../../../shared/document/write-change.ts';
import type { DocumentId, PersonId, ServerEpoch } from '../../../shared/domain/ids.ts';
import type { ItemResult } from '../../../shared/protocol/messages.ts';
import { createDraftDesk } from '../../../web/commands/draft-desk.ts';
import { groupDrafts } from '../../../web/commands/draft-groups.ts';
import { createMemoryStorage } from '../../../web/local/memory-tables.ts';
import { moveReplica } from '../../../web/local/move-replica.ts';
import { createReplicaStore } from '../../../web/local/replica-store.ts';
import type { OutboxRow, ReplicaTables } from '../../../web/local/tables.ts';
import { createCoreReplica } from '../../support/core-replica.ts';
import type { PulledPage } from '../../../web/local/pull-store.ts';
import { pulled } from '../../support/replica-builders.ts';

const epochs = ['a', 'b', 'c'].map(
  (end) => `018f0000-0000-7000-8000-00000000000${end}` as ServerEpoch,
);
const refusedWith = (code: string): ItemResult => ({ type: 'refused', code, message: 'no' });

/** What may happen, with a number that chooses among documents and parts of the outbox. */
const events = [
  'capture',
  'edit',
  'answerOk',
  'answerGap',
  'refuse',
  'roleChange',
  'removal',
  'roomRefusal',
  'gone',
  'reset',
  'epochChange',
  'erased',
  'pull',
  'quotaError',
  'upgrade',
  'signOutAndJoin',
  'applyAgain',
  'postComment',
  'discard',
  'takeUp',
  'decision',
] as const;
type Event = { readonly type: (typeof events)[number]; readonly choice: number };

const event: fc.Arbitrary<Event> = fc.record({
  type: fc.constantFrom(...events),
  choice: fc.nat(20),
});

function createDeviceUnderTest() {
  const replica = createCoreReplica();
  let { store, tables } = replica as { store: typeof replica.store; tables: ReplicaTables };
  const onServer = new Map<DocumentId, Y.Doc>();
  /** How often the server has written each document anew. */
  const docEpochs = new Map<DocumentId, number>();
  const epochOf = (id: DocumentId) => docEpochs.get(id) ?? 0;
  const wholeOf = (id: DocumentId) => {
    const doc = onServer.get(id);
    return doc === undefined ? [] : [pulled(id, doc, ++seq + 1_000, { docEpoch: epochOf(id) })];
  };
  const pull = async (more: Partial<PulledPage>) => {
    const point = await store.readSyncPoint();
    await store.applyPage({
      after: point,
      epoch: point.epoch ?? (epochs[0] as ServerEpoch),
      cursor: point.cursor ?? 'c',
      documents: [],
      people: undefined,
      isLast: true,
      ...more,
    });
  };
  const ids: DocumentId[] = [];
  let seq = 0;
  const author = { ...replica.identity, nowMs: replica.nowMs };
  const deps = () => ({ ...replica.deps, store });
  const desk = () => createDraftDesk({ ...deps(), whoIs: (actor) => actor, openLogs: new Set() });

  const take = async (): Promise<readonly OutboxRow[]> => {
    const limits = { items: 500, updateBytes: 1e6, exclude: new Set<DocumentId>(), afterN: 0 };
    const taken = await store.takePushBatch(limits);
    return taken.ok ? taken.value : [];
  };
  /** The first `count` unsent items get `result`; what is ok is on the server then. */
  const answer = async (count: number, resultOf: () => ItemResult) => {
    const rows = (await take()).slice(0, count);
    const outcomes = rows.map((row) => {
      const result = resultOf();
      const isLate = result.type === 'ok' && row.docEpoch !== epochOf(row.docId);
      return { row, result: isLate ? refusedWith('rebase') : result };
    });
    for (const { row, result } of outcomes) {
      if (result.type !== 'ok' || row.body.type !== 'update') continue;
      const doc = onServer.get(row.docId) ?? new Y.Doc();
      Y.applyUpdate(doc, row.body.bytes);
      onServer.set(row.docId, doc);
    }
    await store.settlePush(outcomes, null);
  };
  const edit = async (id: DocumentId | undefined) => {
    if (id === undefined) return;
    const { openDocumentLog } = await import('../../../web/local/document-log.ts');
    const log = await openDocumentLog(deps(), id);
    if (log === undefined) return;
    const value = `Title ${++seq}`;
    writeChange(log.doc.get(), { type: 'setField', field: 'title', value }, author);
    await log.flush();
    await log.close();
  };
  const group = async (choice: number) => {
    const groups = groupDrafts(await store.readDrafts());
    return groups[choice % Math.max(1, groups.length)];
  };

  const run = async ({ type, choice }: Event): Promise<void> => {
    const id = ids[choice % Math.max(1, ids.length)];
    const drafted = await group(choice);
    switch (type) {
      case 'capture': {
        const { keepImprovement } = await import('../../../web/commands/keep-improvement.ts');
        const kept = await keepImprovement(deps(), `Idea ${++seq}`);
        if (kept.ok) ids.push(kept.value.id);
        return;
      }
      case 'edit':
        return edit(id);
      case 'answerOk':
        return answer(1 + choice, () => ({ type: 'ok', seq: ++seq }));
      case 'answerGap':
        return answer(1 + choice, () => ({ type: 'gap' }));
      case 'refuse':
        return answer(1, () => refusedWith('badValue'));
      case 'roleChange':
        return answer(1 + choice, () => refusedWith('notAllowed'));
      case 'removal':
        return answer(1 + choice, () => refusedWith('revoked'));
      case 'roomRefusal':
        if (id !== undefined) await store.setAsideDocument(id, 'notAllowed', 'no');
        return;
      case 'gone':
        return answer(1, () => ({ type: 'gone' }));
      case 'reset': {
        const wanted = await store.readChores('rebuild', 50);
        await store.applyWhole(
          wanted.flatMap(wholeOf),
          wanted.filter((docId) => !onServer.has(docId)),
        );
        return;
      }
      case 'epochChange':
        await store.changeEpoch(epochs[choice % epochs.length] ?? ('' as ServerEpoch));
        return;
      case 'erased': {
        const doc = id && onServer.get(id);
        if (id === undefined || doc === undefined) return;
        const anew = rewriteWithout(doc, { type: 'words', words: 'Idea' });
        if (anew === undefined) return;
        onServer.set(id, anew.doc);
        docEpochs.set(id, epochOf(id) + 1);
        return;
      }
      case 'pull':
        if (id !== undefined) await pull({ documents: wholeOf(id) });
        return;
      case 'quotaError':
        replica.setFate('fail');
        await edit(id);
        await answer(1, () => refusedWith('badValue'));
        replica.setFate('commit');
        return;
      case 'upgrade':
        store = createReplicaStore({ nowMs: replica.nowMs, tables });
        return;
      case 'signOutAndJoin': {
        const next = createMemoryStorage().connect();
        await moveReplica(tables, next);
        tables = next;
        store = createReplicaStore({ nowMs: replica.nowMs, tables });
        return;
      }
      case 'applyAgain':
        if (drafted !== undefined) await desk().applyAgain(drafted);
        return;
      case 'postComment':
        if (drafted !== undefined) await desk().postComment(drafted, 'What I had meant');
        return;
      case 'discard':
        if (drafted !== undefined) await desk().settle(drafted, 'discarded');
        return;
      case 'takeUp':
        await store.takeUpDrafts((await store.readSettled()).slice(0, 1).map((row) => row.n));
        return;
      case 'decision': {
        const [draft] = await store.readDrafts();
        if (draft === undefined) return;
        const fate = choice % 2 === 0 ? ('admitted' as const) : ('returned' as const);
        const decided = { by: '' as PersonId, at: replica.nowMs() };
        const { docId, uid } = draft;
        await pull({ decisions: { upTo: ++seq, list: [{ docId, uid, fate, ...decided }] } });
      }
    }
  };

  const read = async () =>
    tables.transact('read', ['outbox', 'acked', 'drafts', 'settled'], async (all) => ({
      outbox: await all.outbox.range({}),
      acked: await all.acked.range({}),
      kept: [
        ...(await all.outbox.range({})),
        ...(await all.acked.range({})),
        ...(await all.drafts.range({})),
        ...(await all.settled.range({})),
      ],
    }));
  /** Confirmed of a document that was written anew since: the server's, and kept nowhere else. */
  const isServers = (row: OutboxRow) => row.docEpoch < epochOf(row.docId);
  return { run, read, isServers };
}

const nameOf = ({ docId, uid }: OutboxRow) => `${docId}/${uid}`;

test('unsent ⊆ outbox ∪ drafts, in any order of what may happen to a device', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 3, maxLength: 40 }), async (happened) => {
      const device = createDeviceUnderTest();
      const everUnsent = new Set<string>();
      await device.run({ type: 'capture', choice: 0 });
      for (const one of happened) {
        // What the server has is taken along by a pull, not by moving it.
        if (one.type === 'signOutAndJoin') {
          for (const row of (await device.read()).acked) everUnsent.delete(nameOf(row));
        }
        const before = (await device.read()).acked;
        for (const row of before) {
          if (device.isServers(row)) everUnsent.delete(nameOf(row));
        }
        await device.run(one);
        const { outbox, acked, kept } = await device.read();
        // What the server had of a record that it has purged is not offered again: that is of one record.
        if (one.type === 'gone') {
          const still = new Set(acked.map(nameOf));
          const forgotten = before.filter((row) => !still.has(nameOf(row)));
          expect(new Set(forgotten.map(({ docId }) => docId)).size).toBeLessThanOrEqual(1);
          for (const row of forgotten) everUnsent.delete(nameOf(row));
        }
        const names = new Set(kept.map(nameOf));
        const lost = [...everUnsent].filter((name) => !names.has(name));
        expect(lost, `after ${JSON.stringify(one)}`).toEqual([]);
        for (const row of outbox) everUnsent.add(nameOf(row));
      }
    }),
    { numRuns: 150 },
  );
});
