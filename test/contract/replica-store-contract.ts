/** What every replica store keeps, whatever its tables are made of. */
import * as Y from 'yjs';
import { beforeEach, describe, expect, it } from 'vitest';
import { projectWorkspace } from '../../shared/document/workspace-document.ts';
import { readField } from '../../shared/document/read-document.ts';
import { rewriteWithout } from '../../shared/document/rewrite-document.ts';
import type { DocumentId, PersonId, ServerEpoch } from '../../shared/domain/ids.ts';
import type { Someone } from '../../shared/domain/improvement.ts';
import type { ItemResult } from '../../shared/protocol/messages.ts';
import type { Result } from '../../shared/result.ts';
import { createReplicaStore, type ReplicaStore } from '../../web/local/replica-store.ts';
import type { PulledPage } from '../../web/local/pull-store.ts';
import type { OutboxRow, ReplicaTables } from '../../web/local/tables.ts';
import type { Decision } from '../../web/local/take-decisions.ts';
import {
  createTestAuthor,
  pulled,
  type TestAuthor,
  type Written,
} from '../support/replica-builders.ts';

const epoch = '018f0000-0000-7000-8000-00000000000e' as ServerEpoch;
const otherEpoch = '018f0000-0000-7000-8000-0000000000ff' as ServerEpoch;
const noLimits = { items: 500, updateBytes: 1_000_000, exclude: new Set<DocumentId>(), afterN: 0 };

export function describeReplicaStore(
  adapter: string,
  createTables: () => ReplicaTables | Promise<ReplicaTables>,
): void {
  describe(`a replica store on ${adapter}`, () => {
    let store: ReplicaStore;
    let author: TestAuthor;
    let nowMs = 1_700_000_000_000;

    beforeEach(async () => {
      nowMs = 1_700_000_000_000;
      store = createReplicaStore({ nowMs: () => nowMs, tables: await createTables() });
      author = createTestAuthor();
      return () => store.close();
    });

    const captured = async (text: string) => {
      const written = author.capture(text);
      stored(await store.createDocument(written.edit));
      return written;
    };
    const retitled = async (...[written, title, shows]: Parameters<TestAuthor['retitle']>) =>
      stored(await store.appendEdit(author.retitle(written, title, shows), 'test'));
    const taken = async () => stored(await store.takePushBatch(noLimits));
    const settle = async (rows: readonly OutboxRow[], ...results: ItemResult[]) =>
      stored(
        await store.settlePush(
          rows.map((row, i) => ({ row, result: results[i] ?? { type: 'gap' } })),
          epoch,
        ),
      );
    const pull = async (documents: PulledPage['documents'], more: Partial<PulledPage> = {}) =>
      stored(
        await store.applyPage({
          after: await store.readSyncPoint(),
          epoch,
          cursor: 'c1',
          documents,
          people: undefined,
          isLast: true,
          ...more,
        }),
      );
    const titleIn = async (id: DocumentId) => {
      const read = await store.readDocument(id);
      const doc = new Y.Doc();
      for (const update of read?.updates ?? []) Y.applyUpdate(doc, update);
      return readField(doc, 'title').value;
    };
    const rowOf = async (id: DocumentId) => (await store.readRecords([id]))[0];

    describe('local edits', () => {
      it('stores a capture with its outbox entry and its row', async () => {
        const { edit } = await captured('Labels fade');
        expect(await store.countRecords()).toBe(1);
        expect((await rowOf(edit.docId))?.title).toBe('Labels fade');
        expect((await taken()).map((row) => row.uid)).toEqual([edit.uid]);
        expect(await titleIn(edit.docId)).toBe('Labels fade');
      });

      it('keeps the workspace’s own document out of the records, and forgets it like one', async () => {
        const id = '018f0000-0000-7000-8000-0000000000aa' as DocumentId;
        expect(await store.readWorkspace()).toBeUndefined();
        stored(await store.prepareWorkspace(id));
        stored(await store.prepareWorkspace(id));
        const doc = new Y.Doc();
        doc.getText('t:vision').insert(0, 'Nobody waits.');
        const row = projectWorkspace(id, doc, 1);
        const { edit } = author.capture('An idea');
        const shows = { generation: 0, snapshotN: 0, tailN: 0 };
        const update = Y.encodeStateAsUpdate(doc);
        const written = { ...edit, docId: id, update, row, shows };
        expect(stored(await store.appendEdit(written, 'test'))).toMatchObject({ drafted: false });
        expect(await store.readWorkspace()).toEqual(row);
        expect(await store.readDocument(id)).toMatchObject({ kind: 'workspace', chores: [] });
        expect([await store.countRecords(), await store.readNewest(0, 9)]).toEqual([0, []]);
        const pulledDoc = new Y.Doc();
        Y.applyUpdate(pulledDoc, update);
        pulledDoc.getText('t:guidelines').insert(0, 'Everybody.');
        const theirs = projectWorkspace(id, pulledDoc, 2);
        await settle(await taken(), { type: 'ok', seq: 1 });
        await pull([{ ...pulled(id, pulledDoc, 1), facts: { ref: '' }, row: theirs }]);
        expect(await store.readWorkspace()).toEqual(theirs);
        expect(await store.countRecords()).toBe(0);
        await pull([], { after: await store.readSyncPoint(), cursor: 'c2', only: [] });
        expect(await store.readWorkspace()).toBeUndefined();
        expect(await store.readDocument(id)).toBeUndefined();
      });

      it('keeps nothing of an edit that fails half-way', async () => {
        const { edit } = await captured('Labels fade');
        const twice = await store.createDocument({ ...edit, row: { ...edit.row, title: 'Twice' } });
        expect(twice).toEqual({ ok: false, error: 'storageFailed' });
        expect((await rowOf(edit.docId))?.title).toBe('Labels fade');
        expect((await store.readDocument(edit.docId))?.tailRows).toHaveLength(1);
      });

      it('lists the newest capture first, in windows', async () => {
        for (const text of ['one', 'two', 'three', 'four']) await captured(text);
        const titles = async (start: number, end: number) =>
          (await store.readNewest(start, end)).map((row) => row.title);
        expect(await titles(0, 2)).toEqual(['four', 'three']);
        expect(await titles(2, 10)).toEqual(['two', 'one']);
      });

      it('lists the newest of some authors, whatever others have captured since', async () => {
        const theirs = createTestAuthor(2);
        await captured('mine, old');
        for (const text of ['theirs', 'theirs too']) {
          stored(await store.createDocument(theirs.capture(text).edit));
        }
        await captured('mine, new');
        const titles = async (authors: readonly Someone[], limit: number) =>
          (await store.readNewestBy(authors, limit)).map((row) => row.title);
        const [me, other] = [author.identity.actor, theirs.identity.actor];
        expect(await titles([me], 9)).toEqual(['mine, new', 'mine, old']);
        expect(await titles([me], 1)).toEqual(['mine, new']);
        expect(await titles([other, me], 9)).toHaveLength(4);
        expect(await titles([], 9)).toEqual([]);
      });

      it('sets a chore when a row does not show what another tab has stored', async () => {
        const written = await captured('Labels fade');
        expect((await retitled(written, 'seen', { tailN: 1 })).rowIsCurrent).toBe(true);
        expect((await retitled(written, 'missed', { tailN: 1 })).rowIsCurrent).toBe(false);
        expect(await store.readChores('project', 10)).toEqual([written.edit.docId]);
      });

      it('finds what changed since a change number', async () => {
        const first = await captured('one');
        await captured('two');
        const changeN = (await store.readNewest(0, 1))[0]?.changeN ?? 0;
        await retitled(first, 'one again');
        const changed = await store.readChangedSince(changeN, 10);
        expect(changed.map((row) => row.title)).toEqual(['one again']);
      });
    });

    describe('compaction', () => {
      it('puts a snapshot in place of exactly the rows that were read', async () => {
        const written = await captured('Labels fade');
        const read = await store.readDocument(written.edit.docId);
        if (read === undefined) throw new Error('not stored');
        await retitled(written, 'written meanwhile');
        const snapshot = Y.mergeUpdates([...read.updates]);
        stored(await store.compact(written.edit.docId, read, snapshot));
        expect(await titleIn(written.edit.docId)).toBe('written meanwhile');
        expect((await store.readDocument(written.edit.docId))?.tailRows).toHaveLength(1);
      });

      it('does nothing when another tab has compacted since', async () => {
        const written = await captured('Labels fade');
        const early = await store.readDocument(written.edit.docId);
        await retitled(written, 'later');
        const late = await store.readDocument(written.edit.docId);
        if (early === undefined || late === undefined) throw new Error('not stored');
        stored(await store.compact(written.edit.docId, late, Y.mergeUpdates([...late.updates])));
        stored(await store.compact(written.edit.docId, early, Y.mergeUpdates([...early.updates])));
        expect(await titleIn(written.edit.docId)).toBe('later');
      });

      it('leaves the outbox alone', async () => {
        const written = await captured('Labels fade');
        const read = await store.readDocument(written.edit.docId);
        if (read === undefined) throw new Error('not stored');
        stored(await store.compact(written.edit.docId, read, Y.mergeUpdates([...read.updates])));
        expect(await taken()).toHaveLength(1);
      });
    });

    describe('the outbox', () => {
      it('takes a batch within its limits, oldest first, without excluded documents', async () => {
        const first = await captured('one');
        const second = await captured('two');
        await captured('three');
        const exclude = new Set([first.edit.docId]);
        const batch = stored(await store.takePushBatch({ ...noLimits, items: 1, exclude }));
        expect(batch.map((row) => row.docId)).toEqual([second.edit.docId]);
        const small = stored(await store.takePushBatch({ ...noLimits, updateBytes: 1 }));
        expect(small.map((row) => row.docId)).toEqual([first.edit.docId]);
      });

      it('keeps an item until the server says ok or dup, and then verbatim', async () => {
        const { edit } = await captured('one');
        await captured('two');
        await captured('three');
        await settle(
          await taken(),
          { type: 'ok', seq: 1 },
          { type: 'dup', seq: 2 },
          { type: 'gap' },
        );
        expect((await taken()).map((row) => row.n)).toEqual([3]);
        stored(await store.changeEpoch(epoch));
        expect((await taken())[0]).toMatchObject({ n: 1, uid: edit.uid });
      });

      it('offers everything confirmed again to a restored server, and pulls from the start', async () => {
        for (const text of ['one', 'two', 'three']) await captured(text);
        const rows = await taken();
        await settle(rows, ...rows.map((row): ItemResult => ({ type: 'ok', seq: row.n * 10 })));
        await pull([], { cursor: 'far' });
        stored(await store.changeEpoch(otherEpoch));
        expect((await taken()).map((row) => row.n)).toEqual([1, 2, 3]);
        expect(await store.readSyncPoint()).toMatchObject({ epoch: otherEpoch, cursor: null });
      });

      it('lets an answer from before a restore confirm nothing', async () => {
        await captured('one');
        const rows = await taken();
        stored(await store.changeEpoch(otherEpoch));
        await settle(rows, { type: 'ok', seq: 1 });
        expect(await taken()).toHaveLength(1);
      });

      it('lets an answer that comes twice change nothing', async () => {
        await captured('one');
        const rows = await taken();
        await settle(rows, { type: 'ok', seq: 1 });
        await settle(rows, { type: 'refused', code: 'badValue', message: '' });
        expect(await store.readUnsent()).toMatchObject({ edits: 0, drafts: 0 });
      });

      it('moves a refused item and the later ones of its document to the drafts', async () => {
        const refusedOne = await captured('one');
        await captured('two');
        await retitled(refusedOne, 'one, later');
        const rows = await taken();
        await settle(
          rows,
          { type: 'refused', code: 'badValue', message: 'no' },
          { type: 'ok', seq: 1 },
          { type: 'gap' },
        );
        expect(await store.readUnsent()).toMatchObject({ edits: 0, drafts: 2 });
        const { drafts } = await store.readOutboxAndDrafts();
        expect(drafts.map((draft) => draft.uid)).toEqual([rows[0]?.uid, rows[2]?.uid]);
        expect(await store.readChores('rebuild', 10)).toEqual([refusedOne.edit.docId]);
      });

      it('puts an edit made on a refused state into the drafts as well', async () => {
        const written = await captured('one');
        await settle(await taken(), { type: 'refused', code: 'badValue', message: 'no' });
        expect((await retitled(written, 'on top of it')).drafted).toBe(true);
        const opened = { generation: 1, tailN: 1 };
        expect((await retitled(written, 'opened since', opened)).drafted).toBe(true);
        expect(await store.readUnsent()).toMatchObject({ edits: 0, drafts: 3 });
      });

      it('keeps a settled draft for 30 days, and gives it back until then', async () => {
        await captured('one');
        await settle(await taken(), { type: 'refused', code: 'badValue', message: 'no' });
        const ns = (await store.readDrafts()).map((draft) => draft.n);
        const [draft] = await store.readDrafts();
        stored(await store.settleDrafts(ns, 'discarded'));
        expect(await store.readUnsent()).toMatchObject({ edits: 0, drafts: 0 });
        expect(await store.readSettled()).toMatchObject([
          { ...draft, fate: 'discarded', settledAt: nowMs, settledBy: '', told: 0 },
        ]);
        stored(await store.takeUpDrafts(ns));
        expect(await store.readDrafts()).toEqual([draft]);
        expect(await store.readSettled()).toEqual([]);

        stored(await store.settleDrafts(ns, 'copied'));
        nowMs += 30 * 86_400_000 - 1;
        stored(await store.expireSettled());
        expect(await store.readSettled()).toHaveLength(1);
        nowMs += 1;
        stored(await store.expireSettled());
        expect(await store.readSettled()).toEqual([]);
      });

      it('closes a draft of which the server says what was decided, and leaves a returned one', async () => {
        await captured('one');
        await captured('two');
        await captured('three');
        const refusal = { type: 'refused', code: 'notAllowed', message: 'no' } as const;
        await settle(await taken(), refusal, refusal, refusal);
        const [one, two, three] = await store.readDrafts();
        const by = author.identity.actor as string as PersonId;
        const decided = { by, at: nowMs - 5 };
        const list = [
          { docId: one?.docId, uid: one?.uid, fate: 'admitted', ...decided },
          { docId: two?.docId, uid: two?.uid, fate: 'discarded', ...decided },
          { docId: three?.docId, uid: three?.uid, fate: 'returned', ...decided },
        ] as readonly Decision[];
        await pull([], { decisions: { upTo: 9, list } });
        expect(await store.readDrafts()).toEqual([{ ...three, returnedBy: by }]);
        expect(
          (await store.readSettled()).map(({ uid, fate, settledBy }) => [uid, fate, settledBy]),
        ).toEqual([
          [two?.uid, 'discardedByCoordinator', by],
          [one?.uid, 'admitted', by],
        ]);
        expect(await store.readSyncPoint()).toMatchObject({ decisionN: 9 });
        expect(await store.readUntold()).toEqual([]);
      });

      it('takes in what was returned and is not here, once, and never what was dealt with here', async () => {
        const { edit } = await captured('one');
        const by = '018f0000-0000-7000-8000-00000000000b' as PersonId;
        const lost = author.capture('lost on this device');
        const returned = {
          docId: edit.docId,
          uid: lost.edit.uid,
          fate: 'returned',
          by,
          at: 5,
          edit: {
            actor: lost.edit.actor,
            hlc: lost.edit.hlc,
            bytes: lost.edit.update,
            code: 'revoked',
            message: 'no',
          },
        } as const satisfies Decision;
        await pull([], { decisions: { upTo: 1, list: [returned] } });
        await pull([], { decisions: { upTo: 1, list: [returned] } });
        const drafts = await store.readDrafts();
        expect(drafts).toMatchObject([
          { uid: returned.uid, returnedBy: by, code: 'revoked', draftedAt: 5, title: 'one' },
        ]);
        expect(drafts[0]?.body).toEqual({ type: 'update', bytes: returned.edit.bytes });
        stored(
          await store.settleDrafts(
            drafts.map(({ n }) => n),
            'discarded',
          ),
        );
        await pull([], { decisions: { upTo: 1, list: [returned] } });
        expect(await store.readDrafts()).toEqual([]);
        const unsent = { ...returned, uid: edit.uid };
        await pull([], { decisions: { upTo: 2, list: [unsent] } });
        expect(await store.readDrafts(), 'still to be sent').toEqual([]);
      });

      it('knows which settled drafts the server has still to be told of', async () => {
        await captured('one');
        await settle(await taken(), { type: 'refused', code: 'badValue', message: 'no' });
        const ns = (await store.readDrafts()).map((draft) => draft.n);
        stored(await store.settleDrafts(ns, 'discarded'));
        expect((await store.readUntold()).map((row) => row.n)).toEqual(ns);
        stored(await store.noteTold(ns));
        expect(await store.readUntold()).toEqual([]);
      });

      it('removes a document that is gone and keeps what was unsent as a draft', async () => {
        const { edit } = await captured('one');
        await settle(await taken(), { type: 'gone' });
        expect(await store.readDocument(edit.docId)).toBeUndefined();
        expect(await store.countRecords()).toBe(0);
        expect((await store.readOutboxAndDrafts()).drafts[0]).toMatchObject({
          code: 'gone',
          title: 'one',
        });
      });

      it('takes back a capture only while it has never been given to a push', async () => {
        const { edit } = await captured('one');
        expect(await store.takeBack(edit.docId)).toEqual({ ok: true, value: true });
        expect(await store.countRecords()).toBe(0);
        expect(await taken()).toEqual([]);
        const { edit: offered } = await captured('two');
        await taken();
        expect(await store.takeBack(offered.docId)).toEqual({ ok: true, value: false });
        expect(await store.readUnsent()).toMatchObject({ edits: 1 });
      });

      it('forgets confirmed items only after thirty days', async () => {
        await captured('one');
        await settle(await taken(), { type: 'ok', seq: 1 });
        nowMs += 29 * 24 * 60 * 60 * 1000;
        stored(await store.expireAcked());
        stored(await store.changeEpoch(epoch));
        const rows = await taken();
        expect(rows).toHaveLength(1);
        await settle(rows, { type: 'ok', seq: 1 });
        nowMs += 31 * 24 * 60 * 60 * 1000;
        stored(await store.expireAcked());
        stored(await store.changeEpoch(epoch));
        expect(await taken()).toEqual([]);
      });
    });

    describe('pulled pages', () => {
      const other = () => createTestAuthor(2);

      it('stores documents, rows, people and cursor together', async () => {
        const { doc, edit } = other().capture('From afar');
        const person = {
          id: edit.actor as never,
          displayName: 'Mei',
          roles: ['contributor' as const],
          actors: [edit.actor],
          isRemoved: false,
        };
        await pull([pulled(edit.docId, doc, 7)], { people: { version: 3, list: [person] } });
        expect(await rowOf(edit.docId)).toMatchObject({ title: 'From afar', ref: 'CI-7' });
        expect(await titleIn(edit.docId)).toBe('From afar');
        expect(await store.readPeople()).toEqual([person]);
        expect(await store.readSyncPoint()).toEqual({
          epoch,
          cursor: 'c1',
          decisionN: 0,
          peopleVersion: 3,
          lastSyncedAt: nowMs,
        });
      });

      it('forgets what is hidden from its person, but nothing that is unsent or was never sent', async () => {
        const author = other();
        const gone = author.capture('Gone');
        const edited = author.capture('Edited');
        const shown = author.capture('Shown');
        const made = [gone, edited, shown];
        await pull(made.map(({ edit, doc }, at) => pulled(edit.docId, doc, at + 1)));
        await retitled(edited, 'edited here');
        const own = await captured('never sent');
        await pull([], { only: [shown.edit.docId] });
        expect(await rowOf(gone.edit.docId)).toBeUndefined();
        expect(await rowOf(edited.edit.docId)).toBeDefined();
        expect(await rowOf(shown.edit.docId)).toBeDefined();
        expect(await rowOf(own.edit.docId)).toBeDefined();
        await pull([], { forget: [shown.edit.docId] });
        expect(await rowOf(shown.edit.docId)).toBeUndefined();
        expect(await store.countRecords()).toBe(2);
      });

      describe('a document that the server has written anew', () => {
        const anew = (written: Written, more: Parameters<typeof pulled>[3] = {}) => {
          const rewritten = rewriteWithout(written.doc, { type: 'words', words: 'Secret' });
          if (rewritten === undefined) throw new Error('nothing to write');
          return pulled(written.edit.docId, rewritten.doc, 9, { docEpoch: 1, ...more });
        };
        /** Of all its bytes, read as UTF-8. */
        const textIn = async (id: DocumentId) =>
          ((await store.readDocument(id))?.updates ?? [])
            .map((bytes) => new TextDecoder().decode(bytes))
            .join('');

        it('takes the old one’s place, here and in what was confirmed of it', async () => {
          const written = await captured('Secret plan');
          await settle(await taken(), { type: 'ok', seq: 1 });
          await pull([anew(written)]);
          expect(await titleIn(written.edit.docId)).toBe(' plan');
          expect(await textIn(written.edit.docId)).not.toContain('Secret');
          expect(await rowOf(written.edit.docId)).toMatchObject({ title: ' plan', text: ' plan' });
          stored(await store.changeEpoch(otherEpoch));
          expect(await taken(), 'offered to a restored server').toEqual([]);
        });

        it('leaves what is unsent to be refused, and takes it back as a draft', async () => {
          const written = await captured('Secret plan');
          await settle(await taken(), { type: 'ok', seq: 1 });
          const rewritten = anew(written);
          await retitled(written, 'Secret plans');
          await pull([rewritten]);
          expect(await titleIn(written.edit.docId)).toBe(' plan');
          const [late] = await taken();
          expect(late).toMatchObject({ docEpoch: 0 });
          const shows = { generation: 1, snapshotN: 0 };
          await retitled(written, 'made after', shows);
          const refused = { type: 'refused', code: 'rebase', message: '' } as const;
          await settle(late === undefined ? [] : [late], refused);
          expect(await store.readDrafts()).toMatchObject([{ uid: late?.uid, code: 'rebase' }]);
          expect(await taken()).toMatchObject([{ docEpoch: 1 }]);
          expect(await store.readChores('rebuild', 9)).toEqual([]);
        });

        it('is fetched when the refusal comes before it', async () => {
          const written = await captured('Secret plan');
          await settle(await taken(), { type: 'ok', seq: 1 });
          const rewritten = anew(written);
          await retitled(written, 'Secret plans');
          await settle(await taken(), { type: 'refused', code: 'rebase', message: '' });
          expect(await store.readChores('rebuild', 9)).toEqual([written.edit.docId]);
          stored(await store.applyWhole([rewritten], []));
          expect(await store.readChores('rebuild', 9)).toEqual([]);
          expect(await titleIn(written.edit.docId)).toBe(' plan');
          expect((await store.readDrafts()).length).toBe(1);
        });

        it('is not overwritten by an answer from before, nor patched with half of it', async () => {
          const written = await captured('Secret plan');
          await settle(await taken(), { type: 'ok', seq: 1 });
          await pull([anew(written)]);
          stored(await store.applyWhole([pulled(written.edit.docId, written.doc, 2)], []));
          expect(await titleIn(written.edit.docId)).toBe(' plan');
          await pull([anew(written, { docEpoch: 2, whole: false, headSeq: 12 })]);
          expect(await store.readChores('fetch', 9)).toEqual([written.edit.docId]);
          stored(await store.applyWhole([anew(written, { docEpoch: 2, headSeq: 12 })], []));
          expect(await store.readChores('fetch', 9)).toEqual([]);
        });
      });

      it('keeps the row of a document that has unsent edits, and sets a chore', async () => {
        const written = await captured('one');
        const theirs = pulled(written.edit.docId, written.doc, 5);
        await retitled(written, 'edited here');
        await pull([theirs]);
        expect((await rowOf(written.edit.docId))?.title).toBe('edited here');
        expect(await store.readChores('project', 10)).toEqual([written.edit.docId]);
      });

      it('keeps the row of a document whose edit was confirmed later than the page', async () => {
        const written = await captured('one');
        const theirs = pulled(written.edit.docId, written.doc, 5);
        await retitled(written, 'confirmed at 9');
        await settle(await taken(), { type: 'ok', seq: 5 }, { type: 'ok', seq: 9 });
        await pull([theirs]);
        expect((await rowOf(written.edit.docId))?.title).toBe('confirmed at 9');
      });

      it('keeps the row and sets a chore when the server projects by other rules', async () => {
        const { doc, edit } = other().capture('From afar');
        await pull([pulled(edit.docId, doc, 7, { projVersion: 99 })]);
        expect(await rowOf(edit.docId)).toBeUndefined();
        expect(await store.readChores('project', 10)).toEqual([edit.docId]);
      });

      it('tells known from new documents, also with many others between theirs', async () => {
        const written = [];
        for (const text of ['one', 'two', 'three', 'four', 'five']) {
          written.push(await captured(text));
        }
        const [first, , , , last] = written;
        const [one, five] = [first, last].filter((record) => record !== undefined);
        if (one === undefined || five === undefined) throw new Error('nothing was captured');
        const theirs = author.capture('six');
        await pull([
          pulled(one.edit.docId, one.doc, 1),
          pulled(theirs.edit.docId, theirs.doc, 2),
          pulled(five.edit.docId, five.doc, 3),
        ]);
        expect(await store.countRecords()).toBe(6);
        await pull([
          pulled(five.edit.docId, five.doc, 4),
          pulled(theirs.edit.docId, theirs.doc, 5),
        ]);
        expect(await store.countRecords()).toBe(6);
        expect(await titleIn(five.edit.docId)).toBe('five');
        expect((await taken()).map((row) => row.docId)).toContain(one.edit.docId);
      });

      it('passes over an update that came before, with a whole document', async () => {
        const { doc, edit } = other().capture('From afar');
        await pull([pulled(edit.docId, doc, 7)]);
        await pull([pulled(edit.docId, doc, 7, { whole: false })]);
        await pull([pulled(edit.docId, doc, 7)]);
        expect((await store.readDocument(edit.docId))?.tailRows).toEqual([]);
      });

      it('stores a projection unless the document has grown since it was read', async () => {
        const written = await captured('one');
        const read = await store.readDocument(written.edit.docId);
        if (read === undefined) throw new Error('not stored');
        await retitled(written, 'grown');
        stored(await store.putProjection(read, { ...written.edit.row, title: 'stale' }));
        expect((await rowOf(written.edit.docId))?.title).toBe('grown');
      });

      it('starts a refused document again from the whole, with what is unsent before the refusal', async () => {
        const written = await captured('one');
        const onServer = pulled(written.edit.docId, written.doc, 5);
        await settle(await taken(), { type: 'ok', seq: 5 });
        await retitled(written, 'waits');
        await retitled(written, 'refused');
        await settle(
          await taken(),
          { type: 'gap' },
          { type: 'refused', code: 'badValue', message: 'no' },
        );
        stored(await store.applyWhole([onServer], []));
        expect(await titleIn(written.edit.docId)).toBe('waits');
        const read = await store.readDocument(written.edit.docId);
        expect(read).toMatchObject({ refusedCode: 'badValue', chores: ['project'] });
        expect(await store.readUnsent()).toMatchObject({ edits: 1, drafts: 1 });
      });

      it('keeps what a page brought when an older whole document comes after it', async () => {
        const written = await captured('one');
        const early = pulled(written.edit.docId, written.doc, 5);
        await settle(await taken(), { type: 'ok', seq: 5 });
        author.retitle(written, 'theirs, at 8');
        const late = pulled(written.edit.docId, written.doc, 8);
        await retitled(written, 'refused');
        await settle(await taken(), { type: 'refused', code: 'badValue', message: 'no' });
        await pull([late]);
        stored(await store.applyWhole([early], []));
        expect(await store.readChores('rebuild', 10)).toEqual([written.edit.docId]);
        stored(await store.applyWhole([late], []));
        expect(await titleIn(written.edit.docId)).toBe('theirs, at 8');
      });

      it('keeps what a page decided when an older whole document fills a gap after it', async () => {
        const written = await captured('one');
        const early = pulled(written.edit.docId, written.doc, 5);
        await settle(await taken(), { type: 'ok', seq: 5 });
        author.retitle(written, 'theirs, at 8');
        const late = pulled(written.edit.docId, written.doc, 8);
        const facts = { ref: 'CI-8' };
        await pull([{ ...late, facts, row: { ...late.row, ref: 'CI-8' } }]);
        stored(await store.addChore(written.edit.docId, 'fetch'));
        stored(await store.applyWhole([early], []));
        const read = await store.readDocument(written.edit.docId);
        expect(read).toMatchObject({ facts, chores: ['project'] });
        expect(await titleIn(written.edit.docId)).toBe('theirs, at 8');
      });

      it('drops a whole document of a lineage that has ended meanwhile', async () => {
        const written = await captured('one');
        const before = pulled(written.edit.docId, written.doc, 5);
        await settle(await taken(), { type: 'ok', seq: 5 });
        await pull([before]);
        stored(await store.changeEpoch(otherEpoch));
        stored(await store.applyWhole([{ ...before, facts: { ref: 'CI-99' } }], [], epoch));
        const read = await store.readDocument(written.edit.docId);
        expect(read?.facts.ref).not.toBe('CI-99');
      });

      it('removes a document of which the server has refused everything', async () => {
        const { edit } = await captured('one');
        await settle(await taken(), { type: 'refused', code: 'badValue', message: 'no' });
        stored(await store.applyWhole([], [edit.docId]));
        expect(await rowOf(edit.docId)).toBeUndefined();
        expect(await store.readUnsent()).toMatchObject({ edits: 0, drafts: 1 });
      });
    });
  });
}

function stored<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`not stored: ${String(result.error)}`);
  return result.value;
}
