/** Rows that an older program has left, as decisions see them. */
import { expect, it } from 'vitest';
import type { Uid } from '../../../../shared/domain/ids.ts';
import { presentRow } from '../../../../sync-server/replication/present-row.ts';
import { captureOn } from '../../../support/record-on-device.ts';
import { createSyncCore } from '../../../support/sync-core.ts';

it('a record that an older program projected is decided upon as this one sees it', async () => {
  const core = createSyncCore();
  const ben = await core.join('Ben', ['contributor']);
  const { docId, first, change } = captureOn(ben.session, 'Shorter forms');
  const routed = change({ type: 'setField', field: 'route', value: 'project' });
  const items = [first, routed].map((bytes) => ({ docId, bytes }));
  await core.replication.push(ben.session, ben.pushOf(items));
  const workspace = core.store.lineage.workspace.id;
  const record = await core.store.readRecord(workspace, docId, '' as Uid);
  if (record.type !== 'there') throw new Error('the record is not there');
  const { route, ...older } = record.row;
  expect(route).toBe('project');
  const present = await presentRow(core.store, workspace, docId, {
    ...record,
    row: older,
    projVersion: record.projVersion - 1,
  });
  expect(present).toEqual(record.row);
  await core.close();
});
