/** The replica store on IndexedDB, in a real browser. */
import { browserDeps } from '../../web/local/browser-deps.ts';
import { createDexieTables } from '../../web/local/dexie-tables.ts';
import { describeReplicaStore } from './replica-store-contract.ts';

let databases = 0;
describeReplicaStore('Dexie', () =>
  createDexieTables(`contract-${++databases}-${Date.now()}`, browserDeps),
);
