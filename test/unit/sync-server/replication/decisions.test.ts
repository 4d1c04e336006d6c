import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createUuidV7, type DocumentId } from '../../../../shared/domain/ids.ts';
import type { CommandRequest } from '../../../../shared/process/commands.ts';
import type { ItemResult, PulledDocument } from '../../../../shared/protocol/messages.ts';
import type { CommittedBatch } from '../../../../sync-server/replication/commit-queue.ts';
import { recordRow } from '../../../support/record-row.ts';
import { commandItem } from '../../../support/commands.ts';
import { openWorkspaceOn } from '../../../support/workspace-on-device.ts';
import { captureOn, type RecordOnDevice } from '../../../support/record-on-device.ts';
import {
  type CoreDevice,
  type CoreItem,
  createSyncCore,
  type SyncCore,
  systemDeps,
} from '../../../support/sync-core.ts';

let core: SyncCore;
let ada: CoreDevice;
let ben: CoreDevice;
let record: RecordOnDevice & { readonly first: Uint8Array };

beforeEach(async () => {
  core = createSyncCore();
  ada = await core.join('Ada', ['coordinator', 'approver', 'admin']);
  ben = await core.join('Ben', ['contributor']);
  record = captureOn(ben.session, 'Shorter forms');
  await push(ben, { docId: record.docId, bytes: record.first });
});
afterEach(() => core.close());

async function push(
  from: CoreDevice,
  ...items: readonly CoreItem[]
): Promise<readonly ItemResult[]> {
  const answer = await core.replication.push(from.session, from.pushOf(items));
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.results;
}

async function pull(cursor: string | null = null) {
  const request = { proto: 1, epoch: null, cursor, peopleVersion: 0 };
  const answer = await core.replication.pull(ada.session, request);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

async function seen(docId: DocumentId = record.docId): Promise<PulledDocument> {
  const item = (await pull()).items.find((pulled) => pulled.docId === docId);
  if (item === undefined) throw new Error(`${docId} is not on the server`);
  return item;
}

const ask = async (from: CoreDevice, asked: CommandRequest): Promise<ItemResult | undefined> =>
  (await push(from, commandItem(asked, await seen())))[0];

const approve: CommandRequest = { type: 'approve', reason: 'It pays.' };
const decline: CommandRequest = { type: 'decline', reason: 'Too dear.' };

describe('a command', () => {
  it('becomes a fact that every reader gets, and the stage follows', async () => {
    expect(await ask(ada, approve)).toEqual({ type: 'ok', seq: 2 });
    const { facts, row, headSeq, updates } = await seen();
    expect(facts.list).toMatchObject([{ n: 1, by: ada.session.person.id, said: approve }]);
    expect(row).toMatchObject({ stage: 'approved', workStage: 'idea', ref: 'CI-1' });
    expect([headSeq, updates.length]).toEqual([2, 1]);
  });

  it('is committed once, however often it is offered', async () => {
    const item = commandItem(approve, await seen());
    expect(await push(ada, item, item)).toEqual([
      { type: 'ok', seq: 2 },
      { type: 'dup', seq: 2 },
    ]);
    expect((await seen()).facts.list).toHaveLength(1);
  });

  it('is refused as stale when somebody decided first, and changes nothing', async () => {
    const late = commandItem(approve, await seen());
    expect(await ask(ada, decline)).toMatchObject({ type: 'ok' });
    expect(await push(ada, late)).toMatchObject([{ type: 'refused', code: 'stale' }]);
    expect(recordRow(await seen()).stage).toBe('declined');
  });

  it('is void by what it declares, not by a key stroke', async () => {
    const item = commandItem(approve, await seen());
    const typed = record.edit((doc) => doc.getText('t:description').insert(0, 'Please: '));
    await push(ben, { docId: record.docId, bytes: typed });
    expect(await push(ada, item)).toMatchObject([{ type: 'ok' }]);
    const reopen = await ask(ada, { type: 'reopen', reason: 'Too early.' });
    expect(reopen).toMatchObject({ type: 'ok' });
    const again = commandItem(approve, await seen());
    const dearer = record.change({ type: 'setField', field: 'cost', value: 'high' });
    await push(ben, { docId: record.docId, bytes: dearer });
    expect(await push(ada, again)).toMatchObject([{ code: 'stale' }]);
  });

  it('is decided on the edits before it in a push, and not on those after it', async () => {
    const before = record.change({ type: 'setField', field: 'cost', value: 'low' });
    const row = { ...recordRow(await seen()), cost: 'low' } as const;
    const after = record.change({ type: 'setField', field: 'cost', value: 'high' });
    const { docId } = record;
    const edits = (bytes: Uint8Array) => push(ben, { docId, bytes });
    await edits(before);
    const item = commandItem(decline, { ...(await seen()), row });
    expect(await push(ada, item)).toMatchObject([{ type: 'ok' }]);
    expect(await edits(after)).toMatchObject([{ type: 'ok' }]);
  });

  it('is refused to whom the role does not allow it', async () => {
    expect(await ask(ben, approve)).toMatchObject({ type: 'refused', code: 'notAllowed' });
    expect((await seen()).facts.list).toBeUndefined();
  });

  it('waits for a record that is not here', async () => {
    const unknown = { ...(await seen()), docId: createUuidV7<DocumentId>(systemDeps) };
    expect(await push(ada, commandItem(approve, unknown))).toEqual([{ type: 'gap' }]);
  });

  it('marks a duplicate of a record that is there, and of no other', async () => {
    const missing = createUuidV7<DocumentId>(systemDeps);
    expect(await ask(ada, { type: 'markDuplicate', of: missing })).toMatchObject({
      code: 'notPossible',
    });
    const original = captureOn(ben.session, 'Shorter forms, please');
    await push(ben, { docId: original.docId, bytes: original.first });
    expect(await ask(ada, { type: 'markDuplicate', of: original.docId })).toMatchObject({
      type: 'ok',
    });
    expect((await seen()).row).toMatchObject({ stage: 'duplicate', duplicateOf: original.docId });
  });
});

describe('the stage register', () => {
  it('takes no stage that only a decision gives', async () => {
    for (const value of ['approved', 'declined', 'closed', 'withdrawn', 'onHold', 'duplicate']) {
      const forged = captureOn(ben.session, `Forged as ${value}`);
      await push(ben, { docId: forged.docId, bytes: forged.first });
      const update = forged.edit((doc) =>
        doc.getMap('r').set(`stage|${ben.session.device}`, {
          v: value,
          hlc: '000000000001-0000',
          by: ben.session.actor,
        }),
      );
      const results = await push(ben, { docId: forged.docId, bytes: update });
      expect(results, value).toMatchObject([{ type: 'refused', code: 'badValue' }]);
    }
  });

  it('says nothing of an approval that was not given', async () => {
    const moved = record.change({ type: 'setField', field: 'stage', value: 'inProgress' });
    await push(ben, { docId: record.docId, bytes: moved });
    expect(recordRow(await seen()).stage).toBe('assessing');
    await ask(ada, approve);
    expect(recordRow(await seen()).stage).toBe('inProgress');
  });
});

describe('a purge', () => {
  const purge: CommandRequest = { type: 'purge', reason: 'Personal data.' };

  it('leaves nothing but a tomb, which readers get', async () => {
    await ask(ada, decline);
    const { cursor } = await pull();
    const item = commandItem(purge, await seen());
    expect(await push(ada, item)).toMatchObject([{ type: 'ok' }]);
    const later = await pull(cursor);
    expect(later).toMatchObject({ items: [], tombs: [{ docId: record.docId }], total: 0 });
    expect((await pull(later.cursor)).tombs).toBeUndefined();
    const whole = { proto: 1, epoch: null, docIds: [record.docId] };
    expect(await core.replication.documents(ada.session, whole)).toMatchObject({
      value: { items: [] },
    });
  });

  it('is answered once more to who asked, and gone to whatever else comes', async () => {
    const asked = await seen();
    const item = commandItem(purge, asked);
    await push(ada, item);
    expect(await push(ada, item)).toMatchObject([{ type: 'dup' }]);
    const late = record.edit((doc) => doc.getText('t:description').insert(0, 'Late: '));
    expect(await push(ben, { docId: record.docId, bytes: late })).toEqual([{ type: 'gone' }]);
    expect(await push(ben, { docId: record.docId, bytes: record.first })).toEqual([
      { type: 'gone' },
    ]);
    expect(await push(ada, commandItem(approve, asked))).toEqual([{ type: 'gone' }]);
  });

  it('is told to rooms', async () => {
    const told: CommittedBatch[] = [];
    core.replication.queue.onCommitted((committed) => told.push(committed));
    await push(ada, commandItem(purge, await seen()));
    expect(told).toMatchObject([{ purged: [record.docId], edits: [] }]);
  });

  it('is for administrators alone', async () => {
    expect(await ask(ben, purge)).toMatchObject({ code: 'notAllowed' });
    expect(recordRow(await seen()).title).toBe('Shorter forms');
  });
});

describe('an erased passage', () => {
  const erase = (words: string) =>
    core.replication.erasePassage(ada.session, record.docId, {
      passage: { type: 'words', words },
      reason: '',
    });
  const reasons = async () =>
    (await seen()).facts.list?.map(({ said }) => 'reason' in said && said.reason);

  it('is gone from the reasons of decisions, which stand', async () => {
    expect(await ask(ada, { type: 'approve', reason: 'Mei "M" Li asks.' })).toMatchObject(ok);
    expect(await ask(ada, { type: 'reopen', reason: '"M" Li' })).toMatchObject(ok);
    const { workspace } = ada.session;
    const before = await core.store.readAudit(workspace, 0, 100);
    expect(before.filter(({ payload }) => payload?.includes('Li'))).toHaveLength(2);
    expect(await erase('"M" Li')).toMatchObject({ ok: true, value: { places: 2, docEpoch: 1 } });
    expect(await reasons()).toEqual(['Mei  asks.', '…']);
    const after = await core.store.readAudit(workspace, 0, 100);
    expect(after.filter(({ payload }) => payload?.includes('Li'))).toEqual([]);
    expect(after.filter(({ payload }) => payload === null)).toHaveLength(2);
    expect((await seen()).row).toMatchObject({ stage: 'idea' });
  });

  it('is gone from what an approval was given for', async () => {
    const item = (entry: string) =>
      record.change({ type: 'setEntry', field: 'affectedItems', entry, on: true });
    for (const entry of ['Mei Li’s scanner', 'Mei Li', 'Dock']) {
      await push(ben, { docId: record.docId, bytes: item(entry) });
    }
    expect(await ask(ada, approve)).toMatchObject(ok);
    expect(await erase('Mei Li')).toMatchObject({ ok: true });
    const { row, facts } = await seen();
    const affectedItems = ['Dock', '’s scanner'];
    expect(facts.list).toMatchObject([{ said: { ...approve, frozen: { affectedItems } } }]);
    expect(row).toMatchObject({ affectedItems, stage: 'approved' });
  });

  it('that was not there changes nothing', async () => {
    const before = await seen();
    expect(await erase('Nobody')).toMatchObject({ ok: false, error: { code: 'notFound' } });
    expect(await seen()).toEqual(before);
  });

  it('is told to whoever has the record open, after the commit', async () => {
    const told: CommittedBatch[] = [];
    core.replication.queue.onCommitted((committed) => void told.push(committed));
    await erase('forms');
    expect(told).toMatchObject([{ rewritten: [record.docId], edits: [], headSeq: 2 }]);
  });
});

const ok = { type: 'ok' };

describe('an approval', () => {
  const frozenNow = async () => (await seen()).facts.list?.at(-1)?.said;

  it('carries what it was given for, whatever the device says that it was', async () => {
    await push(ben, {
      docId: record.docId,
      bytes: record.change({ type: 'setField', field: 'cost', value: 'medium' }),
    });
    const forged = { cost: 'low', costAmount: 1, currency: '', fundingAsked: '' } as const;
    const frozen = { ...forged, affectedItems: [], objectives: [], route: '', target: 0 };
    expect(await ask(ada, { type: 'approve', frozen, needed: 0 })).toMatchObject({ type: 'ok' });
    expect(await frozenNow()).toMatchObject({
      frozen: { cost: 'medium', costAmount: null },
      needed: 1,
    });
  });

  it('is asked for again once its cost has grown, and only then', async () => {
    const setCost = (value: 'low' | 'high') =>
      push(ben, {
        docId: record.docId,
        bytes: record.change({ type: 'setField', field: 'cost', value }),
      });
    await setCost('low');
    await ask(ada, approve);
    expect((await seen()).row).not.toHaveProperty('changed');
    expect(await ask(ada, approve)).toMatchObject({ type: 'refused', code: 'notPossible' });
    await setCost('high');
    expect((await seen()).row).toMatchObject({ stage: 'approved', changed: ['cost'] });
    expect(await ask(ada, approve)).toMatchObject({ type: 'ok' });
    expect((await seen()).row).not.toHaveProperty('changed');
  });

  it('needs as many of the named people as the workspace says, also when they decided apart', async () => {
    const [bea, cem] = [await core.join('Bea', ['approver']), await core.join('Cem', ['approver'])];
    const workspace = core.store.lineage.workspace.id as string as DocumentId;
    const settings = openWorkspaceOn(ada.session, workspace);
    for (const { session } of [bea, cem]) {
      const rule = { size: 'high', person: session.person.id, needed: 2 } as const;
      await push(ada, { docId: workspace, bytes: settings.add('approvalRules', rule) });
    }
    const late = commandItem(approve, await seen());
    expect(await ask(ada, approve)).toMatchObject({ type: 'refused', code: 'notAllowed' });
    expect(await ask(bea, approve)).toMatchObject({ type: 'ok' });
    expect((await seen()).row).toMatchObject({
      stage: 'idea',
      approvedBy: [bea.session.person.id],
    });
    expect(await ask(bea, approve)).toMatchObject({ type: 'refused', code: 'notPossible' });
    expect(await push(cem, late)).toMatchObject([{ type: 'ok' }]);
    expect((await seen()).row).toMatchObject({ stage: 'approved' });
    expect((await seen()).row).not.toHaveProperty('approvedBy');
  });

  it('goes by the larger size that its route gives it, under the terms that hold then', async () => {
    const bea = await core.join('Bea', ['approver']);
    const workspace = core.store.lineage.workspace.id as string as DocumentId;
    const settings = openWorkspaceOn(ada.session, workspace);
    for (const bytes of [
      settings.add('approvalRules', { size: 'high', person: bea.session.person.id }),
      settings.add('approvalRules', { size: 'high', route: 'project' }),
      settings.change({ type: 'setField', field: 'growthPercent', value: 25 }),
    ]) {
      await push(ada, { docId: workspace, bytes });
    }
    for (const [field, value] of [
      ['cost', 'low'],
      ['route', 'project'],
    ] as const) {
      await push(ben, {
        docId: record.docId,
        bytes: record.change({ type: 'setField', field, value }),
      });
    }
    expect(await ask(ada, approve)).toMatchObject({ type: 'refused', code: 'notAllowed' });
    expect(await ask(bea, approve)).toMatchObject({ type: 'ok' });
    expect(await frozenNow()).toMatchObject({ frozen: { horizonMonths: 36, growthPercent: 25 } });
  });
});
