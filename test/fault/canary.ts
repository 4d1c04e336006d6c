/** An honest person beside an attack: pushes, pulls and types all the time, and knows how long each took. */
import { setTimeout as wait } from 'node:timers/promises';
import * as Y from 'yjs';
import { textOf } from '../../shared/document/schema.ts';
import type { PlainDevice } from '../support/plain-device.ts';
import { openPlainRoom } from '../support/plain-room.ts';
import { captureOn } from '../support/record-on-device.ts';

export type Canary = {
  /** Milliseconds of everything done since the last call. */
  readonly takeTimes: () => readonly number[];
  /** Of the next so many things done. */
  readonly nextTimes: (count: number) => Promise<readonly number[]>;
  /** Ends, and throws when anything went wrong. */
  readonly stop: () => Promise<void>;
};

/** A person does not act more often than this. */
const pauseMs = 25;

export async function startCanary(device: PlainDevice): Promise<Canary> {
  const { docId, doc, edit, first } = captureOn(device, 'Sing ');
  await device.push([{ docId, bytes: first }]);
  const room = await openPlainRoom(await device.roomUrl(docId), doc);
  let times: number[] = [];
  const takeTimes = () => {
    const taken = times;
    times = [];
    return taken;
  };
  const state = { isStopping: false };
  let { cursor } = await device.pull(null);

  const timed = async (work: () => Promise<void>) => {
    const startedAt = performance.now();
    await work();
    times.push(performance.now() - startedAt);
  };
  const sing = () => edit((each) => textOf(each, 'description').insert(0, 'a'));
  const live = async () => {
    for (let turn = 0; !state.isStopping; turn++) {
      await timed(() => room.sendUpdate(sing()));
      if (turn % 2 === 0) {
        await timed(async () => {
          const { results } = await device.push([{ docId, bytes: sing() }]);
          if (results[0]?.type !== 'ok') throw new Error(`The canary’s push: ${results[0]?.type}`);
        });
      } else {
        await timed(async () => {
          ({ cursor } = await device.pull(cursor, 1));
        });
      }
      await wait(pauseMs);
    }
    const { items } = await device.pull(null, 500);
    const stored = new Y.Doc();
    const own = items.find((item) => item.docId === docId);
    for (const update of own?.updates ?? []) Y.applyUpdate(stored, update);
    const [here, there] = [doc, stored].map((each) => textOf(each, 'description').toJSON());
    if (here !== there) throw new Error('The server does not hold what the canary sang.');
    room.socket.close();
  };
  const living = live();
  living.catch(() => {});
  return {
    takeTimes,
    nextTimes: async (count) => {
      takeTimes();
      while (times.length < count) await Promise.race([wait(pauseMs), living]);
      return takeTimes();
    },
    stop: () => {
      state.isStopping = true;
      return living;
    },
  };
}

/** The value that a share of all values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
