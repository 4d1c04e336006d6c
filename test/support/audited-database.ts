/** A database in memory whose trail has eight rows: Ada is invited and joins, then edits and refusals take turns. */
import { openDatabase } from '../../sync-server/store/sqlite/database.ts';
import { storeOn } from '../../sync-server/store/sqlite/sqlite-store.ts';
import { captureOn } from './record-on-device.ts';
import { createSyncCore, systemDeps } from './sync-core.ts';

export async function auditedDatabase(path = ':memory:') {
  const db = openDatabase(path);
  const core = createSyncCore(systemDeps, { store: storeOn(db, systemDeps) });
  const ada = await core.join();
  for (const text of ['One', 'Two', 'Three']) {
    const { docId, first } = captureOn(ada.session, text);
    const items = [first, first.slice(1)].map((bytes) => ({ docId, bytes }));
    await core.replication.push(ada.session, ada.pushOf(items));
  }
  return { db, core, workspace: core.store.lineage.workspace.id };
}
