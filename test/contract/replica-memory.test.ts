/** The replica store on tables in memory. */
import { createMemoryStorage } from '../../web/local/memory-tables.ts';
import { describeReplicaStore } from './replica-store-contract.ts';

describeReplicaStore('memory', () => createMemoryStorage().connect());
