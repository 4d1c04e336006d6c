import { everythingView } from '../../../../sync-server/store/visibility-store.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textOf } from '../../../../shared/document/schema.ts';
import type { DocumentId } from '../../../../shared/domain/ids.ts';
import type { Admission } from '../../../../sync-server/replication/admission.ts';
import { createInProcessAdmission } from '../../../../sync-server/replication/admit.ts';
import { uidOf } from '../../../../sync-server/replication/commit-batch.ts';
import type { CommitQueue } from '../../../../sync-server/replication/commit-queue.ts';
import { createSqliteStore } from '../../../../sync-server/store/sqlite/sqlite-store.ts';
import { captureOn, openRecordOn } from '../../../support/record-on-device.ts';
import {
  type CoreDevice,
  createSyncCore,
  type SyncCore,
  systemDeps,
} from '../../../support/sync-core.ts';
import { troubled, type TroubledStore } from '../../../support/troubled-store.ts';

/** Admission whose next judgement waits; resolves with the way to let it go once it is asked for. */
const admission = createInProcessAdmission();
let onJudging: ((letGo: () => void) => void) | undefined;
const holdJudgement = () => new Promise<() => void>((resolve) => (onJudging = resolve));
const heldAdmission: Admission = {
  ...admission,
  admit: async (...parameters) => {
    const held = onJudging;
    onJudging = undefined;
    if (held !== undefined) await new Promise<void>((letGo) => held(letGo));
    return admission.admit(...parameters);
  },
};

let disk: TroubledStore;
let core: SyncCore;
let queue: CommitQueue;
let ada: CoreDevice;
beforeEach(async () => {
  disk = troubled(createSqliteStore(':memory:', systemDeps));
  core = createSyncCore(systemDeps, { store: disk.store, admission: heldAdmission });
  queue = core.replication.queue;
  ada = await core.join();
});
afterEach(() => core.close());

type Written = { readonly docId: DocumentId; readonly bytes: Uint8Array };

const submit = (...written: readonly Written[]) => {
  const { workspace, person, device, actor } = ada.session;
  const author = { person: person.id, device, actor };
  return queue.submit(
    workspace,
    written.map(({ docId, bytes }) => ({
      docId,
      docEpoch: undefined,
      hlc: '',
      author,
      parts: [bytes],
      uid: uidOf(bytes),
      source: undefined,
    })),
  );
};

const typesOf = async (submitted: ReturnType<typeof submit>) => {
  const answer = await submitted;
  return answer.ok ? answer.value.map(({ type }) => type) : answer.error.code;
};

const capture = (text = 'One') => {
  const record = captureOn(ada.session, text);
  const write = (added: string): Written => ({
    docId: record.docId,
    bytes: record.edit((doc) => textOf(doc, 'description').insert(0, added)),
  });
  return { ...record, write, begun: { docId: record.docId, bytes: record.first } };
};

describe('a large submission', () => {
  it('is answered in its order, also when a document comes in several pieces of it', async () => {
    const record = capture();
    const others = Array.from({ length: 300 }, (_, at) => capture(`Idea ${at}`).begun);
    const edits = others.map((_, at) => record.write(`${at} `));
    const mixed = [record.begun, ...others.flatMap((other, at) => [other, edits[at] ?? other])];
    expect(new Set(await typesOf(submit(...mixed)))).toEqual(new Set(['ok']));
    const { workspace } = ada.session;
    const [head] = await core.store.wholeDocuments(workspace, [record.docId], everythingView);
    const copy = openRecordOn(ada.session, record.docId, head?.updates);
    expect(textOf(copy.doc, 'description').toJSON()).toBe(
      textOf(record.doc, 'description').toJSON(),
    );
    expect((await core.store.position(workspace)).documents).toBe(301);
  });

  it('is refused as a whole when a piece of it can’t be stored, and offered again is whole', async () => {
    const written = Array.from({ length: 300 }, (_, at) => capture(`Idea ${at}`).begun);
    const held = disk.holdCommit();
    const submitted = submit(...written);
    const letGo = await held;
    disk.fillDisk();
    letGo();
    expect(await typesOf(submitted)).toBe('storageFailed');
    disk.heal();
    expect(await typesOf(submit(...written))).toHaveLength(300);
    expect((await core.store.position(ada.session.workspace)).documents).toBe(300);
  });
});

describe('what comes while a batch is stored', () => {
  it('waits for it when it is about the same document', async () => {
    const record = capture();
    const held = disk.holdCommit();
    const first = submit(record.begun);
    const letGo = await held;
    const second = submit(record.write('then '));
    letGo();
    expect([await typesOf(first), await typesOf(second)]).toEqual([['ok'], ['ok']]);
  });

  it('is void when it was judged on top of what could not be stored', async () => {
    const record = capture();
    const { workspace } = ada.session;
    await submit(record.begun);
    queue.hold({ workspace, docId: record.docId });
    const [judging, storing] = [holdJudgement(), disk.holdCommit()];
    const [first, second] = [record.write('first '), record.write('second ')];
    const lost = submit(first);
    const letJudge = await judging;
    const onTop = submit(second);
    letJudge();
    const letStore = await storing;
    disk.fillDisk();
    letStore();
    expect(await typesOf(lost)).toBe('storageFailed');
    expect(await typesOf(onTop)).toBe('storageFailed');
    disk.heal();
    expect(await typesOf(submit(second))).toEqual(['gap']);
    expect(await typesOf(submit(first, second))).toEqual(['ok', 'ok']);
    await queue.release({ workspace, docId: record.docId });
  });

  it('is read as committed, not as judged', async () => {
    const record = capture();
    const key = { workspace: ada.session.workspace, docId: record.docId };
    await submit(record.begun);
    queue.hold(key);
    const held = disk.holdCommit();
    const submitted = submit(record.write('unseen '));
    const letGo = await held;
    let read: Uint8Array | undefined;
    const reading = queue.readDifference(key, new Uint8Array([0]), (difference) => {
      read = difference;
    });
    disk.fillDisk();
    letGo();
    expect(await typesOf(submitted)).toBe('storageFailed');
    await reading;
    const copy = openRecordOn(ada.session, record.docId, read === undefined ? [] : [read]);
    expect(textOf(copy.doc, 'description').toJSON()).toBe('One');
    disk.heal();
    await queue.release(key);
  });
});

it('refuses more than may wait', async () => {
  const { workspace, person, device, actor } = ada.session;
  const mebibyte = new Uint8Array(1024 * 1024);
  const submission = {
    docId: capture().docId,
    docEpoch: undefined,
    hlc: '',
    author: { person: person.id, device, actor },
    parts: Array.from({ length: 65 }, () => mebibyte),
    uid: undefined,
    source: undefined,
  };
  expect(await typesOf(queue.submit(workspace, [submission]))).toBe('unavailable');
});

it('tells of commits in their order, before their submitters hear of them', async () => {
  const seqs: number[] = [];
  queue.onCommitted(({ edits }) => seqs.push(...edits.map(({ seq }) => seq)));
  const submitted = [capture(), capture(), capture()].map(({ begun }) => submit(begun));
  await submitted[0];
  expect(seqs[0]).toBe(1);
  await Promise.all(submitted);
  expect(seqs).toEqual([1, 2, 3]);
});
