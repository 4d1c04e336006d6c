import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSqliteStore } from '../../sync-server/store/sqlite/sqlite-store.ts';
import { describeStoreContract } from './store-contract.ts';

describeStoreContract('SQLite in memory', () => ({
  open: (deps) => createSqliteStore(':memory:', deps),
  remove: () => {},
}));

describeStoreContract('SQLite in a file', () => {
  const dir = mkdtempSync(join(tmpdir(), 'gemba-test-'));
  const open = (deps: Parameters<typeof createSqliteStore>[1]) =>
    createSqliteStore(join(dir, 'gemba.sqlite'), deps);
  return { open, reopen: open, remove: () => rmSync(dir, { recursive: true }) };
});
