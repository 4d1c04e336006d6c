/**
 * A server that was set back to a backup gets back, once, what it had acknowledged since, from the devices
 * that kept it (docs/architecture.md, rules L2, R2, R7).
 */
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  type BuiltServer,
  createDataDir,
  removeDataDir,
  runBuiltCommand,
  startBuiltServer,
} from '../support/built-server.ts';
import {
  joinAsPlainDevice,
  type PlainDevice,
  type PlainUpdate,
  ProblemAnswer,
  tokenOf,
  uidOf,
} from '../support/plain-device.ts';
import { recordsOf } from '../support/plain-records.ts';
import { startCoreDevice } from './core-device.ts';
import { createReader, differences, digestOfLog } from './register-digest.ts';
import { checkStore } from './store-check.ts';

const editsSinceBackup = 50;
const settledWithinMs = 30_000;
/** A restore skips this many numbers, so that none given since the backup is given again. */
const skippedReferences = 10_000;

let dataDir: string;
let backup: string;
let server: BuiltServer;
let admin: PlainDevice;

beforeEach(async () => {
  dataDir = createDataDir();
  backup = join(dataDir, 'backup.sqlite');
  server = await startBuiltServer({ dataDir });
  admin = await joinAsPlainDevice(server.url, tokenOf(server.adminLink ?? ''), 'Ada');
});
afterEach(async () => {
  await server.kill();
  removeDataDir(dataDir);
});

async function restore(): Promise<void> {
  await server.kill();
  runBuiltCommand(dataDir, 'restore', backup);
  server = await startBuiltServer({ dataDir, port: server.port });
}

const lost = (acked: readonly PlainUpdate[]) =>
  checkStore(
    join(dataDir, 'gemba.sqlite'),
    acked.map(({ docId, bytes }) => ({ docId, uid: uidOf(bytes) })),
  );

it('takes back from a plain client what its journal has above the restored head', async () => {
  const records = recordsOf(admin, 20 + editsSinceBackup);
  await admin.push(records.slice(0, 20));
  runBuiltCommand(dataDir, 'backup', backup);
  const since = records.slice(20);
  const { results } = await admin.push(since);
  const journal = since.map((update, at) => ({ update, result: results[at] }));
  expect(results.every(({ type }) => type === 'ok')).toBe(true);

  await restore();
  expect(lost(since)).toHaveLength(editsSinceBackup);
  const problem = await problemOf(admin.pull(null));
  expect(problem).toMatchObject({ status: 409, code: 'epochChanged', headSeq: 20 });
  const above = journal.filter(
    ({ result }) => result?.type === 'ok' && result.seq > (problem.headSeq ?? 0),
  );
  const offered = above.map(({ update }) => update);
  expect(offered).toHaveLength(editsSinceBackup);
  expect(typesOf(await admin.push(offered))).toEqual(['ok']);
  expect(typesOf(await admin.push(offered))).toEqual(['dup']);
  expect(lost(records)).toEqual([]);
  await expectSameAsPulled();
});

it('takes back from the page’s own core, by itself, what it had acknowledged since', async () => {
  const core = startCoreDevice(server.url, admin);
  try {
    const before = await Promise.all(['one', 'two', 'three'].map(core.keep));
    await expect.poll(core.unsent, { timeout: settledWithinMs }).toBe(0);
    const epochBefore = await core.epoch();
    runBuiltCommand(dataDir, 'backup', backup);
    for (let i = 0; i < editsSinceBackup; i++) {
      const id = before[i % 6];
      if (id === undefined) await core.keep(`kept since the backup, ${i}`);
      else await core.typeInto(id, `typed since the backup, ${i}. `);
    }
    await expect.poll(core.unsent, { timeout: settledWithinMs }).toBe(0);
    const acked = await core.acked();
    expect(acked.length).toBeGreaterThanOrEqual(editsSinceBackup + before.length);

    await restore();
    expect(lost(acked).length).toBeGreaterThanOrEqual(editsSinceBackup);
    core.wake();
    await expect
      .poll(async () => (await core.epoch()) !== epochBefore && (await core.unsent()) === 0, {
        timeout: settledWithinMs,
      })
      .toBe(true);
    expect(lost(acked)).toEqual([]);
    await expectSameAsPulled();
  } finally {
    core.stop();
  }
});

/** A fresh device sees what the log says, and no reference was given a second time. */
async function expectSameAsPulled(): Promise<void> {
  const second = await joinAsPlainDevice(server.url, await admin.invite('member'), 'Bo');
  const reader = createReader(second);
  await reader.catchUp();
  const log = digestOfLog(join(dataDir, 'gemba.sqlite'));
  expect(differences(log, reader.digest())).toEqual([]);
  const numbers = [...log.values()].map((digest) => Number(/CI-(\d+)/u.exec(digest)?.[1]));
  expect(Math.max(...numbers)).toBeGreaterThan(skippedReferences);
}

async function problemOf(answer: Promise<unknown>): Promise<ProblemAnswer['problem']> {
  try {
    await answer;
  } catch (error) {
    if (error instanceof ProblemAnswer) return error.problem;
    throw error;
  }
  throw new Error('The server took it.');
}

const typesOf = ({ results }: { readonly results: readonly { readonly type: string }[] }) => [
  ...new Set(results.map(({ type }) => type)),
];
