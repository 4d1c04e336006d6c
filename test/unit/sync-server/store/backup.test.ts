import { everythingView } from '../../../../sync-server/store/visibility-store.ts';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  backUpTo,
  dataFileIn,
  restoreFrom,
} from '../../../../sync-server/store/sqlite/data-file.ts';
import { createSqliteStore } from '../../../../sync-server/store/sqlite/sqlite-store.ts';
import { captureOn } from '../../../support/record-on-device.ts';
import { createSyncCore, systemDeps } from '../../../support/sync-core.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'gemba-test-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const openCore = () =>
  createSyncCore(systemDeps, { store: createSqliteStore(dataFileIn(dir), systemDeps) });

describe('a backup', () => {
  it('holds what was committed before it, and the restored server is another lineage', async () => {
    const file = join(dir, 'backup.sqlite');
    const before = openCore();
    const ada = await before.join();
    const [kept, lost] = [captureOn(ada.session, 'Kept'), captureOn(ada.session, 'Lost')];
    const push = (core: typeof before, record: typeof kept, epoch: string | null = null) =>
      core.replication.push(ada.session, {
        ...ada.pushOf([{ docId: record.docId, bytes: record.first }]),
        epoch,
      });
    await push(before, kept);
    expect(backUpTo(dir, file)).toMatchObject({ ok: true });
    await push(before, lost);
    const { epoch } = before.store.lineage;
    await before.close();

    expect(restoreFrom(dir, file, systemDeps)).toMatchObject({ ok: true });
    const after = openCore();
    expect(after.store.lineage.epoch).not.toBe(epoch);
    expect(after.store.lineage.serverId).toBe(before.store.lineage.serverId);
    expect(await push(after, lost, epoch)).toMatchObject({
      error: { code: 'epochChanged', epoch: after.store.lineage.epoch, headSeq: 1 },
    });
    expect(await push(after, kept)).toMatchObject({ value: { results: [{ type: 'dup' }] } });
    expect(await push(after, lost)).toMatchObject({ value: { results: [{ type: 'ok' }] } });
    const heads = await after.store.wholeDocuments(
      ada.session.workspace,
      [kept.docId, lost.docId],
      everythingView,
    );
    expect(heads.map(({ ref }) => ref)).toEqual(['CI-1', 'CI-10002']);
    await after.close();
  });

  it('is taken while the server writes', async () => {
    const core = openCore();
    const ada = await core.join();
    const pushes = Array.from({ length: 20 }, (_, at) => {
      const { docId, first } = captureOn(ada.session, `Idea ${at}`);
      return core.replication.push(ada.session, ada.pushOf([{ docId, bytes: first }]));
    });
    await core.store.backUp(join(dir, 'live.sqlite'));
    await Promise.all(pushes);
    await core.close();
    const copy = createSqliteStore(join(dir, 'live.sqlite'), systemDeps);
    expect((await copy.position(copy.lineage.workspace.id)).documents).toBeLessThanOrEqual(20);
    await copy.close();
  });

  it('overwrites nothing, and says so', () => {
    const file = join(dir, 'backup.sqlite');
    expect(backUpTo(dir, file)).toMatchObject({ ok: false });
    writeFileSync(file, 'mine');
    writeFileSync(dataFileIn(dir), '');
    expect(backUpTo(dir, file)).toMatchObject({
      ok: false,
      error: expect.stringContaining('exists'),
    });
  });
});

describe('a restore', () => {
  it('keeps the database that it replaces', async () => {
    await openCore().close();
    const file = join(dir, 'backup.sqlite');
    backUpTo(dir, file);
    restoreFrom(dir, file, systemDeps);
    expect(readdirSync(dir).some((name) => name.startsWith('gemba.sqlite.before-'))).toBe(true);
  });

  it('of something that is no backup changes nothing', async () => {
    await openCore().close();
    const file = join(dir, 'letter.txt');
    writeFileSync(file, 'Dear Sir or Madam, '.repeat(500));
    expect(restoreFrom(dir, file, systemDeps)).toMatchObject({ ok: false });
    expect(restoreFrom(dir, join(dir, 'gone'), systemDeps)).toMatchObject({ ok: false });
    expect(existsSync(`${dataFileIn(dir)}.restoring`)).toBe(false);
    await openCore().close();
  });
});
