/** What only a real browser's storage does: two tabs at once, a database closed under a write, keys that stay inside. */
import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import { browserDeps } from '../../web/local/browser-deps.ts';
import { openDeviceDatabase } from '../../web/local/device-database.ts';
import { createDexieTables } from '../../web/local/dexie-tables.ts';
import { createReplicaStore } from '../../web/local/replica-store.ts';
import { replicaSchema } from '../../web/local/tables.ts';
import { openDeviceKey } from '../../web/session/device-key.ts';
import { createTestAuthor } from '../support/replica-builders.ts';

let names = 0;
const freshName = () => `device-storage-${++names}-${Date.now()}`;

describe('the device database', () => {
  test('gives two tabs that start at once the same identity and key', async () => {
    const name = freshName();
    const tabs = [openDeviceDatabase(browserDeps, name), openDeviceDatabase(browserDeps, name)];
    const [one, two] = await Promise.all(tabs.map((tab) => tab.readStart()));
    expect(one?.identity.device).toBe(two?.identity.device);
    expect(one?.identity.actor).toBe(two?.identity.actor);
    expect(one?.identity.boot).not.toBe(two?.identity.boot);
    const [first, second] = await Promise.all(tabs.map((tab) => openDeviceKey(browserDeps, tab)));
    expect(first?.publicKey).toEqual(second?.publicKey);
  });

  test('signs with a key that cannot be read out', async () => {
    const device = openDeviceDatabase(browserDeps, freshName());
    const key = await openDeviceKey(browserDeps, device);
    const content = new TextEncoder().encode('content');
    const signature = await key.sign(content);
    const publicKey = await crypto.subtle.importKey(
      'raw',
      key.publicKey as BufferSource,
      'Ed25519',
      false,
      ['verify'],
    );
    expect(
      await crypto.subtle.verify('Ed25519', publicKey, signature as BufferSource, content),
    ).toBe(true);
    const stored = await device.readKey();
    expect(stored?.type === 'subtle' && stored.privateKey.extractable).toBe(false);
  });
});

describe('a replica in the browser', () => {
  test('opens a database again that was closed under it', async () => {
    const name = freshName();
    const store = createReplicaStore({
      ...browserDeps,
      tables: createDexieTables(name, browserDeps),
    });
    await store.createDocument(createTestAuthor().capture('before').edit);
    // A newer version of the app, in another tab, asks for a newer schema: this connection gives way.
    const upgraded = new Dexie(name);
    upgraded.version(1).stores(replicaSchema);
    upgraded.version(2).stores({ later: 'id' });
    await upgraded.open();
    upgraded.close();
    expect(await store.createDocument(createTestAuthor(2).capture('after').edit)).toEqual({
      ok: true,
      value: undefined,
    });
    expect(await store.countRecords()).toBe(2);
    store.close();
  });

  test('finds what an earlier page stored', async () => {
    const name = freshName();
    const open = () =>
      createReplicaStore({ ...browserDeps, tables: createDexieTables(name, browserDeps) });
    const early = open();
    await early.createDocument(createTestAuthor().capture('kept').edit);
    early.close();
    const late = open();
    expect((await late.readNewest(0, 1))[0]?.title).toBe('kept');
    late.close();
  });
});
