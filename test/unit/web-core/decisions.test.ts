import { beforeEach, describe, expect, it } from 'vitest';
import { foldFacts } from '../../../shared/process/facts.ts';
import type { Who } from '../../../shared/process/permissions.ts';
import { withFacts } from '../../../shared/document/project.ts';
import { projectionVersion } from '../../../shared/document/projection.ts';
import type { CommandRequest } from '../../../shared/process/commands.ts';
import type { PersonId, ServerEpoch } from '../../../shared/domain/ids.ts';
import { openDecisionDesk } from '../../../web/commands/run-command.ts';
import type { DocumentLog } from '../../../web/local/document-log.ts';
import { createCoreReplica } from '../../support/core-replica.ts';
import { pulled } from '../../support/replica-builders.ts';

type Replica = ReturnType<typeof createCoreReplica>;

let replica: Replica;
let log: DocumentLog;
const approver: Who = { roles: ['approver', 'coordinator', 'admin'], editing: 'everyone' };
const approve: CommandRequest = { type: 'approve', reason: 'It pays.' };
const epoch = '0190a0a0-0000-7000-8000-00000000000e' as ServerEpoch;

beforeEach(async () => {
  replica = createCoreReplica();
  log = await replica.open(await replica.keep('Shorter forms'));
});

const openDesk = (who: Who | undefined = approver) =>
  openDecisionDesk({ ...replica.deps, who: () => who, asker: () => ({ isMe: () => false }) }, log);

const outbox = async () => (await replica.store.readOutboxAndDrafts()).outbox;

/** What the server answers, in the order of the outbox. */
async function settle(...results: readonly ('ok' | 'stale' | 'gone')[]): Promise<void> {
  const rows = await outbox();
  const outcomes = results.map((type, at) => {
    const row = rows[at];
    if (row === undefined) throw new Error('nothing is waiting');
    const result =
      type === 'stale'
        ? ({ type: 'refused', code: 'stale', message: 'Late.' } as const)
        : type === 'gone'
          ? ({ type } as const)
          : ({ type, seq: at + 1 } as const);
    return { row, result };
  });
  const settled = await replica.store.settlePush(outcomes, epoch);
  expect(settled.ok).toBe(true);
}

describe('a decision made here', () => {
  it('waits in the outbox behind the edits before it, and shows as pending', async () => {
    const desk = openDesk();
    expect(await desk.decide(approve)).toMatchObject({ ok: true });
    expect(desk.pendingDecisions.get()).toMatchObject([{ command: approve }]);
    expect((await outbox()).map(({ body }) => body.type)).toEqual(['update', 'command']);
    expect(await replica.store.readPending([log.id])).toEqual(new Map([[log.id, 'approve']]));
  });

  it('is not put there when the rules refuse it, when one waits, or when nobody has joined', async () => {
    const contributor: Who = { roles: ['contributor'], editing: 'everyone' };
    expect(await openDesk(contributor).decide(approve)).toEqual({ ok: false, error: 'notAllowed' });
    const nobody = openDecisionDesk(
      { ...replica.deps, who: () => undefined, asker: () => ({ isMe: () => false }) },
      log,
    );
    expect(await nobody.decide(approve)).toEqual({ ok: false, error: 'notJoined' });
    const desk = openDesk();
    expect(await desk.decide({ type: 'resume' })).toEqual({ ok: false, error: 'notPossible' });
    await desk.decide(approve);
    expect(await desk.decide(approve)).toEqual({ ok: false, error: 'pending' });
    expect(await outbox()).toHaveLength(2);
  });

  it('says so when this device can’t store it, and keeps nothing', async () => {
    const desk = openDesk();
    replica.setFate('fail');
    expect(await desk.decide(approve)).toMatchObject({ ok: false });
    replica.setFate('commit');
    expect(await outbox()).toHaveLength(1);
  });

  it('stays pending after the server took it until its fact is here', async () => {
    const desk = openDesk();
    await desk.decide(approve);
    await settle('ok', 'ok');
    const [pending] = (await replica.store.readCommands(log.id)).pending;
    expect(pending).toMatchObject({ command: approve });
    const uid = pending?.uid ?? ('' as never);
    const by = '0190a0a0-0000-7000-8000-000000000001' as PersonId;
    const facts = { ref: 'CI-1', list: [{ n: 1, uid, by, at: 1, said: approve }] };
    const item = pulled(log.id, log.doc.get(), 2);
    await replica.store.applyPage({
      after: await replica.store.readSyncPoint(),
      epoch,
      cursor: '2-2',
      documents: [
        { ...item, facts, row: withFacts(item.row, facts), projVersion: projectionVersion },
      ],
      people: undefined,
      isLast: true,
    });
    expect((await replica.store.readCommands(log.id)).pending).toEqual([]);
    expect(foldFacts(log.facts.get().list ?? []).approval?.uid ?? uid).toBe(uid);
    expect((await replica.store.readRecords([log.id]))[0]).toMatchObject({ stage: 'approved' });
  });

  it('goes to the drafts alone when it is refused, with its reason, until it was read', async () => {
    const desk = openDesk();
    await desk.decide(approve);
    await settle('ok', 'stale');
    expect(await outbox()).toEqual([]);
    const { refused } = await replica.store.readCommands(log.id);
    expect(refused).toMatchObject([{ command: approve, code: 'stale' }]);
    expect((await replica.store.readDocument(log.id))?.chores).not.toContain('rebuild');
    await desk.dismissDecision(refused[0]?.uid ?? ('' as never));
    expect(desk.refusedDecisions.get()).toEqual([]);
    expect((await replica.store.readOutboxAndDrafts()).drafts).toEqual([]);
  });

  it('can be taken back while it has not left this device, and not after', async () => {
    const desk = openDesk();
    await desk.decide(approve);
    const uid = desk.pendingDecisions.get()[0]?.uid ?? ('' as never);
    expect(await desk.takeBackDecision(uid)).toBe(true);
    expect(desk.pendingDecisions.get()).toEqual([]);
    await desk.decide(approve);
    const later = desk.pendingDecisions.get()[0]?.uid ?? ('' as never);
    const limits = { items: 9, updateBytes: 9_999, exclude: new Set<never>(), afterN: 0 };
    await replica.store.takePushBatch(limits);
    expect(await desk.takeBackDecision(later)).toBe(false);
    expect(await outbox()).toHaveLength(2);
  });
});

describe('a record that was purged', () => {
  const tomb = async () =>
    replica.store.applyPage({
      after: await replica.store.readSyncPoint(),
      epoch,
      cursor: '9-9',
      documents: [],
      tombs: [log.id],
      people: undefined,
      isLast: true,
    });

  it('leaves this device, with what was confirmed; what was unsent goes to the drafts', async () => {
    const desk = openDesk();
    await settle('ok');
    await desk.decide(approve);
    await tomb();
    expect(await replica.store.readDocument(log.id)).toBeUndefined();
    expect(await replica.store.readRecords([log.id])).toEqual([undefined]);
    const { drafts } = await replica.store.readOutboxAndDrafts();
    expect(drafts).toMatchObject([{ code: 'gone', title: 'Shorter forms' }]);
    const acked = await replica.tables.transact('read', ['acked'], ({ acked }) => acked.range({}));
    expect(acked).toEqual([]);
  });

  it('is purged again on a server that comes back from before the purge', async () => {
    const desk = openDesk();
    await desk.decide({ type: 'purge', reason: 'Personal data.' });
    await settle('ok', 'ok');
    await tomb();
    await replica.store.changeEpoch('0190a0a0-0000-7000-8000-00000000000f' as ServerEpoch);
    expect(await outbox()).toMatchObject([{ body: { command: { type: 'purge' } } }]);
  });
});
