/** What a person may write is decided by their roles and by what they are to the record, before the edit. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collectionLimits } from '../../../../shared/domain/collections.ts';
import type { Role } from '../../../../shared/domain/person.ts';
import type { ItemResult } from '../../../../shared/protocol/messages.ts';
import { writeChange } from '../../../../shared/document/write-change.ts';
import { roots, scalarsOf, textOf, votesOf } from '../../../../shared/document/schema.ts';
import { captureOn, openRecordOn, type RecordOnDevice } from '../../../support/record-on-device.ts';
import {
  type CoreDevice,
  createSyncCore,
  type SyncCore,
  systemDeps,
} from '../../../support/sync-core.ts';

let core: SyncCore;
beforeEach(() => {
  core = createSyncCore();
});
afterEach(() => core.close());

const as = (...roles: readonly Role[]) => core.join('Ada', roles);

async function push(
  from: CoreDevice,
  { docId }: RecordOnDevice,
  ...updates: readonly Uint8Array[]
): Promise<readonly string[]> {
  const request = from.pushOf(updates.map((bytes) => ({ docId, bytes })));
  const answer = await core.replication.push(from.session, request);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.results.map(said);
}

const said = (result: ItemResult): string =>
  result.type === 'refused' ? `${result.code}: ${result.message}` : result.type;

const no = (verb: string) => `notAllowed: The author may not do this here: ${verb}.`;

async function capturedBy(author: CoreDevice) {
  const record = captureOn(author.session, 'An idea');
  expect(await push(author, record, record.first)).toEqual(['ok']);
  return record;
}

const openedBy = (device: CoreDevice, record: RecordOnDevice & { readonly first: Uint8Array }) =>
  openRecordOn(device.session, record.docId, [record.first]);

describe('a guest', () => {
  it('captures and edits an idea of their own', async () => {
    const guest = await as('guest');
    const record = await capturedBy(guest);
    const edit = record.edit((doc) => textOf(doc, 'description').insert(0, 'Better: '));
    const urgent = record.change({ type: 'setField', field: 'urgency', value: 'high' });
    expect(await push(guest, record, edit, urgent)).toEqual(['ok', 'ok']);
  });

  it('neither moves, assigns nor votes for it, also not in the update that begins it', async () => {
    const guest = await as('guest');
    const record = await capturedBy(guest);
    const stage = record.change({ type: 'setField', field: 'stage', value: 'planned' });
    expect(await push(guest, record, stage)).toEqual([no('moveStage')]);
    const dated = openedBy(guest, record).edit((doc) =>
      doc.getMap(roots.reached).set('planned', 1),
    );
    expect(await push(guest, record, dated)).toEqual([no('moveStage')]);
    const assign = openedBy(guest, record).change({
      type: 'setField',
      field: 'owner',
      value: guest.session.person.id,
    });
    expect(await push(guest, record, assign)).toEqual([no('assign')]);
    const voted = openedBy(guest, record).change({ type: 'support', on: true });
    expect(await push(guest, record, voted)).toEqual([no('vote')]);
    const begun = openRecordOn(guest.session, captureOn(guest.session, '').docId);
    const first = begun.change({ type: 'setField', field: 'stage', value: 'reviewing' });
    expect(await push(guest, begun, first)).toEqual([no('moveStage')]);
  });

  it('rewrites it no more once it is taken up', async () => {
    const [guest, member] = [await as('guest'), await as('contributor')];
    const record = await capturedBy(guest);
    const taken = openedBy(member, record).change({
      type: 'setField',
      field: 'stage',
      value: 'assessing',
    });
    expect(await push(member, record, taken)).toEqual(['ok']);
    const edit = record.edit((doc) => textOf(doc, 'description').insert(0, 'Else: '));
    expect(await push(guest, record, edit)).toEqual([no('editRecord')]);
  });

  it('has no way into a record of somebody else', async () => {
    const [guest, member] = [await as('guest'), await as('contributor')];
    const record = await capturedBy(member);
    const edit = openedBy(guest, record).edit((doc) => textOf(doc, 'description').insert(0, 'x'));
    expect(await push(guest, record, edit)).toEqual([no('readRegister')]);
  });
});

describe('lists and scores of a record', () => {
  const item = '018f0000-0000-7000-a000-000000000001';
  const stamp = { hlc: '0000000000ff-0000' };

  it('take nothing that is not theirs, in nobody else’s name', async () => {
    const [ada, ben] = [await as('coordinator'), await as('coordinator')];
    const record = await capturedBy(ada);
    const written = (root: string, key: string, value: unknown) =>
      openedBy(ada, record).edit((doc) => doc.getMap(root).set(key, value));
    const { actor, device } = ada.session;
    const own = { ...stamp, by: actor };
    const title = (of = item, by = device) => `${of}|title|${by}`;
    const answers = await Promise.all([
      push(ada, record, written('tasks', title(), { v: 'x'.repeat(201), ...own })),
      push(ada, record, written('tasks', title('nobody'), { v: 'x', ...own })),
      push(ada, record, written('tasks', `${item}|cost|${device}`, { v: 'x', ...own })),
      push(ada, record, written('criteria', title(), { v: 'x', ...own })),
      push(ada, record, written('tasks', title(item, ben.session.device), { v: 'x', ...own })),
      push(ada, record, written('tasks', title(), { v: 'x', ...stamp, by: ben.session.actor })),
      push(ada, record, written('scores', `value|${ben.session.actor}`, { v: 3, ...stamp })),
      push(ada, record, written('scores', `value|${actor}`, { v: 'high', ...stamp })),
      push(ada, record, written('scores', actor, { v: 3, ...stamp })),
    ]);
    const codes = answers.map(([answer]) => answer?.split(':')[0]);
    expect(codes).toEqual([
      ...Array.from({ length: 4 }, () => 'badValue'),
      ...Array.from({ length: 3 }, () => 'foreignKey'),
      ...Array.from({ length: 2 }, () => 'badValue'),
    ]);
  });

  it('hold so many entries, and no more', async () => {
    const ada = await as('coordinator');
    const record = await capturedBy(ada);
    const add = (from: number, count: number) =>
      record.edit((doc) => {
        for (let i = from; i < from + count; i++) {
          const id = `018f0000-0000-7000-a000-${String(i).padStart(12, '0')}`;
          const entry = { v: `Task ${i}`, ...stamp, by: ada.session.actor };
          doc.getMap('tasks').set(`${id}|title|${ada.session.device}`, entry);
        }
      });
    expect(await push(ada, record, add(0, collectionLimits.entries))).toEqual(['ok']);
    expect(await push(ada, record, add(collectionLimits.entries, 1))).toEqual([
      'badValue: tasks has more than 500 entries.',
    ]);
  });
});

describe('the fields of a record', () => {
  it('are followed by whoever may talk about it, and marked as waiting by whoever may ask back', async () => {
    const [author, evaluator, coordinator] = [
      await as('contributor'),
      await as('evaluator'),
      await as('coordinator'),
    ];
    const record = await capturedBy(author);
    const entry = evaluator.session.person.id;
    const watch = { type: 'setEntry', field: 'watchers', entry, on: true } as const;
    const wait = { type: 'setField', field: 'waitingForRequester', value: 'yes' } as const;
    const sized = { type: 'setField', field: 'value', value: 'high' } as const;
    const byEvaluator = () => openedBy(evaluator, record);
    expect(await push(evaluator, record, byEvaluator().change(watch))).toEqual(['ok']);
    expect(await push(evaluator, record, byEvaluator().change(sized))).toEqual([no('editRecord')]);
    expect(await push(author, record, openedBy(author, record).change(wait))).toEqual([
      no('askBack'),
    ]);
    expect(await push(coordinator, record, openedBy(coordinator, record).change(wait))).toEqual([
      'ok',
    ]);
  });

  it('take no day that no calendar has, and no stakeholder who is no person', async () => {
    const author = await as('contributor');
    const record = await capturedBy(author);
    const due = record.change({ type: 'setField', field: 'dueOn', value: '2027-02-30' });
    const [refused] = await push(author, record, due);
    expect(refused).toMatch(/^badValue/u);
    const named = openedBy(author, record).change({
      type: 'setEntry',
      field: 'stakeholders',
      entry: 'Ana',
      on: true,
    });
    expect(await push(author, record, named)).toEqual([
      'badValue: stakeholders does not take this entry.',
    ]);
  });
});

describe('a member who only looks on', () => {
  it.each(['coach', 'evaluator', 'practiceOwner'] as const)(
    'as %s votes and captures, and edits what is their own',
    async (role) => {
      const [looker, member] = [await as(role), await as('contributor')];
      const record = await capturedBy(member);
      const edit = openedBy(looker, record).edit((doc) =>
        textOf(doc, 'description').insert(0, 'x'),
      );
      expect(await push(looker, record, edit)).toEqual([no('editRecord')]);
      const vote = openedBy(looker, record).change({ type: 'support', on: true });
      expect(await push(looker, record, vote)).toEqual(['ok']);
      const own = await capturedBy(looker);
      const better = own.edit((doc) => textOf(doc, 'description').insert(0, 'x'));
      expect(await push(looker, own, better)).toEqual(['ok']);
    },
  );
});

describe('a record', () => {
  it('keeps its author, whoever else says that it is theirs', async () => {
    const [ada, ben] = [await as('contributor'), await as('contributor')];
    const record = await capturedBy(ada);
    const taken = openedBy(ben, record).edit((doc) =>
      scalarsOf(doc).set('createdBy', ben.session.actor),
    );
    expect(await push(ben, record, taken)).toEqual([expect.stringContaining('badValue')]);
  });

  it('is its author’s also when another’s edit of it has come first, as after a restore', async () => {
    const [guest, member] = [await as('guest'), await as('contributor')];
    const record = captureOn(guest.session, 'An idea');
    const tagged = openedBy(member, record).change({
      type: 'setEntry',
      field: 'tags',
      entry: 'ward 3',
      on: true,
    });
    expect(await push(member, record, tagged)).toEqual(['ok']);
    expect(await push(guest, record, record.first)).toEqual(['ok']);
    const edit = record.edit((doc) => textOf(doc, 'description').insert(0, 'Better: '));
    expect(await push(guest, record, edit)).toEqual(['ok']);
  });

  it('knows its author and the vote of a person on all their devices, and takes one vote of each', async () => {
    const [phone, other] = [await as('contributor'), await as('contributor')];
    const desk = await core.addDevice(phone);
    const record = await capturedBy(phone);
    const voted = record.change({ type: 'support', on: true });
    expect(await push(phone, record, voted)).toEqual(['ok']);
    const onDesk = openRecordOn(desk.session, record.docId, [record.first, voted]);
    const twice = onDesk.change({ type: 'support', on: true });
    expect(await push(desk, record, twice)).toEqual([
      'doneAlready: A person has one vote, which stands already.',
    ]);
    const more = onDesk.edit((doc) => {
      const by = { ...systemDeps, ...desk.session };
      writeChange(doc, { type: 'support', on: true }, by);
      writeChange(doc, { type: 'setEntry', field: 'tags', entry: 'ward 4', on: true }, by);
    });
    expect(await push(desk, record, more)).not.toEqual(['ok']);
    const unvote = (device: CoreDevice) =>
      openRecordOn(device.session, record.docId, [record.first, voted]).edit((doc) =>
        votesOf(doc).set(phone.session.actor, { on: false, hlc: '000000000001-0000' }),
      );
    expect(await push(other, record, unvote(other))).toEqual([
      expect.stringContaining('foreignKey'),
    ]);
    // As the page takes it back: every vote of the person's devices, in one update.
    const author = { ...systemDeps, ...desk.session, isOwn: () => true };
    const takeBack = openRecordOn(desk.session, record.docId, [record.first, voted]).edit((doc) =>
      writeChange(doc, { type: 'support', on: false }, author),
    );
    expect(await push(desk, record, takeBack)).toEqual(['ok']);
    const request = { proto: 1, epoch: null, docIds: [record.docId] };
    expect(await core.replication.documents(phone.session, request)).toMatchObject({
      value: { items: [{ row: { supporters: 0 } }] },
    });
  });
});
