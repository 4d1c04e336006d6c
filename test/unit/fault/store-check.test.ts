/** The canary of the fault tests: the check that they rely on must see each kind of damage. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { project } from '../../../shared/document/project.ts';
import { projectionVersion, noFacts } from '../../../shared/document/projection.ts';
import type { DeviceId, PersonId, Uid } from '../../../shared/domain/ids.ts';
import { openDatabase } from '../../../sync-server/store/sqlite/database.ts';
import { storeOn } from '../../../sync-server/store/sqlite/sqlite-store.ts';
import { type AckedUpdate, checkStore } from '../../fault/store-check.ts';
import { generateRegister } from '../../support/register-generator.ts';

const person = '00000000-0000-7000-8000-000000000001' as PersonId;
const device = '00000000-0000-7000-8000-000000000002' as DeviceId;
const untilMs = Date.UTC(2026, 0, 1);

let folder: string;
let file: string;
let acked: AckedUpdate[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gemba-canary-'));
  file = join(folder, 'store.sqlite');
  acked = await fillStore(openDatabase(file));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Three records, a commit each; closed again. */
async function fillStore(db: ReturnType<typeof openDatabase>): Promise<AckedUpdate[]> {
  const deps = { nowMs: () => untilMs, randomBytes: (size: number) => randomBytes(size) };
  const store = storeOn(db, deps);
  const written: AckedUpdate[] = [];
  const author = { device, actor: person as never };
  for (const { id, update } of generateRegister({ seed: 1, count: 3, author, untilMs })) {
    const uid = createHash('sha256').update(update).digest('hex') as Uid;
    const doc = new Y.Doc();
    Y.applyUpdate(doc, update);
    const rowJson = JSON.stringify(project(id, doc, noFacts, untilMs));
    await store.commit(store.lineage.workspace.id, {
      atMs: untilMs,
      updates: [{ docId: id, uid, person, device, hlc: '', bytes: update, changes: [] }],
      documents: [
        {
          docId: id,
          isNew: true,
          rowJson,
          projVersion: projectionVersion,
          snapshot: undefined,
          claims: [],
        },
      ],
      refused: [],
    });
    written.push({ docId: id, uid });
  }
  await store.close();
  return written;
}

function damage(sql: string): readonly string[] {
  const db = openDatabase(file);
  db.exec(`PRAGMA foreign_keys = OFF; ${sql}`);
  db.close();
  return checkStore(file, acked);
}

it('finds nothing wrong with a store that kept everything', () => {
  expect(checkStore(file, acked)).toEqual([]);
});

it('reports an acknowledged update that is gone', () => {
  expect(damage('DELETE FROM updates WHERE seq = 2')).toEqual([
    expect.stringContaining('is stored 0 times'),
  ]);
});

it('reports an acknowledged update that is there twice', () => {
  const twice = `DROP INDEX updates_by_uid;
    INSERT INTO updates SELECT ws, doc, 9, uid, person, device, received_at, hlc, bytes
    FROM updates WHERE seq = 2;`;
  expect(damage(twice)).toContainEqual(expect.stringContaining('is stored 2 times'));
});

it('reports a head that is not the last update of its document', () => {
  expect(damage('UPDATE docs SET head_seq = 7 WHERE head_seq = 3')).toEqual([
    expect.stringContaining('has head 7, but its last update is 3'),
  ]);
});

it('reports a number given beyond where the workspace stands', () => {
  expect(damage('UPDATE workspaces SET seq = 2')).toEqual([
    'the workspace stands at 2, but an update has 3',
  ]);
});

it('reports a seq or a reference that was given twice', () => {
  expect(damage('UPDATE updates SET seq = 2 WHERE seq = 3')).toContain('seq 2 was given 2 times');
  const sameReference = "DROP INDEX docs_by_ref; UPDATE docs SET ref = 'CI-1'";
  expect(damage(sameReference)).toContain('reference CI-1 was given 3 times');
});

it('reports a changed and a missing audit row', () => {
  expect(damage("UPDATE audit SET payload = '{}' WHERE n = 2")).toEqual([
    'audit row 2 does not fit the chain',
  ]);
  expect(damage('DELETE FROM audit WHERE n = 1')).toEqual(['audit row 1 does not fit the chain']);
});
