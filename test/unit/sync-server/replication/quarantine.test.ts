/** Refused edits: kept within a person's share, listed in words, and decided of once. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createUuidV7, type DocumentId, type Uid } from '../../../../shared/domain/ids.ts';
import type { Role } from '../../../../shared/domain/person.ts';
import { scalarsOf, textOf } from '../../../../shared/document/schema.ts';
import type { ItemResult, PullAnswer, PullRequest } from '../../../../shared/protocol/messages.ts';
import { silentLog } from '../../../../sync-server/observability/log.ts';
import { keepExpiringQuarantine } from '../../../../sync-server/replication/expire-quarantine.ts';
import { uidOf } from '../../../../sync-server/replication/commit-batch.ts';
import type { Session } from '../../../../sync-server/store/people-store.ts';
import { quarantineLimits } from '../../../../sync-server/store/quarantine-store.ts';
import { recordRow } from '../../../support/record-row.ts';
import { captureOn, openRecordOn } from '../../../support/record-on-device.ts';
import {
  type CoreDevice,
  createSyncCore,
  type SyncCore,
  systemDeps,
} from '../../../support/sync-core.ts';

let core: SyncCore;
let ada: CoreDevice;
/** Reads all, writes nothing. */
let ben: CoreDevice;
let docId: DocumentId;
let refused: { readonly bytes: Uint8Array; readonly uid: Uid };

const newest = Number.MAX_SAFE_INTEGER;

beforeEach(async () => {
  core = createSyncCore();
  ada = await core.join('Ada', ['coordinator']);
  ben = await core.join('Ben', ['coach']);
  const record = captureOn(ada.session, 'Labels fade');
  docId = record.docId;
  await push(ada, record.first);
  const bytes = openRecordOn(ben.session, docId, [record.first]).edit((doc) => {
    textOf(doc, 'description').insert(11, ' in the sun');
  });
  refused = { bytes, uid: uidOf(bytes) };
  expect(await push(ben, bytes)).toMatchObject([{ type: 'refused', code: 'notAllowed' }]);
});
afterEach(() => core.close());

async function push(from: CoreDevice, ...updates: readonly Uint8Array[]) {
  const request = from.pushOf(updates.map((bytes) => ({ docId, bytes })));
  const answer = await core.replication.push(from.session, request);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.results as readonly ItemResult[];
}

async function pull(as: CoreDevice, more: Partial<PullRequest> = {}): Promise<PullAnswer> {
  const request = { proto: 1, epoch: null, cursor: null, peopleVersion: 0, ...more };
  const answer = await core.replication.pull(as.session, request);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

async function waiting(session: Session = ada.session) {
  const answer = await core.replication.quarantine.read(session, newest);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.items;
}

const decide = (decision: 'admit' | 'return' | 'discard', by: CoreDevice = ada) =>
  core.replication.quarantine.decide(by.session, { docId, uid: refused.uid }, decision);

describe('the list', () => {
  it('says who, when, of which record, why, and what it wanted in words', async () => {
    expect(await waiting()).toMatchObject([
      {
        docId,
        uid: refused.uid,
        person: { id: ben.session.person.id, displayName: 'Ben', isRemoved: false },
        code: 'notAllowed',
        sizeBytes: refused.bytes.length,
        ref: 'CI-1',
        title: 'Labels fade',
        summary: [{ type: 'text', field: 'description', added: ' in the sun', removed: '' }],
        looseTexts: [],
      },
    ]);
  });

  it('is for coordinators and administrators', async () => {
    expect(await core.replication.quarantine.read(ben.session, newest)).toMatchObject({
      ok: false,
      error: { code: 'notAllowed' },
    });
    expect(await decide('admit', ben)).toMatchObject({ error: { code: 'notAllowed' } });
    expect(await waiting()).toHaveLength(1);
  });

  it('comes in pages', async () => {
    const record = openRecordOn(ben.session, docId, [refused.bytes]);
    for (let i = 0; i < 55; i++)
      await push(
        ben,
        record.edit((doc) => scalarsOf(doc).set('x', i)),
      );
    const first = await core.replication.quarantine.read(ada.session, newest);
    if (!first.ok) throw new Error(first.error.code);
    expect([first.value.items.length, first.value.more]).toEqual([50, true]);
    const before = first.value.items.at(-1)?.n ?? 0;
    const rest = await core.replication.quarantine.read(ada.session, before);
    expect(rest).toMatchObject({ ok: true, value: { more: false } });
    expect(rest.ok && rest.value.items.length).toBe(6);
  });
});

describe('a decision', () => {
  it('admits the edit in its author’s name, with the rights of who admits it', async () => {
    expect(await decide('admit')).toEqual({ ok: true, value: { fate: 'admitted' } });
    const { items } = await pull(ada);
    expect(items.map((item) => recordRow(item).text)).toEqual([
      expect.stringContaining('Labels fade in the sun'),
    ]);
    expect(await waiting()).toEqual([]);
    expect(await push(ben, refused.bytes)).toMatchObject([{ type: 'dup' }]);
    const { decisions } = await pull(ben, { decisionN: 0 });
    expect(decisions).toMatchObject({
      upTo: 1,
      list: [{ docId, uid: refused.uid, fate: 'admitted', by: ada.session.person.id }],
    });
    expect((await pull(ben, { decisionN: 1 })).decisions).toBeUndefined();
    expect((await pull(ada, { decisionN: 0 })).decisions, 'another device').toBeUndefined();
  });

  it('admits what a member wrote who was removed before it arrived', async () => {
    const { workspace } = ada.session;
    const removed = await core.store.removePerson({
      workspace,
      person: ben.session.person.id,
      by: ada.session.person.id,
      atMs: 1,
    });
    expect(removed.ok).toBe(true);
    const record = openRecordOn(ben.session, docId);
    const late = record.edit((doc) => textOf(doc, 'valueForProvider').insert(0, 'Fewer errors'));
    expect(await push(ben, late)).toMatchObject([{ type: 'refused', code: 'revoked' }]);
    expect((await waiting())[0]?.person).toMatchObject({ displayName: 'Ben', isRemoved: true });
    const item = { docId, uid: uidOf(late) };
    const decided = await core.replication.quarantine.decide(ada.session, item, 'admit');
    expect(decided).toEqual({ ok: true, value: { fate: 'admitted' } });
    expect((await pull(ada)).items.map((item) => recordRow(item).text)).toEqual([
      expect.stringContaining('Fewer errors'),
    ]);
  });

  it('does not lend the rights to anything else of the author', async () => {
    const other = openRecordOn(ben.session, docId, [refused.bytes]);
    const more = other.edit((doc) => textOf(doc, 'valueForProvider').insert(0, 'Fewer errors'));
    const [, results] = await Promise.all([decide('admit'), push(ben, more)]);
    expect(results).toMatchObject([{ type: 'refused' }]);
  });

  it.each(['return', 'discard'] as const)('%s changes no record', async (decision) => {
    const before = await pull(ada);
    expect(await decide(decision)).toMatchObject({ ok: true });
    expect((await pull(ada)).items).toEqual(before.items);
    expect(await waiting()).toEqual([]);
    expect((await pull(ben, { decisionN: 0 })).decisions?.list).toMatchObject([
      { uid: refused.uid, fate: decision === 'return' ? 'returned' : 'discarded' },
    ]);
  });

  it('returns the edit itself to every device of its author, until they settle it on one', async () => {
    const [desk, later] = [await core.addDevice(ben), await core.addDevice(ben)];
    expect(await decide('return')).toMatchObject({ ok: true });
    const edit = { bytes: refused.bytes, actor: ben.session.actor, code: 'notAllowed' };
    for (const device of [ben, desk]) {
      expect((await pull(device, { decisionN: 0 })).decisions).toMatchObject({
        upTo: 1,
        list: [{ uid: refused.uid, fate: 'returned', by: ada.session.person.id, edit }],
      });
    }
    const settled = [{ docId, uid: refused.uid }];
    await pull(desk, { settled });
    const heard = (await pull(ben, { decisionN: 1 })).decisions;
    expect(heard?.list).toMatchObject([{ fate: 'discarded', by: ben.session.person.id }]);
    expect(heard?.list[0]?.edit).toBeUndefined();
    expect((await pull(ben, { decisionN: heard?.upTo ?? 0, settled })).decisions).toBeUndefined();
    expect((await pull(later, { decisionN: 0 })).decisions?.list).toHaveLength(1);
  });

  it('returns long edits over several pulls', async () => {
    const { store } = core;
    const { workspace, person, device, actor } = ben.session;
    const long = { docId, person: person.id, device, actor, hlc: '', message: '', ranges: [] };
    const bytes = new Uint8Array(1_500_000);
    const refusals = ['a', 'b', 'c'].map((uid) => ({ ...long, uid: uid as Uid, bytes }));
    await store.commit(workspace, {
      atMs: 1,
      updates: [],
      documents: [],
      refused: refusals.map((edit) => ({ ...edit, code: 'notAllowed' as const })),
    });
    for (const { uid } of refusals) {
      const by = ada.session.person.id;
      await store.decideQuarantined(workspace, { docId, uid }, { fate: 'returned', by, atMs: 2 });
    }
    const told: string[] = [];
    for (let decisionN = 0; told.length < 3;) {
      const { decisions } = await pull(ben, { decisionN });
      expect(decisions?.list).toHaveLength(1);
      told.push(...(decisions?.list ?? []).map(({ uid }) => uid));
      decisionN = decisions?.upTo ?? 0;
    }
    expect(told).toEqual(['a', 'b', 'c']);
  });

  it('is made once', async () => {
    const both = await Promise.all([decide('discard'), decide('return')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await decide('admit')).toMatchObject({ error: { code: 'alreadyDecided' } });
  });

  it('is none of an edit that is not there', async () => {
    const item = { docId: createUuidV7<DocumentId>(systemDeps), uid: refused.uid };
    expect(await core.replication.quarantine.decide(ada.session, item, 'discard')).toMatchObject({
      error: { code: 'notFound' },
    });
  });

  it('leaves waiting what may not stand in a record under anybody’s rights', async () => {
    const bad = openRecordOn(ben.session, docId).edit((doc) => scalarsOf(doc).set('unheardOf', 1));
    await push(ben, bad);
    const item = { docId, uid: uidOf(bad) };
    expect(await core.replication.quarantine.decide(ada.session, item, 'admit')).toMatchObject({
      error: { code: 'badValue' },
    });
    expect(await waiting()).toHaveLength(2);
  });

  it('is not needed any more once the author has dealt with the draft, and nobody else can', async () => {
    const settled = [{ docId, uid: refused.uid }];
    await pull(ada, { settled });
    expect(await waiting(), 'not theirs to settle').toHaveLength(1);
    await pull(ben, { settled });
    expect(await waiting()).toEqual([]);
  });
});

describe('the share of a person', () => {
  const roles: readonly Role[] = ['coach'];

  it('is limited: what is beyond it is refused with a code of its own, and others keep theirs', async () => {
    const { store } = core;
    const { workspace } = ada.session;
    const cy = await core.join('Cy', roles);
    const position = await store.position(workspace);
    const fill = Array.from({ length: quarantineLimits.items }, (_, i) => ({
      docId,
      uid: String(i).padStart(64, '0') as Uid,
      person: cy.session.person.id,
      device: cy.session.device,
      actor: cy.session.actor,
      hlc: '',
      code: 'badValue' as const,
      message: '',
      bytes: new Uint8Array(1),
      ranges: [],
    }));
    await store.commit(workspace, { atMs: 1, updates: [], documents: [], refused: fill });
    const record = openRecordOn(cy.session, docId);
    const results = await push(
      cy,
      record.edit((doc) => scalarsOf(doc).set('unheardOf', 1)),
    );
    expect(results).toMatchObject([{ type: 'refused', code: 'quarantineFull' }]);
    const bens = openRecordOn(ben.session, docId).edit((doc) => scalarsOf(doc).set('y', 1));
    expect(await push(ben, bens)).toMatchObject([{ type: 'refused', code: 'badValue' }]);
    expect(await store.position(workspace)).toEqual(position);
  });
});

describe('age', () => {
  it('ends refused edits at the start and every day after', async () => {
    vi.useFakeTimers();
    const asked: number[] = [];
    let nowMs = 1_000 * 86_400_000;
    const stop = await keepExpiringQuarantine({
      nowMs: () => nowMs,
      store: { expireQuarantine: async (beforeMs) => void asked.push(beforeMs / 86_400_000) },
      log: silentLog,
    });
    nowMs += 86_400_000;
    await vi.advanceTimersByTimeAsync(86_400_000);
    stop();
    await vi.advanceTimersByTimeAsync(86_400_000);
    vi.useRealTimers();
    expect(asked).toEqual([910, 911]);
  });
});
