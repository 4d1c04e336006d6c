/**
 * A store that can't write acknowledges nothing, says so in a way of its own, and takes everything once it
 * can again (docs/architecture.md, rules R1, A2).
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { textOf } from '../../shared/document/schema.ts';
import { paths } from '../../shared/protocol/paths.ts';
import { type BuiltServer, startBuiltServer } from '../support/built-server.ts';
import { failingDisks } from '../support/failing-disk.ts';
import {
  joinAsPlainDevice,
  type PlainDevice,
  type PlainUpdate,
  ProblemAnswer,
  tokenOf,
  uidOf,
} from '../support/plain-device.ts';
import { openPlainRoom } from '../support/plain-room.ts';
import { recordsOf } from '../support/plain-records.ts';
import { checkStore } from './store-check.ts';

/** More than any of the disks holds. */
const mostRecords = 2_000;
const batch = 100;

describe.each(failingDisks())('$name', (disk) => {
  let server: BuiltServer;
  afterEach(async () => {
    await server.kill();
    disk.remove();
  });

  /** The store as it stands, apart from the running server. */
  const checkCopy = (acked: readonly PlainUpdate[]) => {
    const copy = mkdtempSync(join(tmpdir(), 'gemba-copy-'));
    cpSync(disk.dataDirOf(server.pid), copy, { recursive: true, filter: isDatabase });
    const uids = acked.map(({ docId, bytes }) => ({ docId, uid: uidOf(bytes) }));
    const wrong = checkStore(join(copy, 'gemba.sqlite'), uids);
    rmSync(copy, { recursive: true });
    return wrong;
  };

  it('is answered with 507 and no acknowledgement, and everything is taken once it has healed', async () => {
    server = await startBuiltServer({ dataDir: disk.dataDir, launcher: disk.launcher });
    const device = await joinAsPlainDevice(server.url, tokenOf(server.adminLink ?? ''), 'Ada');
    const records = [...recordsOf(device, mostRecords)];
    const acked: PlainUpdate[] = records.splice(0, batch);
    await device.push(acked);
    const [first] = acked;
    if (first === undefined) throw new Error('The generator made no record.');

    const doc = new Y.Doc();
    const room = await openPlainRoom(await device.roomUrl(first.docId), doc);
    const typed: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => typed.push(update));

    disk.fail(server.pid);
    const refusedPush = await pushUntilRefused(device, records, acked);
    expect(refusedPush).toMatchObject({ status: 507, code: 'storageFailed' });
    textOf(doc, 'description').insert(0, 'typed on a full disk');
    await expect(room.sendUpdate(typed[0] ?? new Uint8Array())).rejects.toThrow('closed with 1013');
    expect((await fetch(server.url + paths.health)).status).toBe(200);
    expect(checkCopy(acked)).toEqual([]);

    disk.heal(server.pid);
    const unsent = [
      ...records.splice(0, batch),
      { docId: first.docId, bytes: typed[0] ?? new Uint8Array() },
    ];
    const { results } = await device.push(unsent);
    expect(new Set(results.map(({ type }) => type))).toEqual(new Set(['ok']));
    expect(checkCopy([...acked, ...unsent])).toEqual([]);
    const again = await device.push(unsent);
    expect(new Set(again.results.map(({ type }) => type))).toEqual(new Set(['dup']));
  });
});

/** Moves what is acknowledged from `records` to `acked` until the server refuses; resolves with the problem. */
async function pushUntilRefused(
  device: PlainDevice,
  records: PlainUpdate[],
  acked: PlainUpdate[],
): Promise<unknown> {
  while (records.length >= batch) {
    const next = records.slice(0, batch);
    try {
      const { results } = await device.push(next);
      expect(results.every(({ type }) => type === 'ok')).toBe(true);
      acked.push(...records.splice(0, batch));
    } catch (error) {
      if (error instanceof ProblemAnswer) return error.problem;
      throw error;
    }
  }
  throw new Error('Everything was taken: the disk did not fail.');
}

/** Not the ballast. */
const isDatabase = (path: string): boolean => !path.endsWith('ballast');
