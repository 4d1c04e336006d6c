import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createUuidV7 } from '../../../../shared/domain/ids.ts';
import { historyAnswer, historyChange } from '../../../../shared/protocol/history.ts';
import { problem } from '../../../../shared/protocol/messages.ts';
import { paths } from '../../../../shared/protocol/paths.ts';
import { joinAsPlainDevice, type PlainDevice } from '../../../support/plain-device.ts';
import { captureOn, type RecordOnDevice } from '../../../support/record-on-device.ts';
import { type StartedServer, startServer } from '../../../support/start-server.ts';
import { systemDeps } from '../../../support/sync-core.ts';

let server: StartedServer;
let admin: PlainDevice;
let member: PlainDevice;
let record: RecordOnDevice;

beforeAll(async () => {
  server = await startServer();
  admin = await joinAsPlainDevice(server.url, server.adminToken, 'Ada');
  member = await joinAsPlainDevice(server.url, await admin.invite('member'), 'Ben');
  const captured = captureOn(member, 'Queues at the desk');
  record = captured;
  const updates = [
    captured.first,
    captured.change({ type: 'setField', field: 'urgency', value: 'low' }),
    captured.change({ type: 'support', on: true }),
  ];
  await member.push(updates.map((bytes) => ({ docId: record.docId, bytes })));
});
afterAll(() => server.stop());

const ask = (who: PlainDevice, path: string) =>
  fetch(server.url + path, { headers: who.headers() });
const historyOf = async (who: PlainDevice, query = '') =>
  historyAnswer.parse(await (await ask(who, `${paths.history}/${record.docId}${query}`)).json());
const refusalOf = async (answer: Response) => problem.parse(await answer.json());

it('tells every member what happened to a record, newest first', async () => {
  const { entries, before } = await historyOf(admin);
  expect(entries.map(({ changes }) => changes[0]?.type)).toEqual(['support', 'field', 'created']);
  expect(entries[1]).toMatchObject({ device: member.device, people: [expect.any(String)] });
  expect(before).toBeUndefined();
  for (const entry of entries) {
    for (const change of entry.changes) expect(historyChange.parse(change)).toEqual(change);
  }
});

it('gives pages by cursor, and one field alone', async () => {
  const first = await historyOf(admin, '?limit=1');
  expect(first.entries.map(({ changes }) => changes[0]?.type)).toEqual(['support']);
  const rest = await historyOf(admin, `?limit=5&before=${first.before}`);
  expect(rest.entries.map(({ changes }) => changes[0]?.type)).toEqual(['field', 'created']);
  const urgency = await historyOf(admin, '?field=urgency');
  expect(urgency.entries).toMatchObject([{ changes: [{ old: '', new: 'low' }] }]);
});

it.each(['limit=0', 'limit=201', 'limit=x', 'before=1', 'before=1.%00', 'field=secret'])(
  'refuses ?%s as malformed',
  async (query) => {
    const answer = await ask(admin, `${paths.history}/${record.docId}?${query}`);
    expect(answer.status).toBe(400);
    expect(await refusalOf(answer)).toMatchObject({
      code: 'malformed',
      field: query.split('=')[0],
    });
  },
);

it('says the same of what there is not and of what is no id', async () => {
  const answers = await Promise.all(
    [createUuidV7(systemDeps), 'x'].map(async (id) => {
      const answer = await ask(admin, `${paths.history}/${id}`);
      return { status: answer.status, said: await answer.text() };
    }),
  );
  expect(answers[0]?.status).toBe(404);
  expect(answers[0]).toEqual(answers[1]);
});

it('streams the audit trail to an administrator, with hashes that anybody can follow', async () => {
  const answer = await ask(admin, paths.auditExport);
  expect(answer.headers.get('content-type')).toContain('application/jsonl');
  const lines = (await answer.text()).trimEnd().split('\n');
  let previous = Buffer.alloc(32);
  for (const [at, line] of lines.entries()) {
    const row = JSON.parse(line) as Record<'payload' | 'salt' | 'kind' | 'hash' | 'ws', string> & {
      readonly n: number;
      readonly at: number;
      readonly doc: string | null;
    };
    expect(row.n).toBe(at + 1);
    const payload = createHash('sha256').update(Buffer.from(row.salt, 'hex')).update(row.payload);
    previous = createHash('sha256')
      .update(previous)
      .update(payload.digest())
      .update(JSON.stringify([row.n, row.at, row.kind, row.ws, row.doc]))
      .digest();
    expect(row.hash).toBe(previous.toString('hex'));
  }
  expect(lines.length).toBeGreaterThan(3);
});

it('keeps the audit trail from members', async () => {
  const answer = await ask(member, paths.auditExport);
  expect(answer.status).toBe(403);
  expect(await refusalOf(answer)).toMatchObject({ code: 'notAllowed' });
});
