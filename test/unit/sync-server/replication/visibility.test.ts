/** Who is given which record: guests their own, members all but what others keep private. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeComment } from '../../../../shared/document/write-change.ts';
import { type CommentId, createUuidV7, type DocumentId } from '../../../../shared/domain/ids.ts';
import type { Visibility } from '../../../../shared/domain/improvement.ts';
import type { Role } from '../../../../shared/domain/person.ts';
import type { PullAnswer } from '../../../../shared/protocol/messages.ts';
import { captureOn, openRecordOn, type RecordOnDevice } from '../../../support/record-on-device.ts';
import {
  type CoreDevice,
  createSyncCore,
  type SyncCore,
  systemDeps,
} from '../../../support/sync-core.ts';

let core: SyncCore;
let admin: CoreDevice;
beforeEach(async () => {
  core = createSyncCore();
  admin = await core.join('Ada', ['admin']);
});
afterEach(() => core.close());

const as = (...roles: readonly Role[]) => core.join('Ben', roles);

async function push(from: CoreDevice, { docId }: RecordOnDevice, bytes: Uint8Array) {
  const answer = await core.replication.push(from.session, from.pushOf([{ docId, bytes }]));
  if (!answer.ok) throw new Error(answer.error.code);
  expect(answer.value.results).toMatchObject([{ type: 'ok' }]);
}

async function captured(by: CoreDevice) {
  const record = captureOn(by.session, 'An idea');
  await push(by, record, record.first);
  return record;
}

const show = (by: CoreDevice, record: RecordOnDevice, value: Visibility) =>
  push(by, record, record.change({ type: 'setField', field: 'visibility', value }));

async function pull(as: CoreDevice, cursor: string | null = null): Promise<PullAnswer> {
  const request = { proto: 1, epoch: null, cursor, peopleVersion: 0 };
  const answer = await core.replication.pull(as.session, request);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

const idsOf = ({ items }: Pick<PullAnswer, 'items'>) => items.map(({ docId }) => docId);

async function whole(as: CoreDevice, ...docIds: readonly DocumentId[]) {
  const request = { proto: 1, epoch: null, docIds: [...docIds] };
  const answer = await core.replication.documents(as.session, request);
  if (!answer.ok) throw new Error(answer.error.code);
  return idsOf(answer.value);
}

const setRoles = (of: CoreDevice, roles: readonly Role[]) =>
  core.store.changeRoles({
    workspace: of.session.workspace,
    person: of.session.person.id,
    roles,
    by: admin.session.person.id,
    atMs: 1,
  });

describe('a guest', () => {
  it('is given what they wrote, on each of their devices, and nothing else', async () => {
    const [guest, member] = [await as('guest'), await as('contributor')];
    const phone = await core.addDevice(guest);
    const theirs = await captured(member);
    const own = await captured(guest);
    for (const device of [guest, phone]) {
      const page = await pull(device);
      expect(idsOf(page)).toEqual([own.docId]);
      expect(page.only).toEqual([own.docId]);
      expect(await whole(device, own.docId, theirs.docId)).toEqual([own.docId]);
    }
    expect(JSON.stringify(await pull(guest))).not.toContain(theirs.docId);
  });

  it('is not shown again what others have written since', async () => {
    const [guest, member] = [await as('guest'), await as('contributor')];
    await captured(guest);
    const first = await pull(guest);
    await captured(member);
    const second = await pull(guest, first.cursor);
    expect(second.items).toEqual([]);
    expect(second.cursor).not.toBe(first.cursor);
  });

  it('is given the whole register once they are a member, and keeps their own when they were one', async () => {
    const [ben, member] = [await as('guest'), await as('contributor')];
    const own = await captured(ben);
    const theirs = await captured(member);
    const asGuest = await pull(ben);
    await setRoles(ben, ['contributor']);
    const asMember = await pull(ben, asGuest.cursor);
    expect(idsOf(asMember).sort()).toEqual([own.docId, theirs.docId].sort());
    expect(asMember.only).toBeUndefined();
    await setRoles(ben, ['guest']);
    const again = await pull(ben, asMember.cursor);
    expect(again.only).toEqual([own.docId]);
    expect(idsOf(again)).toEqual([own.docId]);
  });
});

describe('the people that a guest is told of', () => {
  const namesIn = ({ people }: PullAnswer) => people?.list.map(({ displayName }) => displayName);

  async function say(by: CoreDevice, { docId }: RecordOnDevice, first: Uint8Array) {
    const author = { ...systemDeps, ...by.session };
    const comment = { id: createUuidV7<CommentId>(systemDeps), text: 'Yes' };
    const copy = openRecordOn(by.session, docId, [first]);
    const bytes = copy.edit((doc) => writeComment(doc, comment, author));
    const answer = await core.replication.push(by.session, by.pushOf([{ docId, bytes }]));
    expect(answer).toMatchObject({ value: { results: [{ type: 'ok' }] } });
  }

  it('are themselves and whoever has to do with a record of theirs', async () => {
    const guest = await core.join('Gus', ['guest']);
    const [owner, sponsor, helper] = [
      await core.join('Olga', ['contributor']),
      await core.join('Sven', ['contributor']),
      await core.join('Hana', ['contributor']),
    ];
    const other = await core.join('Other guest', ['guest']);
    await captured(other);
    const own = await captured(guest);
    const alone = await pull(guest);
    expect(namesIn(alone)).toEqual(['Gus']);
    expect(JSON.stringify(alone)).not.toContain('Olga');

    const by = openRecordOn(admin.session, own.docId, [own.first]);
    await push(
      admin,
      by,
      by.change({ type: 'setField', field: 'owner', value: owner.session.actor }),
    );
    const { id } = sponsor.session.person;
    await push(admin, by, by.change({ type: 'setField', field: 'sponsor', value: id }));
    await say(helper, own, own.first);
    const names = namesIn(await pull(guest));
    // Who joined in the same millisecond stands in no order.
    expect(names?.toSorted()).toEqual(['Ada', 'Gus', 'Hana', 'Olga', 'Sven']);
  });

  it('come again when they are others, and not before', async () => {
    const [guest, member] = [await core.join('Gus', ['guest']), await as('contributor')];
    const own = await captured(guest);
    const { people } = await pull(guest);
    const ask = async () => {
      const peopleVersion = people?.version ?? 0;
      const request = { proto: 1, epoch: null, cursor: null, peopleVersion };
      const answer = await core.replication.pull(guest.session, request);
      return answer.ok ? answer.value.people : undefined;
    };
    await captured(member);
    await core.join('Newcomer', ['contributor']);
    expect(await ask()).toBeUndefined();
    await say(member, own, own.first);
    const told = (await ask())?.list.map(({ displayName }) => displayName);
    expect(told?.sort()).toEqual(['Ben', 'Gus']);
  });

  it('are all once the guest is a member, and few again afterwards', async () => {
    const guest = await core.join('Gus', ['guest']);
    const asGuest = await pull(guest);
    await setRoles(guest, ['contributor']);
    expect(namesIn(await pull(guest, asGuest.cursor))).toEqual(['Ada', 'Gus']);
    await setRoles(guest, ['guest']);
    expect(namesIn(await pull(guest))).toEqual(['Gus']);
  });
});

describe('a private record', () => {
  it('is given to its author, coordinators and administrators, and to everybody once it is shown', async () => {
    const [author, member] = [await as('contributor'), await as('contributor', 'assessor')];
    const coordinator = await as('coordinator');
    const record = await captured(author);
    await show(author, record, 'private');
    for (const reader of [author, coordinator, admin]) {
      expect(idsOf(await pull(reader))).toEqual([record.docId]);
    }
    const before = await pull(member);
    expect(before.items).toEqual([]);
    expect(await whole(member, record.docId)).toEqual([]);
    await show(author, record, 'workspace');
    expect(idsOf(await pull(member, before.cursor))).toEqual([record.docId]);
  });

  it('is forgotten by those who had it, and by nobody else', async () => {
    const [author, member] = [await as('contributor'), await as('contributor')];
    const record = await captured(author);
    const { cursor } = await pull(member);
    await show(author, record, 'private');
    const later = await pull(member, cursor);
    expect(later.items).toEqual([]);
    expect(later.forget).toEqual([record.docId]);
    expect((await pull(member, later.cursor)).forget).toBeUndefined();
    expect((await pull(author, cursor)).forget).toBeUndefined();
    expect((await pull(await as('contributor'))).forget).toBeUndefined();
  });

  it('is forgotten by a coordinator who is none any longer', async () => {
    const [author, coordinator] = [await as('contributor'), await as('coordinator')];
    const record = await captured(author);
    await show(author, record, 'private');
    const { cursor } = await pull(coordinator);
    await setRoles(coordinator, ['contributor']);
    expect((await pull(coordinator, cursor)).forget).toEqual([record.docId]);
  });

  it('takes no edit of those who do not see it', async () => {
    const [author, member] = [await as('contributor'), await as('contributor')];
    const record = await captured(author);
    await show(author, record, 'private');
    const copy = openRecordOn(member.session, record.docId, [record.first]);
    const bytes = copy.change({ type: 'support', on: true });
    const request = member.pushOf([{ docId: record.docId, bytes }]);
    expect(await core.replication.push(member.session, request)).toMatchObject({
      value: { results: [{ type: 'refused', code: 'notAllowed' }] },
    });
  });
});
