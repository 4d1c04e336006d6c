/** What every store of the sync server must do, whatever it is made of. */
import { everythingView } from '../../sync-server/store/visibility-store.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ClockDep, RandomDep } from '../../shared/deps.ts';
import {
  type ActorId,
  createUuidV7,
  type DeviceId,
  type DocumentId,
  type PersonId,
  type Uid,
  type WorkspaceId,
} from '../../shared/domain/ids.ts';
import { project } from '../../shared/document/project.ts';
import { noFacts } from '../../shared/document/projection.ts';
import type { Joining } from '../../sync-server/store/people-store.ts';
import type { Invitation } from '../../sync-server/store/sign-in-store.ts';
import type {
  ChangedDocument,
  Commit,
  NewUpdate,
  RefusedUpdate,
  Store,
} from '../../sync-server/store/store.ts';
import * as Y from 'yjs';

export type StoreUnderTest = {
  readonly open: (deps: ClockDep & RandomDep) => Store;
  /** Opens what was closed once more; absent for a store that keeps nothing. */
  readonly reopen?: (deps: ClockDep & RandomDep) => Store;
  readonly remove: () => void;
};

const machine: ClockDep & RandomDep = {
  nowMs: () => Date.now(),
  randomBytes: (sizeBytes) => crypto.getRandomValues(new Uint8Array(sizeBytes)),
};
const newId = <Id extends string>(): Id => createUuidV7<Id>(machine);

export function describeStoreContract(name: string, create: () => StoreUnderTest): void {
  describe(name, () => {
    let under: StoreUnderTest;
    let store: Store;
    let ws: WorkspaceId;
    beforeEach(() => {
      under = create();
      store = under.open(machine);
      ws = store.lineage.workspace.id;
    });
    afterEach(async () => {
      await store.close();
      under.remove();
    });

    const person = newId<PersonId>();
    const device = newId<DeviceId>();

    const updateOf = (docId: DocumentId, ...bytes: readonly number[]): NewUpdate => ({
      docId,
      uid: `${docId}-${bytes.join('-')}` as Uid,
      person,
      device,
      hlc: '',
      changes: [],
      bytes: new Uint8Array(bytes),
    });
    const changedOf = (
      docId: DocumentId,
      change: Partial<ChangedDocument> = {},
    ): ChangedDocument => ({
      docId,
      isNew: true,
      rowJson: JSON.stringify(project(docId, new Y.Doc(), noFacts, 7)),
      projVersion: 1,
      snapshot: undefined,
      claims: [],
      ...change,
    });
    const refusedOf = (update: NewUpdate): RefusedUpdate => ({
      ...update,
      actor: newId<ActorId>(),
      code: 'badValue',
      message: 'No.',
      ranges: [{ clientId: 5, from: 1, to: 3 }],
    });
    const commit = (
      updates: readonly NewUpdate[],
      documents: readonly ChangedDocument[],
      more: Partial<Commit> = {},
    ) => store.commit(ws, { atMs: 1_000, updates, documents, refused: [], ...more });
    const everything = { documents: 500, bytes: 1_000_000 };
    const fromStart = { complete: 0, reached: 0 };
    const oneOf = async (docId: DocumentId) =>
      (await store.wholeDocuments(ws, [docId], everythingView))[0];

    describe('a commit', () => {
      it('gives rising seqs without holes, and references in the order of the documents', async () => {
        const [a, b] = [newId<DocumentId>(), newId<DocumentId>()];
        const first = await commit(
          [updateOf(a, 1), updateOf(b, 1), updateOf(a, 2)],
          [changedOf(a), changedOf(b)],
        );
        expect(first).toEqual({ seqs: [1, 2, 3], headSeq: 3, unkept: [] });
        const second = await commit([updateOf(b, 2)], [changedOf(b, { isNew: false })]);
        expect(second).toEqual({ seqs: [4], headSeq: 4, unkept: [] });
        expect(await oneOf(a)).toMatchObject({ ref: 'CI-1', headSeq: 3 });
        expect(await oneOf(b)).toMatchObject({ ref: 'CI-2', headSeq: 4 });
        expect(await store.position(ws)).toMatchObject({ headSeq: 4, documents: 2 });
      });

      it('keeps nothing when any part of it fails', async () => {
        const [a, b] = [newId<DocumentId>(), newId<DocumentId>()];
        await commit([updateOf(a, 1)], [changedOf(a)]);
        const twice = [updateOf(b, 1), updateOf(a, 1)];
        await expect(
          commit(twice, [changedOf(b), changedOf(a, { isNew: false })], {
            refused: [refusedOf(updateOf(b, 9))],
          }),
        ).rejects.toThrow('The store failed');
        expect(await store.position(ws)).toMatchObject({ headSeq: 1, documents: 1 });
        expect(await oneOf(b)).toBeUndefined();
        expect(await store.inspect(ws, [{ docId: b, uid: undefined }])).toMatchObject([
          { isUnknown: true },
        ]);
        const c = newId<DocumentId>();
        await commit([updateOf(c, 1)], [changedOf(c)]);
        expect(await oneOf(c)).toMatchObject({ ref: 'CI-2', headSeq: 2 });
      });

      it('is found by uid, with the seq of its time', async () => {
        const a = newId<DocumentId>();
        const update = updateOf(a, 1);
        await commit([update], [changedOf(a)]);
        const [known, other, unknown] = await store.inspect(ws, [
          update,
          updateOf(a, 2),
          updateOf(newId<DocumentId>(), 1),
        ]);
        expect(known).toMatchObject({ known: { type: 'committed', seq: 1 }, isUnknown: false });
        expect(other).toMatchObject({ known: undefined, document: { headSeq: 1, ref: 'CI-1' } });
        expect(unknown).toMatchObject({ known: undefined, document: undefined, isUnknown: true });
      });

      it('keeps who may use which client id', async () => {
        const a = newId<DocumentId>();
        const claims = [{ clientId: 4_294_967_295, device }];
        await commit([updateOf(a, 1)], [changedOf(a, { claims })]);
        expect(await store.loadDocuments(ws, [a])).toMatchObject([{ claims, ref: 'CI-1' }]);
      });

      it('of a refusal keeps its bytes, its answer and its ranges, until they are old', async () => {
        const a = newId<DocumentId>();
        const refused = refusedOf(updateOf(a, 9));
        await commit([], [], { refused: [refused] });
        await commit([], [], { refused: [refused] });
        const known = { type: 'refused', code: 'badValue', message: 'No.' };
        expect(await store.inspect(ws, [refused])).toMatchObject([{ known, isUnknown: false }]);
        expect(await store.loadDocuments(ws, [a])).toMatchObject([
          { refusedRanges: refused.ranges, updates: [] },
        ]);
        await store.expireQuarantine(1_000);
        expect(await store.inspect(ws, [refused])).toMatchObject([{ known }]);
        await store.expireQuarantine(1_001);
        expect(await store.inspect(ws, [refused])).toMatchObject([{ isUnknown: true }]);
      });
    });

    describe('a decision', () => {
      const factOn = (docId: DocumentId) => ({
        docId,
        uid: newId<Uid>(),
        said: { type: 'decline', reason: 'Too dear.' } as const,
        person,
        device,
        hlc: '',
        atMs: 2_000,
      });

      it('moves the head, is numbered within its record, and comes with the document', async () => {
        const a = newId<DocumentId>();
        await commit([updateOf(a, 1)], [changedOf(a)]);
        const [first, second] = [factOn(a), factOn(a)];
        expect(await store.commitFact(ws, first)).toEqual({ seq: 2 });
        expect(await store.commitFact(ws, second)).toEqual({ seq: 3 });
        await expect(store.commitFact(ws, second)).rejects.toThrow('The store failed');
        const facts = [first, second].map(({ uid, said }, at) => {
          return { n: at + 1, uid, by: person, at: 2_000, said };
        });
        expect(await oneOf(a)).toMatchObject({ headSeq: 3, facts, updates: [{}] });
        expect(await store.readRecord(ws, a, second.uid)).toMatchObject({ committedSeq: 3, facts });
        expect(await store.position(ws)).toMatchObject({ headSeq: 3 });
      });

      it('that shares a record shows it to that person until it is unshared', async () => {
        const [a, b] = [newId<DocumentId>(), newId<DocumentId>()];
        await commit([updateOf(a, 1), updateOf(b, 1)], [changedOf(a), changedOf(b)]);
        const supplier = newId<PersonId>();
        const view = { sees: 'own', ids: [supplier], belongsTo: [] } as const;
        const say = (type: 'share' | 'unshare', to = supplier) =>
          store.commitFact(ws, { ...factOn(a), said: { type, person: to } });
        const shown = async () => [...(await store.findVisible(ws, view, [a, b]))];
        const since = async (reached: number) => {
          const limit = { documents: 9, bytes: 1_000 };
          const position = { complete: reached, reached };
          const { documents } = await store.changedSince(ws, position, limit, view);
          return documents.map(({ docId }) => docId);
        };
        await say('share', newId<PersonId>());
        expect(await shown()).toEqual([]);
        const { seq } = await say('share');
        expect(await shown()).toEqual([a]);
        expect(await store.listOwn(ws, view)).toEqual([a]);
        expect(await since(seq - 1)).toEqual([a]);
        expect(await store.findVisible(newId<WorkspaceId>(), view, [a])).toEqual(new Set());
        await say('unshare');
        expect(await shown()).toEqual([]);
        expect(await store.listOwn(ws, view)).toEqual([]);
        expect(await since(0)).toEqual([]);
        await say('share');
        expect(await shown()).toEqual([a]);
        await store.purge(ws, factOn(a));
        expect(await store.listOwn(ws, view)).toEqual([]);
      });

      it('says where a record stands to whoever judges an edit of it', async () => {
        const a = newId<DocumentId>();
        await commit([updateOf(a, 1)], [changedOf(a)]);
        const judged = () => store.inspect(ws, [updateOf(a, 2)]);
        expect(await judged()).toMatchObject([{ document: { facts: [] } }]);
        const fact = factOn(a);
        await store.commitFact(ws, fact);
        expect(await judged()).toMatchObject([{ document: { facts: [{ said: fact.said }] } }]);
      });

      it('that purges leaves a tomb alone, which is told once to each reader', async () => {
        const [a, b] = [newId<DocumentId>(), newId<DocumentId>()];
        await commit([updateOf(a, 1), updateOf(b, 1)], [changedOf(a), changedOf(b)]);
        await store.commitFact(ws, factOn(a));
        await commit([], [], { refused: [refusedOf(updateOf(a, 9))] });
        const purge = factOn(a);
        expect(await store.purge(ws, purge)).toEqual({ seq: 4 });
        expect(await oneOf(a)).toBeUndefined();
        expect(await store.loadDocuments(ws, [a])).toEqual([undefined]);
        expect(await store.inspect(ws, [updateOf(a, 1)])).toMatchObject([
          { isGone: true, known: undefined },
        ]);
        expect(await store.readRecord(ws, a, purge.uid)).toMatchObject({ type: 'gone', seq: 4 });
        expect(await store.position(ws)).toMatchObject({ documents: 1, headSeq: 4 });
      });
    });

    describe('reading', () => {
      it('starts at the snapshot and counts the updates since', async () => {
        const a = newId<DocumentId>();
        await commit(
          [updateOf(a, 1), updateOf(a, 2)],
          [changedOf(a, { snapshot: new Uint8Array([12]) })],
        );
        await commit([updateOf(a, 3)], [changedOf(a, { isNew: false })]);
        const inspect = () => store.inspect(ws, [{ docId: a, uid: undefined }]);
        expect(await inspect()).toMatchObject([{ document: { sinceSnapshot: 1 } }]);
        const updates = [new Uint8Array([12]), new Uint8Array([3])];
        expect(await oneOf(a)).toMatchObject({ whole: true, updates });
        expect(await store.loadDocuments(ws, [a])).toMatchObject([{ updates }]);
        await store.saveSnapshot(ws, a, { seq: 3, bytes: new Uint8Array([123]) });
        expect(await inspect()).toMatchObject([{ document: { sinceSnapshot: 0 } }]);
        expect(await oneOf(a)).toMatchObject({ updates: [new Uint8Array([123])] });
      });

      it('pages by head, within the limits, at least one document a page', async () => {
        const ids = Array.from({ length: 4 }, () => newId<DocumentId>());
        for (const id of ids) await commit([updateOf(id, 1, 2, 3)], [changedOf(id)]);
        const few = await store.changedSince(
          ws,
          fromStart,
          { documents: 3, bytes: 1_000 },
          everythingView,
        );
        expect(few.documents.map(({ docId }) => docId)).toEqual(ids.slice(0, 3));
        expect(few.more).toBe(true);
        const small = await store.changedSince(
          ws,
          fromStart,
          { documents: 3, bytes: 1 },
          everythingView,
        );
        expect(small.documents).toHaveLength(1);
        const rest = await store.changedSince(
          ws,
          { complete: 3, reached: 3 },
          everything,
          everythingView,
        );
        expect(rest).toMatchObject({ documents: [{ docId: ids[3] }], more: false });
      });

      it('brings only what is new, or the whole when that is less', async () => {
        const a = newId<DocumentId>();
        await commit([updateOf(a, 1)], [changedOf(a)]);
        await commit([updateOf(a, 2)], [changedOf(a, { isNew: false })]);
        const since = { complete: 1, reached: 1 };
        expect(await store.changedSince(ws, since, everything, everythingView)).toMatchObject({
          documents: [{ whole: false, updates: [new Uint8Array([2])], headSeq: 2 }],
        });
        const many = Array.from({ length: 80 }, (_, at) => updateOf(a, 3, at));
        await commit(many, [changedOf(a, { isNew: false, snapshot: new Uint8Array([99]) })]);
        expect(await store.changedSince(ws, since, everything, everythingView)).toMatchObject({
          documents: [{ whole: true, updates: [new Uint8Array([99])] }],
        });
      });

      it('returns the row as it was given, with the reference beside it', async () => {
        const a = newId<DocumentId>();
        const changed = changedOf(a, { projVersion: 3 });
        await commit([updateOf(a, 1)], [changed]);
        const rowJson = new Uint8Array(Buffer.from(changed.rowJson));
        const found = await oneOf(a);
        expect(found).toMatchObject({ projVersion: 3, ref: 'CI-1' });
        expect(new Uint8Array(found?.rowJson ?? [])).toEqual(rowJson);
      });

      it('keeps workspaces apart', async () => {
        const a = newId<DocumentId>();
        await commit([updateOf(a, 1)], [changedOf(a)]);
        const elsewhere = newId<WorkspaceId>();
        expect(await store.wholeDocuments(elsewhere, [a], everythingView)).toEqual([]);
        expect(await store.loadDocuments(elsewhere, [a])).toEqual([undefined]);
        expect(
          (await store.changedSince(elsewhere, fromStart, everything, everythingView)).documents,
        ).toEqual([]);
        expect(await store.position(elsewhere)).toMatchObject({ headSeq: 0, documents: 0 });
      });
    });

    describe('people', () => {
      const joiningOf = (change: Partial<Joining> = {}): Joining => ({
        entry: { type: 'invitation', tokenHash: 'token' },
        device: newId<DeviceId>(),
        actor: newId<ActorId>(),
        publicKey: new Uint8Array(32),
        deviceName: 'Chrome · Android',
        displayName: 'Ada',
        newPerson: newId<PersonId>(),
        sessionHash: newId(),
        sessionExpiresAt: 9_000,
        atMs: 1_000,
        ...change,
      });
      const invite = (tokenHash = 'token', change: Partial<Invitation> = {}) =>
        store.addInvitation({
          workspace: ws,
          id: newId(),
          tokenHash,
          kind: 'firstAdministrator',
          roles: ['admin'],
          label: '',
          by: null,
          person: null,
          createdAt: 0,
          expiresAt: 2_000,
          uses: 1,
          ...change,
        });
      const byLink = (tokenHash: string) => ({ type: 'invitation', tokenHash }) as const;

      it('join once with an invitation that is not too old', async () => {
        await invite();
        const joining = joiningOf();
        expect(await store.join(joiningOf({ atMs: 2_000 }))).toMatchObject({ ok: false });
        expect(await store.join(joining)).toMatchObject({
          ok: true,
          value: { person: { displayName: 'Ada', roles: ['admin'] }, actor: joining.actor },
        });
        expect(await store.join(joiningOf())).toMatchObject({
          error: { code: 'invitationInvalid' },
        });
        expect(await store.hasAdministrator(ws)).toBe(true);
        expect(await store.findActor(ws, joining.actor)).toBe(joining.newPerson);
        expect(await store.listPeople(ws)).toEqual([
          {
            id: joining.newPerson,
            displayName: 'Ada',
            roles: ['admin'],
            actors: [joining.actor],
            isRemoved: false,
            belongsTo: [],
          },
        ]);
        expect((await store.position(ws)).peopleVersion).toBe(1);
      });

      it('are known by their session until it ends', async () => {
        await invite();
        const joining = joiningOf();
        await store.join(joining);
        const { sessionHash } = joining;
        expect(await store.findSession(sessionHash, 8_999)).toMatchObject({
          device: joining.device,
          publicKey: joining.publicKey,
        });
        expect(await store.findSession(sessionHash, 9_000)).toBeUndefined();
        expect(await store.signOutDevice(ws, joining.device, joining.newPerson, 2_000)).toEqual([
          sessionHash,
        ]);
        expect(await store.findSession(sessionHash, 1_000)).toBeUndefined();
      });

      it('open further sessions by their device’s key until it is signed out', async () => {
        await invite();
        const joining = joiningOf();
        await store.join(joining);
        const { device, sessionHash } = joining;
        const opening = {
          workspace: ws,
          device,
          sessionHash: newId(),
          sessionExpiresAt: 9_000,
          atMs: 2_000,
        };
        expect(await store.findDeviceKey(ws, device)).toEqual({
          publicKey: joining.publicKey,
          isSignedOut: false,
        });
        expect(await store.findDeviceKey(ws, newId())).toBeUndefined();
        expect(await store.openSession(opening)).toMatchObject({ device, actor: joining.actor });
        expect(await store.findSession(opening.sessionHash, 3_000)).toMatchObject({ device });

        const ended = await store.signOutDevice(ws, device, joining.newPerson, 4_000);
        expect([...ended].sort()).toEqual([sessionHash, opening.sessionHash].sort());
        expect(await store.findSession(opening.sessionHash, 4_000)).toBeUndefined();
        expect(await store.findDeviceKey(ws, device)).toMatchObject({ isSignedOut: true });
        expect(await store.openSession({ ...opening, sessionHash: newId() })).toBeUndefined();

        await invite('another');
        await store.join({ ...joining, entry: byLink('another'), sessionHash: newId() });
        expect(await store.findDeviceKey(ws, device)).toEqual({
          publicKey: joining.publicKey,
          isSignedOut: false,
        });
      });

      it('do not join with a link that the server has taken back', async () => {
        await invite();
        await invite('other', { kind: 'person' });
        await store.endFirstAdministratorInvitations(ws);
        expect(await store.join(joiningOf())).toMatchObject({ ok: false });
        expect(await store.join(joiningOf({ entry: byLink('other') }))).toMatchObject({ ok: true });
      });

      it('join as often as the link has uses, and no more', async () => {
        await invite('many', { uses: 2, roles: ['contributor'], label: 'Ward 3', kind: 'person' });
        const entry = byLink('many');
        expect(await store.listInvitations(ws, 1_000)).toMatchObject([
          { for: 'person', roles: ['contributor'], label: 'Ward 3', uses: 2, usesLeft: 2 },
        ]);
        expect(await store.join(joiningOf({ entry }))).toMatchObject({ ok: true });
        expect(await store.listInvitations(ws, 1_000)).toMatchObject([{ usesLeft: 1 }]);
        expect(await store.join(joiningOf({ entry }))).toMatchObject({ ok: true });
        expect(await store.listInvitations(ws, 1_000)).toEqual([]);
        expect(await store.join(joiningOf({ entry }))).toMatchObject({ ok: false });
      });

      it('do not join with a link that was revoked, and see open ones only', async () => {
        await invite('open');
        await invite('old', { expiresAt: 900 });
        const [open, ...others] = await store.listInvitations(ws, 1_000);
        expect(others).toEqual([]);
        const by = newId<PersonId>();
        expect(await store.revokeInvitation(newId(), open?.id ?? '', by, 1_000)).toBe(false);
        expect(await store.revokeInvitation(ws, open?.id ?? '', by, 1_000)).toBe(true);
        expect(await store.revokeInvitation(ws, open?.id ?? '', by, 1_000)).toBe(false);
        expect(await store.listInvitations(ws, 1_000)).toEqual([]);
        expect(await store.join(joiningOf({ entry: byLink('open') }))).toMatchObject({ ok: false });
      });

      it('have devices with a name and a time when they were last seen', async () => {
        await invite();
        const joining = joiningOf();
        await store.join(joining);
        const { device, newPerson } = joining;
        const listed = async () => (await store.listDevices(ws, newPerson))[0];
        const fresh = { id: device, name: 'Chrome · Android', joinedAt: 1_000, lastSeenAt: 1_000 };
        expect(await listed()).toMatchObject({ ...fresh, isSignedOut: false });
        await store.renameDevice(ws, device, 'Ward phone');
        await store.noteDeviceSeen(ws, device, 5_000);
        await store.noteDeviceSeen(ws, device, 4_000);
        expect(await listed()).toMatchObject({ name: 'Ward phone', lastSeenAt: 5_000 });
        await store.signOutDevice(ws, device, newPerson, 6_000);
        expect(await listed()).toMatchObject({ isSignedOut: true });
        expect(await store.findDevice(newId(), device)).toBeUndefined();
        expect(await store.listDevices(newId(), newPerson)).toEqual([]);
      });

      it('have passkeys, found by their id alone, and used by one at a time', async () => {
        await invite();
        const { newPerson: person, ...rest } = joiningOf();
        await store.join({ ...rest, newPerson: person });
        const passkey = {
          workspace: ws,
          person,
          id: 'p',
          publicKey: new Uint8Array([1]),
          counter: 0,
        };
        expect(await store.addPasskey({ ...passkey, name: 'Key', createdAt: 5 })).toBe(true);
        expect(await store.addPasskey({ ...passkey, name: 'Key', createdAt: 6 })).toBe(false);
        expect(await store.findPasskey('p')).toMatchObject(passkey);
        expect(await store.usePasskey('p', 0, 4, 7)).toBe(true);
        expect(await store.usePasskey('p', 0, 4, 8)).toBe(false);
        expect(await store.listPasskeys(ws, person)).toEqual([
          { id: 'p', name: 'Key', createdAt: 5, lastUsedAt: 7 },
        ]);
        expect(await store.removePasskey(newId(), person, 'p', 9)).toBe(false);
        expect(await store.removePasskey(ws, newId(), 'p', 9)).toBe(false);
        expect(await store.removePasskey(ws, person, 'p', 9)).toBe(true);
        expect(await store.findPasskey('p')).toBeUndefined();
      });

      it('get a further device by another proof of who they are', async () => {
        await invite();
        const first = joiningOf();
        await store.join(first);
        const as = { type: 'identity', roles: [], how: 'passkey' } as const;
        const entry = { ...as, workspace: ws, person: first.newPerson };
        expect(await store.join(joiningOf({ entry }))).toMatchObject({
          ok: true,
          value: { person: { id: first.newPerson, roles: ['admin'] } },
        });
        const nobody = { ...entry, person: newId<PersonId>() };
        expect(await store.join(joiningOf({ entry: nobody }))).toMatchObject({ ok: false });
        const elsewhere = { ...entry, workspace: newId<WorkspaceId>() };
        expect(await store.join(joiningOf({ entry: elsewhere }))).toMatchObject({ ok: false });
      });
    });

    it('is the same lineage when it is opened again, with all that was committed', async () => {
      if (under.reopen === undefined) return;
      const a = newId<DocumentId>();
      await commit([updateOf(a, 1)], [changedOf(a)]);
      const before = { lineage: store.lineage, head: await oneOf(a) };
      await store.close();
      store = under.reopen(machine);
      expect({ lineage: store.lineage, head: await oneOf(a) }).toEqual(before);
    });
  });
}
