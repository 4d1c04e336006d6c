/**
 * Promise 1 of the server: what it acknowledged, by push answer or in a room, survives kill -9 at any
 * moment, exactly once (docs/architecture.md, rules R1, R2, V1).
 */
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import {
  type BuiltServer,
  createDataDir,
  killWhileStarting,
  removeDataDir,
  startBuiltServer,
} from '../support/built-server.ts';
import { joinAsPlainDevice, type PlainDevice, tokenOf } from '../support/plain-device.ts';
import { below, createRandom } from '../../shared/demo/seeded-random.ts';
import { byLength } from '../support/test-length.ts';
import { type Ack, createAckJournal } from './ack-journal.ts';
import { createPushingClient } from './pushing-client.ts';
import { createReader, differences, digestOfLog, type Reader } from './register-digest.ts';
import { checkStore } from './store-check.ts';
import { createTypingClient, keepRecord } from './typing-client.ts';

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
const cycles = byLength(50, 2_000);
/** Every so many cycles all clients must get on before the kill, and everything is checked, not just the latest. */
const cyclesPerFullCheck = 5;
/** How often the next start is killed, too, before the server is ready. */
const shareOfKilledStarts = 0.2;
const longestStartMs = 600;
const longestLifeMs = 400;
const progressLimitMs = 20_000;

const dataDir = createDataDir();
let server: BuiltServer | undefined;
afterAll(async () => {
  await server?.kill();
  removeDataDir(dataDir);
});
const databaseFile = join(dataDir, 'gemba.sqlite');

type Client = { readonly work: () => Promise<number> };

it(`keeps every acknowledged edit, once, through ${cycles} kills (seed ${seed})`, async () => {
  const random = createRandom(seed);
  const journal = createAckJournal(join(dataDir, 'acks.jsonl'));
  server = await startBuiltServer({ dataDir });
  const devices = await joinFour(server);
  const [admin, second, third, readingDevice] = devices;
  const reader = createReader(readingDevice);
  const shared = await keepRecord(admin, journal);
  const clients: readonly Client[] = [
    createPushingClient(admin, journal, random),
    createPushingClient(second, journal, random),
    createTypingClient(second, shared, 'b', journal),
    createTypingClient(third, shared, 'c', journal),
  ];
  let checked = 0;
  for (let cycle = 1; cycle <= cycles; cycle++) {
    const isFull = cycle % cyclesPerFullCheck === 0;
    await live(server, clients, isFull, below(random, longestLifeMs));
    const options = { dataDir, port: server.port };
    if (random() < shareOfKilledStarts) {
      await killWhileStarting(options, below(random, longestStartMs));
    }
    server = await startBuiltServer(options);
    const acks = journal.read();
    await reader.catchUp();
    const wrong = lost(isFull ? acks : acks.slice(checked), reader);
    if (isFull) wrong.push(...differences(digestOfLog(databaseFile), reader.digest()));
    expect(wrong, `cycle ${cycle}`).toEqual([]);
    checked = acks.length;
  }
  const fresh = createReader(readingDevice);
  await fresh.catchUp();
  expect(differences(reader.digest(), fresh.digest())).toEqual([]);
  expect(await server.stop()).toBe(0);
  console.log(`${journal.read().length} acknowledgements over ${cycles} kills, none lost`);
});

/** An administrator's device and three of colleagues. */
async function joinFour(
  server: BuiltServer,
): Promise<readonly [PlainDevice, PlainDevice, PlainDevice, PlainDevice]> {
  const admin = await joinAsPlainDevice(server.url, tokenOf(server.adminLink ?? ''), 'Ada');
  const joinNext = async (name: string) =>
    joinAsPlainDevice(server.url, await admin.invite('member'), name);
  return [admin, await joinNext('Bo'), await joinNext('Chen'), await joinNext('Dana')];
}

/** Lets the clients work until the moment comes, then kills the server; an error before that is a failure. */
async function live(
  server: BuiltServer,
  clients: readonly Client[],
  mustProgress: boolean,
  lifeMs: number,
): Promise<void> {
  const life = { isOver: false };
  const failures: unknown[] = [];
  const acknowledged = new Set<Client>();
  const loops = clients.map(async (client) => {
    while (!life.isOver && failures.length === 0) {
      try {
        await client.work();
        acknowledged.add(client);
      } catch (error) {
        if (!life.isOver) failures.push(error);
      }
    }
  });
  if (mustProgress) {
    const everyone = () => failures.length > 0 || acknowledged.size === clients.length;
    await expect.poll(everyone, { timeout: progressLimitMs }).toBe(true);
  }
  // Not a wait for a state: the moment of the kill is what the seed chooses.
  await wait(lifeMs);
  life.isOver = true;
  await server.kill();
  await Promise.all(loops);
  expect(failures).toEqual([]);
}

/** What the journal holds and the store, or someone who pulled, does not; or holds twice. */
function lost(acks: readonly Ack[], reader: Reader): string[] {
  const updates = acks.filter((ack) => ack.type === 'update');
  const words = acks.filter((ack) => ack.type === 'word');
  const [shared] = words;
  const times = countWords(shared === undefined ? '' : reader.textOf(shared.docId));
  const missingWords = words
    .filter(({ word }) => times.get(word) !== 1)
    .map(({ word }) => `acknowledged word ${word} is there ${times.get(word) ?? 0} times`);
  return [...checkStore(databaseFile, updates), ...missingWords];
}

function countWords(text: string): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const [word] of text.matchAll(/<[^<>]*>/gu)) times.set(word, (times.get(word) ?? 0) + 1);
  return times;
}
