/**
 * Every role × what can be written × what one is to the record × way in, by a client that sends whatever it
 * likes: the server does what the table of permissions says, and a denial leaves the database as it was.
 */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type FieldKind,
  type WorkspaceCollection,
  workspaceCollectionNames,
} from '../../../shared/domain/collections.ts';
import { createUuidV7, type DocumentId } from '../../../shared/domain/ids.ts';
import { type Role, roles } from '../../../shared/domain/person.ts';
import {
  workspaceFieldNames,
  workspaceFields,
  workspaceTexts,
} from '../../../shared/domain/workspace.ts';
import { commentsOf } from '../../../shared/document/schema.ts';
import type { ImprovementChange } from '../../../shared/document/write-change.ts';
import type { CommandRequest } from '../../../shared/process/commands.ts';
import {
  type Editing,
  editingModes,
  may,
  maySee,
  type Relation,
  stranger,
  type Verb,
  type Who,
} from '../../../shared/process/permissions.ts';
import { recordPulse } from '../../../shared/process/pulse.ts';
import { stepsFrom } from '../../../shared/process/stages.ts';
import { workspaceVerb } from '../../../shared/process/workspace-verbs.ts';
import { paths } from '../../../shared/protocol/paths.ts';
import { closeCodes } from '../../../shared/protocol/refusals.ts';
import { roomMessage } from '../../../shared/protocol/room-messages.ts';
import { openDatabase } from '../../../sync-server/store/sqlite/database.ts';
import { storeOn } from '../../../sync-server/store/sqlite/sqlite-store.ts';
import { syncKind } from '../../../sync-server/websocket/frames.ts';
import { joinAsPlainDevice, type PlainDevice, ProblemAnswer } from '../../support/plain-device.ts';
import { openSocket, readJson, syncFrame, updateFrame } from '../../support/raw-socket.ts';
import { captureOn, openRecordOn, type RecordOnDevice } from '../../support/record-on-device.ts';
import { type StartedServer, startServer } from '../../support/start-server.ts';
import { systemDeps } from '../../support/sync-core.ts';
import { beginMeasureOn, openMeasureOn } from '../../support/measure-on-device.ts';
import { openWorkspaceOn } from '../../support/workspace-on-device.ts';

const database = openDatabase(':memory:');
let server: StartedServer;
let admin: PlainDevice;
let devices: ReadonlyMap<Role, PlainDevice>;

beforeAll(async () => {
  server = await startServer({ store: storeOn(database, systemDeps) });
  admin = await joinAsPlainDevice(server.url, server.adminToken, 'Ada');
  const joined: [Role, PlainDevice][] = [];
  for (const role of roles) {
    const token = await admin.invite([role]);
    const device = await joinAsPlainDevice(server.url, token, role);
    await admin.postJson(`${paths.people}/${device.person}/belonging`, { belongsTo: [team] });
    joined.push([role, device]);
  }
  devices = new Map(joined);
});
afterAll(() => server.stop());

/**
 * What a denial adds by design: the bytes that were refused, that they were, where the audit trail ends now, and
 * when a device was last seen. Snapshots are copies of what updates hold, made when a room closes.
 */
const besides = new Set(['quarantine', 'audit', 'devices', 'snapshots']);

/** Of every other table, so that a failure says where something changed. */
function digests(): Readonly<Record<string, string>> {
  const tables = database
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`)
    .all() as { name: string }[];
  return Object.fromEntries(
    tables.filter(({ name }) => !besides.has(name)).map(({ name }) => [name, digestOf(name)]),
  );
}

function digestOf(table: string): string {
  const hash = createHash('sha256');
  for (const row of database.prepare(`SELECT * FROM "${table}"`).iterate()) {
    for (const [column, value] of Object.entries(row as object)) {
      if (column === 'since_snapshot' || column.startsWith('audit_')) continue;
      hash.update(value instanceof Uint8Array ? value : `${value}\u0000`);
    }
  }
  return hash.digest('hex');
}

const deviceOf = (role: Role): PlainDevice => {
  const device = devices.get(role);
  if (device === undefined) throw new Error(`Nobody is ${role}.`);
  return device;
};

/** Everybody's. */
const team = createUuidV7(systemDeps);

const relations = {
  stranger: {},
  author: { isAuthor: true },
  owner: { isOwner: true },
  teammate: { visibility: 'team', isInTeam: true },
  ofOtherTeam: { visibility: 'team' },
} satisfies Record<string, Partial<Relation>>;
type RelationName = keyof typeof relations;

/** Whether it is seen decides there: of what may be done, a part will do. */
const isOfTeam = (name: RelationName): boolean => 'visibility' in relations[name];

const relationOf = (name: RelationName): Relation => ({
  ...stranger,
  isIdea: true,
  ...relations[name],
});

type Captured = { readonly record: RecordOnDevice; readonly updates: readonly Uint8Array[] };

/** Made by the administrator, unless the device is to be the author; committed by `commit`. */
function recordFor(device: PlainDevice, name: RelationName): Captured {
  const record = captureOn(name === 'author' ? device : admin, 'An idea');
  const set = (field: 'owner' | 'visibleTeam' | 'visibility', value: string) =>
    record.change({ type: 'setField', field, value } as ImprovementChange);
  const forTeam = (id: string) => [set('visibleTeam', id), set('visibility', 'team')];
  const further = {
    stranger: () => [],
    author: () => [],
    owner: () => [set('owner', device.person)],
    teammate: () => forTeam(team),
    ofOtherTeam: () => forTeam(createUuidV7(systemDeps)),
  };
  return { record, updates: [record.first, ...further[name]()] };
}

async function commit(by: PlainDevice, made: readonly Captured[]): Promise<void> {
  const items = made.flatMap(({ record, updates }) =>
    updates.map((bytes) => ({ docId: record.docId, bytes })),
  );
  if (items.length === 0) return;
  const { results } = await by.push(items);
  expect(results.map(({ type }) => type)).toEqual(items.map(() => 'ok'));
}

/** One record for each of `whats`, in every relation to the device. */
async function recordsFor<T>(device: PlainDevice, whats: readonly T[]) {
  const cells = (Object.keys(relations) as RelationName[]).flatMap((name) =>
    whats
      .filter((_, at) => !isOfTeam(name) || at % 3 === 0)
      .map((what) => ({ name, what, made: recordFor(device, name) })),
  );
  const isOwn = ({ name }: { readonly name: RelationName }) => name === 'author';
  await commit(
    device,
    cells.filter(isOwn).map(({ made }) => made),
  );
  await commit(
    admin,
    cells.filter((cell) => !isOwn(cell)).map(({ made }) => made),
  );
  return cells;
}

const verbByChange: Readonly<Record<string, Verb>> = {
  title: 'editRecord',
  tag: 'editRecord',
  owner: 'assign',
  stage: 'moveStage',
  visibility: 'setVisibility',
  vote: 'vote',
  comment: 'comment',
  score: 'score',
  pulse: 'comment',
  task: 'editRecord',
  taskDone: 'takeTask',
  risk: 'editRecord',
  granted: 'decideApproval',
  coaching: 'coach',
  experiment: 'editRecord',
};

const item = createUuidV7(systemDeps);

const changes: Readonly<Record<string, ImprovementChange>> = {
  title: { type: 'setField', field: 'title', value: 'Other' },
  tag: { type: 'setEntry', field: 'tags', entry: 'ward', on: true },
  owner: { type: 'setField', field: 'owner', value: '' },
  stage: { type: 'setField', field: 'stage', value: 'assessing' },
  visibility: { type: 'setField', field: 'visibility', value: 'private' },
  vote: { type: 'support', on: true },
  score: { type: 'score', criterion: 'value', value: 3 },
  pulse: { type: 'score', criterion: recordPulse, value: 4 },
  task: { type: 'setItem', collection: 'tasks', item, change: { title: 'Print the signs' } },
  taskDone: { type: 'setItem', collection: 'tasks', item, change: { state: 'done' } },
  risk: { type: 'setItem', collection: 'risks', item, change: { title: 'Nobody reads them' } },
  granted: { type: 'setField', field: 'fundingGranted', value: '1200.50' },
  coaching: { type: 'setItem', collection: 'coachings', item, change: { actual: '12 min' } },
  experiment: { type: 'setItem', collection: 'experiments', item, change: { title: 'One stamp' } },
};

/** A comment in the device's own name. */
const comment = (copy: RecordOnDevice, { actor }: PlainDevice): Uint8Array =>
  copy.edit((doc) =>
    commentsOf(doc).set(createUuidV7(systemDeps), {
      by: actor,
      at: 1,
      text: 'Well said',
      hlc: '000000000001-0000',
    }),
  );

const ways = ['push', 'room'] as const;

/** True: committed; false: denied. Anything else throws. */
async function write(
  way: (typeof ways)[number],
  device: PlainDevice,
  record: Pick<RecordOnDevice, 'docId'>,
  bytes: Uint8Array,
): Promise<boolean> {
  if (way === 'push') {
    const [result] = (await device.push([{ docId: record.docId, bytes }])).results;
    if (result?.type === 'ok') return true;
    expect(result).toMatchObject({ type: 'refused', code: 'notAllowed' });
    return false;
  }
  const url = await device.roomUrl(record.docId).catch((error: unknown) => {
    if (error instanceof ProblemAnswer && error.problem.code === 'notFound') return undefined;
    throw error;
  });
  if (url === undefined) return false;
  const socket = await openSocket(url);
  socket.send(updateFrame(bytes));
  const said = await socket.find(
    (frame) =>
      (readJson(roomMessage.durable)(frame) && 'committed') ??
      readJson(roomMessage.refused)(frame)?.['code'],
  );
  if (said === 'committed') {
    await socket.leave();
    return true;
  }
  expect(said).toBe('notAllowed');
  expect((await socket.closed).code).toBe(closeCodes.refused);
  return false;
}

describe.each(editingModes)('where editing is for %s', (editing: Editing) => {
  beforeAll(async () => {
    await admin.postJson(paths.workspace, { editing });
  });

  describe.each(roles)('%s', (role) => {
    it.each(ways)('writes by %s what the table says, and a denial changes nothing', async (way) => {
      const device = deviceOf(role);
      const who = { roles: [role], editing };
      const cells = (await recordsFor(device, Object.keys(verbByChange))).map((cell) => {
        const relation = relationOf(cell.name);
        const verb = verbByChange[cell.what] ?? 'editRecord';
        return { ...cell, isAllowed: maySee(who, relation) && may(who, verb, relation) };
      });
      const writeCell = ({ what, made: { record, updates } }: (typeof cells)[number]) => {
        const copy = openRecordOn(device, record.docId, updates);
        const change = changes[what];
        return write(
          way,
          device,
          record,
          change === undefined ? comment(copy, device) : copy.change(change),
        );
      };
      const before = digests();
      for (const cell of cells.filter(({ isAllowed }) => !isAllowed)) {
        expect(await writeCell(cell), `${cell.name} ${cell.what}`).toBe(false);
      }
      expect(digests()).toEqual(before);
      for (const cell of cells.filter(({ isAllowed }) => isAllowed)) {
        expect(await writeCell(cell), `${cell.name} ${cell.what}`).toBe(true);
      }
      if (cells.some(({ isAllowed }) => isAllowed)) expect(digests()).not.toEqual(before);
    });
  });
});

const workspacePlaces = [
  ...workspaceFieldNames,
  ...workspaceTexts,
  ...workspaceCollectionNames,
] as const;

/** One that the field takes. */
function valueFor(kind: FieldKind): string | number {
  if (kind.type === 'number') return kind.from;
  if (kind.type === 'moment') return 1_760_000_000_000;
  return kind.type === 'oneOf' ? (kind.values[0] ?? '') : '2027-03-01';
}

/** Something that the place takes, by the device. */
function writeInPlace(device: PlainDevice, place: (typeof workspacePlaces)[number]): Uint8Array {
  const workspace = openWorkspaceOn(device, workspaceId());
  const text = workspaceTexts.find((name) => name === place);
  const field = workspaceFieldNames.find((name) => name === place);
  if (text !== undefined) return workspace.type(text, 'Words');
  return field === undefined
    ? workspace.add(place as WorkspaceCollection, { order: 'a0' })
    : workspace.change({ type: 'setField', field, value: valueFor(workspaceFields[field]) });
}

const workspaceId = () => server.store.lineage.workspace.id as string as DocumentId;

describe.each(roles)('what the workspace has agreed on, by %s', (role) => {
  it.each(ways)('is written by %s as the table says, and a denial changes nothing', async (way) => {
    const device = deviceOf(role);
    const who: Who = { roles: [role], editing: 'everyone' };
    const record = { docId: workspaceId() };
    const isAllowed = (place: (typeof workspacePlaces)[number]) => may(who, workspaceVerb(place));
    const before = digests();
    for (const place of workspacePlaces.filter((name) => !isAllowed(name))) {
      const bytes = writeInPlace(device, place);
      expect(await write(way, device, record, bytes), place).toBe(false);
    }
    expect(digests()).toEqual(before);
    for (const place of workspacePlaces.filter(isAllowed)) {
      const bytes = writeInPlace(device, place);
      expect(await write(way, device, record, bytes), place).toBe(true);
    }
  });
});

/** To a measure: nothing, who began it, who takes its readings. */
const measuresFor = (device: PlainDevice) =>
  (Object.keys(relations) as RelationName[]).map((name) => {
    const takenBy = name === 'owner' ? device.person : '';
    return { name, measure: beginMeasureOn(name === 'author' ? device : admin, { takenBy }) };
  });

describe.each(editingModes)('measures where editing is for %s', (editing: Editing) => {
  beforeAll(async () => {
    await admin.postJson(paths.workspace, { editing });
  });

  it.each(roles)('%s begins, changes and takes them as the table says', async (role) => {
    const device = deviceOf(role);
    const who: Who = { roles: [role], editing };
    for (const { name, measure } of measuresFor(device)) {
      const { docId, first } = measure;
      const isBegun = name !== 'author' || may(who, 'beginMeasure');
      const before = digests();
      expect(await write('push', name === 'author' ? device : admin, { docId }, first)).toBe(
        isBegun,
      );
      if (!isBegun) expect(digests()).toEqual(before);
      if (!isBegun) continue;
      const relation = relationOf(name);
      for (const way of ways) {
        for (const verb of ['editMeasure', 'takeReading'] as const) {
          const isAllowed = maySee(who, stranger) && may(who, verb, relation);
          const unchanged = digests();
          // A new one each time: what was refused must not be built upon.
          const copy = openMeasureOn(device, docId, [first]);
          const bytes = verb === 'editMeasure' ? copy.rename(way) : copy.take('2027-03-01', 7);
          expect(await write(way, device, { docId }, bytes), `${name} ${verb}`).toBe(isAllowed);
          if (!isAllowed) expect(digests()).toEqual(unchanged);
        }
      }
    }
  });
});

const commands: readonly CommandRequest[] = [
  { type: 'acknowledge' },
  { type: 'approve' },
  { type: 'decline', reason: 'No' },
  { type: 'escalate', reason: 'Contested' },
  { type: 'ruleEscalation', ruling: 'approved', reason: 'Yes' },
  { type: 'markDuplicate', of: createUuidV7(systemDeps) },
  { type: 'withdraw' },
  { type: 'hold', reason: 'Later', reviewOn: '2027-03-31' },
  { type: 'share', person: createUuidV7(systemDeps) },
  { type: 'purge', reason: 'Private' },
];

const besidesStages: Readonly<Record<string, Verb>> = { share: 'shareRecord', purge: 'purge' };

const verbsOf = ({ type }: CommandRequest): readonly Verb[] => {
  const verb = besidesStages[type];
  if (verb !== undefined) return [verb];
  return stepsFrom('idea').flatMap((step) => (step.by === type ? step.verbs : []));
};

describe.each(roles)('a command of %s', (role) => {
  it('is decided as the table says, and a denial changes nothing', async () => {
    const device = deviceOf(role);
    const { editing } = await server.store.readMemberships(server.store.lineage.workspace.id, []);
    const who = { roles: [role], editing };
    const cells = await recordsFor(device, commands);
    const ask = async ({ what: command, made }: (typeof cells)[number]) => {
      const [result] = (await device.pushCommand(made.record.docId, command)).results;
      return result?.type === 'refused' ? result.code : result?.type;
    };
    const isAllowed = ({ name, what }: (typeof cells)[number]) =>
      maySee(who, relationOf(name)) &&
      verbsOf(what).some((verb) => may(who, verb, relationOf(name)));
    const before = digests();
    for (const cell of cells.filter((cell) => !isAllowed(cell))) {
      // To somebody who may not know of a record there is none, and the command waits for it.
      const denial = maySee(who, relationOf(cell.name)) ? 'notAllowed' : 'gap';
      expect(await ask(cell), `${cell.name} ${cell.what.type}`).toBe(denial);
    }
    expect(digests()).toEqual(before);
    for (const cell of cells.filter(isAllowed)) {
      expect(['notAllowed', 'gap'], `${cell.name} ${cell.what.type}`).not.toContain(
        await ask(cell),
      );
    }
  });
});

describe.each(roles)('%s', (role) => {
  it('erases words, comments and people as the table says, and a denial changes nothing', async () => {
    const device = deviceOf(role);
    const who: Who = { roles: [role], editing: 'everyone' };
    const cells = await recordsFor(device, ['erased'] as const);
    const leaver = await joinAsPlainDevice(server.url, await admin.invite(['coach']), 'Leaver');
    const erase = async (path: string, body: object = {}) => {
      const answer = await fetch(server.url + path, {
        method: 'POST',
        headers: { ...device.headers(), 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return answer.status;
    };
    const erasePerson = () => erase(`${paths.people}/${leaver.person}/erase`);
    const eraseWords = ({ made }: (typeof cells)[number]) =>
      erase(`${paths.erasures}/${made.record.docId}`, { type: 'words', words: 'An idea' });
    const before = digests();
    if (!may(who, 'purge')) {
      for (const cell of cells) expect(await eraseWords(cell), cell.name).toBe(403);
    }
    if (!may(who, 'erasePerson')) expect(await erasePerson()).toBe(403);
    expect(digests()).toEqual(before);
    if (may(who, 'purge')) {
      for (const cell of cells) expect(await eraseWords(cell), cell.name).toBe(200);
    }
    if (may(who, 'erasePerson')) expect(await erasePerson()).toBe(200);
    else await admin.postJson(`${paths.people}/${leaver.person}/remove`);
  });
});

describe.each(roles)('in a room, %s', (role) => {
  it('writes nothing by step 2 and nothing by being there', async () => {
    const device = deviceOf(role);
    const made = recordFor(device, 'author');
    await commit(device, [made]);
    const { record } = made;
    const copy = openRecordOn(device, record.docId, made.updates);
    const bytes = copy.change({ type: 'setField', field: 'title', value: 'By step 2' });
    const before = digests();
    const socket = await openSocket(await device.roomUrl(record.docId));
    socket.send(syncFrame(syncKind.step2, bytes));
    expect((await socket.closed).code).toBe(closeCodes.malformed);
    const present = await openSocket(await device.roomUrl(record.docId));
    // One state: client 1, clock 1, a name that is not its own.
    const state = Buffer.from('{"user":{"name":"Ada"}}');
    present.send(new Uint8Array([1, state.length + 4, 1, 1, 1, state.length, ...state]));
    await present.find((frame) => (frame.includes(role) ? true : undefined));
    await present.leave();
    expect(digests()).toEqual(before);
  });

  it('captures, whoever they are', async () => {
    const device = deviceOf(role);
    const record = captureOn(device, 'Mine');
    const { results } = await device.push([{ docId: record.docId, bytes: record.first }]);
    expect(results).toMatchObject([{ type: 'ok' }]);
  });
});
