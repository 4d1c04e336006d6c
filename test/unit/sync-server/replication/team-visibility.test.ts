/** Records for a team: who is given them, who forgets them, and that no path gives them to anybody else. */
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createUuidV7, type DocumentId } from '../../../../shared/domain/ids.ts';
import { type Visibility, visibilities } from '../../../../shared/domain/improvement.ts';
import type { Role } from '../../../../shared/domain/person.ts';
import type { ImprovementChange } from '../../../../shared/document/write-change.ts';
import { maySee } from '../../../../shared/process/permissions.ts';
import { relationTo } from '../../../../shared/process/relations.ts';
import type { PullAnswer } from '../../../../shared/protocol/messages.ts';
import { mayReadRecord } from '../../../../sync-server/auth/readers.ts';
import { commandItem } from '../../../support/commands.ts';
import { captureOn, openRecordOn, type RecordOnDevice } from '../../../support/record-on-device.ts';
import {
  type CoreDevice,
  type CoreItem,
  createSyncCore,
  type SyncCore,
  systemDeps,
} from '../../../support/sync-core.ts';

const [ward, kitchen, acme] = [1, 2, 3].map(() => createUuidV7(systemDeps)) as [
  string,
  string,
  string,
];

let core: SyncCore;
let admin: CoreDevice;
beforeEach(async () => {
  core = createSyncCore();
  admin = await core.join('Ada', ['admin']);
});
afterEach(() => core.close());

const by = () => ({
  workspace: admin.session.workspace,
  by: admin.session.person.id,
  atMs: 1,
});

const belong = (of: CoreDevice, ...belongsTo: readonly string[]) =>
  core.store.changeBelonging({ ...by(), person: of.session.person.id, belongsTo });

async function push(from: CoreDevice, ...items: readonly CoreItem[]) {
  const answer = await core.replication.push(from.session, from.pushOf(items));
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.results;
}

async function captured(from: CoreDevice) {
  const record = captureOn(from.session, 'An idea');
  expect(await push(from, { docId: record.docId, bytes: record.first })).toMatchObject([
    { type: 'ok' },
  ]);
  return record;
}

const set = async (
  from: CoreDevice,
  record: RecordOnDevice,
  field: 'visibility' | 'visibleTeam' | 'owner',
  value: string,
) => {
  const change = { type: 'setField', field, value } as ImprovementChange;
  return push(from, { docId: record.docId, bytes: record.change(change) });
};

async function showTeam(from: CoreDevice, record: RecordOnDevice, team: string) {
  await set(from, record, 'visibleTeam', team);
  await set(from, record, 'visibility', 'team');
}

async function pull(as: CoreDevice, cursor: string | null = null): Promise<PullAnswer> {
  const request = { proto: 1, epoch: null, cursor, peopleVersion: 0 };
  const answer = await core.replication.pull(as.session, request);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

const idsOf = ({ items }: Pick<PullAnswer, 'items'>) => items.map(({ docId }) => docId);

async function share(type: 'share' | 'unshare', record: RecordOnDevice, person: string) {
  const seen = (await pull(admin)).items.find(({ docId }) => docId === record.docId);
  if (seen === undefined) throw new Error('The record is not on the server.');
  return (await push(admin, commandItem({ type, person }, seen)))[0];
}

describe('a record for a team', () => {
  it('is given to its members, its author, its owner, coordinators and administrators, and to nobody else', async () => {
    const [author, member, owner, other] = [
      await core.join('Ben', ['contributor']),
      await core.join('Mia', ['contributor']),
      await core.join('Olga', ['contributor']),
      await core.join('Otto', ['contributor', 'assessor', 'approver', 'evaluator', 'coach']),
    ];
    const [coordinator, guest] = [
      await core.join('Cleo', ['coordinator']),
      await core.join('Gus', ['guest']),
    ];
    await belong(member, ward);
    await belong(other, kitchen);
    await belong(guest, ward);
    const record = await captured(author);
    await set(author, record, 'owner', owner.session.person.id);
    await showTeam(author, record, ward);
    for (const reader of [author, member, owner, coordinator, admin]) {
      expect(idsOf(await pull(reader))).toEqual([record.docId]);
    }
    for (const reader of [other, guest]) expect(idsOf(await pull(reader))).toEqual([]);
    const copy = openRecordOn(other.session, record.docId, [record.first]);
    const bytes = copy.change({ type: 'support', on: true });
    expect(await push(other, { docId: record.docId, bytes })).toMatchObject([
      { code: 'notAllowed' },
    ]);
  });

  it('is for those involved alone as long as no team is named', async () => {
    const [author, member] = [await core.join('Ben'), await core.join('Mia')];
    await belong(member, ward);
    const record = await captured(author);
    await set(author, record, 'visibility', 'team');
    expect(idsOf(await pull(member))).toEqual([]);
  });

  it('comes to whoever enters the team, and is forgotten by whoever leaves it', async () => {
    const [author, member] = [await core.join('Ben'), await core.join('Mia')];
    const record = await captured(author);
    await showTeam(author, record, ward);
    const without = await pull(member);
    expect(idsOf(without)).toEqual([]);
    await belong(member, kitchen, ward);
    const within = await pull(member, without.cursor);
    expect(within.items).toMatchObject([{ docId: record.docId, whole: true }]);
    expect(within.people?.list.find(({ id }) => id === member.session.person.id)).toMatchObject({
      belongsTo: [kitchen, ward],
    });
    await belong(member, kitchen);
    const after = await pull(member, within.cursor);
    expect(after).toMatchObject({ items: [], forget: [record.docId] });
    expect((await pull(member, after.cursor)).forget).toBeUndefined();
  });

  it('is forgotten by the one team when it is for another, and by an owner who is none any longer', async () => {
    const [author, nurse, cook] = [await core.join(), await core.join(), await core.join()];
    await belong(nurse, ward);
    await belong(cook, kitchen);
    const record = await captured(author);
    await showTeam(author, record, ward);
    const had = await pull(nurse);
    expect(idsOf(had)).toEqual([record.docId]);
    await set(author, record, 'visibleTeam', kitchen);
    expect((await pull(nurse, had.cursor)).forget).toEqual([record.docId]);
    expect(idsOf(await pull(cook))).toEqual([record.docId]);

    await set(author, record, 'owner', nurse.session.person.id);
    const owned = await pull(nurse);
    expect(idsOf(owned)).toEqual([record.docId]);
    await set(author, record, 'owner', '');
    expect((await pull(nurse, owned.cursor)).forget).toEqual([record.docId]);
  });
});

describe('a record that is shared with an organisation', () => {
  it('is shared with all its people, also with those who come later, until they leave or it is unshared', async () => {
    const [author, sam, sue] = [
      await core.join('Ben'),
      await core.join('Sam', ['guest']),
      await core.join('Sue', ['guest']),
    ];
    await belong(sam, acme);
    const record = await captured(author);
    expect(await share('share', record, acme)).toMatchObject({ type: 'ok' });
    expect(idsOf(await pull(sam))).toEqual([record.docId]);
    const before = await pull(sue);
    expect(before).toMatchObject({ items: [], only: [] });
    await belong(sue, acme);
    expect(await pull(sue, before.cursor)).toMatchObject({
      items: [{ docId: record.docId, whole: true }],
      only: [record.docId],
    });

    const copy = openRecordOn(sue.session, record.docId, [record.first]);
    const edit = () => copy.change({ type: 'setField', field: 'supplier', value: 'Acme' });
    expect(await push(sue, { docId: record.docId, bytes: edit() })).toMatchObject([{ type: 'ok' }]);
    await belong(sue);
    expect(await pull(sue)).toMatchObject({ items: [], only: [] });
    expect(await push(sue, { docId: record.docId, bytes: edit() })).toMatchObject([
      { code: 'notAllowed' },
    ]);
    await share('unshare', record, acme);
    expect(await pull(sam)).toMatchObject({ items: [], only: [] });
  });
});

type Step =
  | { readonly type: 'visibility'; readonly record: number; readonly value: Visibility }
  | { readonly type: 'team'; readonly record: number; readonly value: string }
  | { readonly type: 'owner'; readonly record: number; readonly value: number }
  | { readonly type: 'belong'; readonly person: number; readonly value: readonly string[] }
  | { readonly type: 'roles'; readonly person: number; readonly value: readonly Role[] }
  | { readonly type: 'share'; readonly record: number; readonly value: string }
  | { readonly type: 'pull'; readonly person: number };

const people = 4;
const records = 2;
const person = fc.nat(people - 1);
const record = fc.nat(records - 1);
const team = fc.constantFrom('', ward, kitchen);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    type: fc.constant('visibility' as const),
    record,
    value: fc.constantFrom(...visibilities),
  }),
  fc.record({ type: fc.constant('team' as const), record, value: team }),
  fc.record({
    type: fc.constant('owner' as const),
    record,
    value: fc.integer({ min: -1, max: 3 }),
  }),
  fc.record({
    type: fc.constant('belong' as const),
    person,
    value: fc.subarray([ward, kitchen, acme]),
  }),
  fc.record({
    type: fc.constant('roles' as const),
    person,
    value: fc.constantFrom<readonly Role[]>(['guest'], ['contributor'], ['coordinator']),
  }),
  fc.record({ type: fc.constant('share' as const), record, value: fc.constant(acme) }),
  fc.record({ type: fc.constant('pull' as const), person }),
);

/** A device that keeps what it is given and forgets what it is told to forget. */
function createKeeper(device: CoreDevice) {
  let cursor: string | null = null;
  const kept = new Set<DocumentId>();
  return {
    device,
    kept,
    pull: async () => {
      const page = await pull(device, cursor);
      ({ cursor } = page);
      for (const { docId } of page.items) kept.add(docId as DocumentId);
      for (const docId of page.forget ?? []) kept.delete(docId as DocumentId);
      if (page.only === undefined) return;
      for (const docId of kept) if (!page.only.includes(docId)) kept.delete(docId);
    },
  };
}

it('whatever changes in whatever order, each is given what the table of permissions shows them, by every path', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      const keepers = await Promise.all(
        Array.from({ length: people }, async () =>
          createKeeper(await core.join('Ben', ['contributor'])),
        ),
      );
      const [author] = keepers;
      if (author === undefined) throw new Error('There is nobody.');
      const made = [await captured(author.device), await captured(author.device)];
      const standing = made.map(() => ({
        visibility: 'workspace' as Visibility,
        visibleTeam: '',
        owner: '' as string,
        sharedWith: [] as string[],
      }));
      const standings = keepers.map(() => ({
        roles: ['contributor'] as readonly Role[],
        belongsTo: [] as readonly string[],
      }));
      const idOf = (at: number) => keepers[at]?.device.session.person.id ?? '';

      const take = async (taken: Step) => {
        if (taken.type === 'pull') return keepers[taken.person]?.pull();
        if (taken.type === 'belong' || taken.type === 'roles') {
          const whose = standings[taken.person];
          const of = keepers[taken.person]?.device;
          if (whose === undefined || of === undefined) return;
          if (taken.type === 'belong') {
            whose.belongsTo = taken.value;
            return void (await belong(of, ...taken.value));
          }
          whose.roles = taken.value;
          const { id } = of.session.person;
          return void (await core.store.changeRoles({ ...by(), person: id, roles: taken.value }));
        }
        const [target, now] = [made[taken.record], standing[taken.record]];
        if (target === undefined || now === undefined) return;
        if (taken.type === 'share') {
          const isShared = now.sharedWith.length > 0;
          now.sharedWith = isShared ? [] : [acme];
          return void (await share(isShared ? 'unshare' : 'share', target, acme));
        }
        const copy = openRecordOn(admin.session, target.docId, await bytesOf(target.docId));
        if (taken.type === 'owner') now.owner = idOf(taken.value);
        else if (taken.type === 'team') now.visibleTeam = taken.value;
        else now.visibility = taken.value;
        const field = taken.type === 'team' ? 'visibleTeam' : taken.type;
        const value = taken.type === 'owner' ? now.owner : taken.value;
        await set(admin, copy, field, value as string);
      };
      for (const taken of steps) await take(taken);

      for (const [at, { device, kept, pull: catchUp }] of keepers.entries()) {
        const { roles, belongsTo } = standings[at] ?? { roles: [], belongsTo: [] };
        const own = new Set<string>([idOf(at), device.session.actor]);
        const asker = { isMe: (someone: string) => own.has(someone), belongsTo };
        const expected = made.flatMap(({ docId }, index) => {
          const createdBy = author.device.session.actor;
          const record = { createdBy, stage: 'idea', ...standing[index] } as never;
          const isShown = maySee({ roles, editing: 'involved' }, relationTo(record, asker));
          return isShown ? [docId] : [];
        });
        await catchUp();
        const ofThese = [...kept].filter((id) => made.some(({ docId }) => docId === id));
        expect(ofThese.sort()).toEqual([...expected].sort());
        const request = { proto: 1, epoch: null, docIds: made.map(({ docId }) => docId) };
        const whole = await core.replication.documents(device.session, request);
        expect(whole.ok && idsOf(whole.value).sort()).toEqual([...expected].sort());
        for (const { docId } of made) {
          expect(await mayReadRecord(core.store, device.session, docId)).toBe(
            expected.includes(docId),
          );
        }
      }
    }),
    { numRuns: 60 },
  );
});

async function bytesOf(docId: DocumentId): Promise<readonly Uint8Array[]> {
  const request = { proto: 1, epoch: null, docIds: [docId] };
  const answer = await core.replication.documents(admin.session, request);
  return answer.ok ? (answer.value.items[0]?.updates ?? []) : [];
}
