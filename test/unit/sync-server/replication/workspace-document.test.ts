/** The workspace's own document on the server: its rules, who sees it, and that it is no improvement. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createUuidV7, type DocumentId } from '../../../../shared/domain/ids.ts';
import type { Role } from '../../../../shared/domain/person.ts';
import { registersOf, roots } from '../../../../shared/document/schema.ts';
import { scoreKey } from '../../../../shared/document/scores.ts';
import { captureOn } from '../../../support/record-on-device.ts';
import { commandOn } from '../../../support/commands.ts';
import { recordRow } from '../../../support/record-row.ts';
import {
  type CoreDevice,
  createSyncCore,
  type SyncCore,
  systemDeps,
} from '../../../support/sync-core.ts';
import { openWorkspaceOn } from '../../../support/workspace-on-device.ts';

let core: SyncCore;
let docId: DocumentId;
beforeEach(() => {
  core = createSyncCore();
  docId = core.store.lineage.workspace.id as string as DocumentId;
});
afterEach(() => core.close());

const as = (...roles: readonly Role[]) => core.join('Ada', roles);
const openedBy = ({ session }: CoreDevice, updates?: readonly Uint8Array[]) =>
  openWorkspaceOn(session, docId, updates);

async function push(from: CoreDevice, ...updates: readonly Uint8Array[]) {
  const request = from.pushOf(updates.map((bytes) => ({ docId, bytes })));
  const answer = await core.replication.push(from.session, request);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.results.map((result) =>
    result.type === 'refused' ? `${result.code}: ${result.message}` : result.type,
  );
}

async function pull(reader: CoreDevice) {
  const request = { proto: 1, epoch: null, cursor: null, peopleVersion: 0 };
  const answer = await core.replication.pull(reader.session, request);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

const no = (verb: string) => `notAllowed: The author may not do this here: ${verb}.`;

it('takes the first edits of two devices, and both read the same', async () => {
  const [coordinator, owner] = [await as('coordinator'), await as('practiceOwner')];
  const [one, other] = [openedBy(coordinator), openedBy(owner)];
  expect(await push(coordinator, one.type('vision', 'Nobody waits.'))).toEqual(['ok']);
  expect(await push(owner, other.add('objectives', { title: 'Shorter queues' }))).toEqual(['ok']);
  const { items } = await pull(await as('contributor'));
  expect(items).toMatchObject([
    {
      docId,
      facts: { ref: '' },
      row: {
        type: 'workspace',
        texts: { vision: 'Nobody waits.' },
        items: { objectives: [{ values: { title: 'Shorter queues' } }] },
      },
    },
  ]);
});

it('is no improvement: it has no reference, and no count knows of it', async () => {
  const coordinator = await as('coordinator');
  await push(coordinator, openedBy(coordinator).type('vision', 'Nobody waits.'));
  const idea = captureOn(coordinator.session, 'An idea');
  const captured = coordinator.pushOf([{ docId: idea.docId, bytes: idea.first }]);
  await core.replication.push(coordinator.session, captured);
  const { items, total } = await pull(coordinator);
  expect(total).toBe(1);
  const [record] = items.filter((item) => item.docId === idea.docId);
  expect(record && recordRow(record).ref).toBe('CI-1');
});

it('is for members, and a guest never hears of it', async () => {
  const coordinator = await as('coordinator');
  await push(coordinator, openedBy(coordinator).type('vision', 'Nobody waits.'));
  for (const role of ['contributor', 'evaluator', 'coach', 'admin'] as const) {
    expect((await pull(await as(role))).items.map((item) => item.docId)).toEqual([docId]);
  }
  const guest = await as('guest');
  const { items, only } = await pull(guest);
  expect([items, only]).toEqual([[], []]);
  const asked = { proto: 1, epoch: null, docIds: [docId] };
  const whole = await core.replication.documents(guest.session, asked);
  expect(whole.ok && whole.value.items).toEqual([]);
});

describe('how satisfied everybody is', () => {
  const answer = (from: CoreDevice, value: 1 | 2 | 3 | 4 | 5 | null, round = '2026-10') =>
    openedBy(from).change({ type: 'pulse', round, value });

  it('is said by every member for themselves, and reads by round', async () => {
    const [member, evaluator] = [await as('contributor'), await as('evaluator')];
    expect(await push(member, answer(member, 5), answer(member, 3, '2026-07'))).toEqual([
      'ok',
      'ok',
    ]);
    expect(await push(evaluator, answer(evaluator, 2))).toEqual(['ok']);
    const { items } = await pull(member);
    expect(items).toMatchObject([
      {
        row: {
          pulses: [
            { round: '2026-07', values: [3] },
            { round: '2026-10', values: [2, 5] },
          ],
        },
      },
    ]);
  });

  it('is not said for somebody else, by a guest, or by what is no answer', async () => {
    const [member, other, guest] = [
      await as('contributor'),
      await as('contributor'),
      await as('guest'),
    ];
    const forOther = openedBy(member).edit((doc) =>
      doc
        .getMap(roots.scores)
        .set(scoreKey('pulse.2026-10', other.session.actor), { v: 1, hlc: '000000000001-0000' }),
    );
    const tooMuch = openedBy(member).edit((doc) =>
      doc
        .getMap(roots.scores)
        .set(scoreKey('pulse.2026-10', member.session.actor), { v: 6, hlc: '000000000001-0000' }),
    );
    const said = await push(member, forOther, tooMuch, answer(member, 4, 'value'));
    expect(said.map((text) => text.split(':')[0])).toEqual(['foreignKey', 'badValue', 'badValue']);
    expect(await push(guest, answer(guest, 4))).not.toEqual(['ok']);
  });
});

it('is changed by whose work it is: the register by one, the practice by another', async () => {
  const [admin, owner, member] = [
    await as('admin'),
    await as('practiceOwner'),
    await as('contributor'),
  ];
  const criterion = { title: 'Value', weight: 3 } as const;
  const objective = { title: 'Shorter queues' } as const;
  expect(await push(admin, openedBy(admin).add('criteria', criterion))).toEqual(['ok']);
  expect(await push(admin, openedBy(admin).add('objectives', objective))).toEqual([
    no('editPractice'),
  ]);
  expect(await push(owner, openedBy(owner).add('objectives', objective))).toEqual(['ok']);
  expect(await push(owner, openedBy(owner).add('criteria', criterion))).toEqual([
    no('configureRegister'),
  ]);
  expect(await push(member, openedBy(member).type('vision', 'Mine'))).toEqual([no('editPractice')]);
});

describe('it refuses', () => {
  const first = async (work: (device: CoreDevice) => Uint8Array) => {
    const coordinator = await as('coordinator');
    const [said] = await push(coordinator, work(coordinator));
    return said;
  };

  it('what belongs to a record, and what it does not know', async () => {
    for (const root of ['f', 'votes', 'comments', 'tags', 'tasks', 'nonsense']) {
      const said = await first((device) =>
        openedBy(device).edit((doc) => doc.getMap(root).set('x', 1)),
      );
      expect(said, root).toMatch(/^badValue/u);
    }
    const field = await first((device) =>
      openedBy(device).edit((doc) => registersOf(doc).set(`title|${device.session.device}`, 1)),
    );
    expect(field).toMatch(/^badValue/u);
    const text = await first((device) =>
      openedBy(device).edit((doc) => doc.getText('t:description').insert(0, 'x')),
    );
    expect(text).toMatch(/^badValue/u);
  });

  it('values that a field does not take', async () => {
    const said = await first((device) =>
      openedBy(device).change({ type: 'setField', field: 'reviewEveryWeeks', value: 99 }),
    );
    expect(said).toMatch(/^badValue/u);
    const item = await first((device) =>
      openedBy(device).add('objectives', { title: 'x'.repeat(201) }),
    );
    expect(item).toMatch(/^badValue/u);
  });

  it('a value in another device’s name, and one taken away with nothing in its place', async () => {
    const [coordinator, owner] = [await as('coordinator'), await as('practiceOwner')];
    const reviewed = { type: 'setField', field: 'reviewedOn', value: '2027-03-01' } as const;
    const forged = openedBy(owner).change(reviewed);
    expect(await push(coordinator, forged)).toEqual([expect.stringMatching(/^foreignKey/u)]);
    const own = openedBy(owner).change(reviewed);
    expect(await push(owner, own)).toEqual(['ok']);
    const erased = openedBy(coordinator, [own]).edit((doc) =>
      registersOf(doc).delete(`reviewedOn|${owner.session.device}`),
    );
    expect(await push(coordinator, erased)).toEqual([expect.stringMatching(/^foreignKey/u)]);
  });

  it('every command', async () => {
    const coordinator = await as('coordinator', 'admin', 'approver');
    await push(coordinator, openedBy(coordinator).type('vision', 'Nobody waits.'));
    for (const type of ['purge', 'approve', 'withdraw'] as const) {
      const command = commandOn({ type, reason: 'No' } as never, {} as never);
      const uid = createUuidV7(systemDeps) as never;
      const request = coordinator.pushOf([{ docId, uid, command }]);
      const answer = await core.replication.push(coordinator.session, request);
      expect(answer.ok && answer.value.results, type).toMatchObject([{ type: 'refused' }]);
    }
    expect((await pull(coordinator)).items).toHaveLength(1);
  });
});

it('has a history from its first word on', async () => {
  const coordinator = await as('coordinator');
  const workspace = openedBy(coordinator);
  await push(coordinator, workspace.type('vision', 'Nobody waits.'));
  await push(coordinator, workspace.add('objectives', { title: 'Shorter queues' }));
  const weeks = { type: 'setField', field: 'reviewEveryWeeks', value: 4 } as const;
  await push(coordinator, workspace.change(weeks));
  const query = { before: undefined, limit: 50, fields: undefined };
  const page = await core.store.readHistory(core.store.lineage.workspace.id, docId, query);
  expect(page?.entries.flatMap(({ changes }) => changes)).toMatchObject([
    { type: 'field', field: 'reviewEveryWeeks', old: '', new: '4' },
    { type: 'item', collection: 'objectives', title: 'Shorter queues', field: 'title' },
    { type: 'text', field: 'vision', texts: { old: '', new: 'Nobody waits.' } },
    { type: 'created' },
  ]);
  const asked = { ...query, fields: ['vision', 'reviewEveryWeeks'] };
  const some = await core.store.readHistory(core.store.lineage.workspace.id, docId, asked);
  expect(some?.entries.map(({ changes: [change] }) => change?.type)).toEqual(['field', 'text']);
});
