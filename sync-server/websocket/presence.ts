/** Who is in a room: awareness states as their connections tell them, named by the server, never stored. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Admitted } from '../auth/tickets.ts';

/** A connection, as far as presence is concerned. */
export type Present = Pick<Admitted, 'author' | 'user'>;

export type Presence = {
  /** Takes in what a connection tells; the Yjs client ids whose state changed; undefined when it is malformed. */
  readonly receive: (from: Present, update: Uint8Array) => readonly number[] | undefined;
  /** Ends the states of a connection that has left. */
  readonly leave: (from: Present) => readonly number[];
  /** Ends the states that were not renewed in time. */
  readonly expire: () => readonly number[];
  /** An awareness update with the states of `clientIds`, by default of everybody present. */
  readonly encode: (clientIds?: readonly number[]) => Uint8Array;
};

/** y-protocols renews a state every 15 s and forgets it after 30 s. */
const stateLifeMs = 30_000;

/** Of one connection: a page has one document open in it, and so one Yjs client id. */
const statesOfOneConnection = 4;

/** Of one room, with those that have left: their clocks tell an echo from news. */
const statesOfOneRoom = 10_000;

type Entry = {
  readonly owner: Present | undefined;
  readonly clock: number;
  /** JSON; 'null' = has left. */
  readonly state: string;
  readonly renewedAt: number;
};

export function createPresence(nowMs: () => number): Presence {
  const entries = new Map<number, Entry>();

  const end = (isEnded: (entry: Entry) => boolean): readonly number[] => {
    const ended = [...entries].filter(([, entry]) => entry.owner !== undefined && isEnded(entry));
    for (const [clientId, entry] of ended) {
      entries.set(clientId, { ...entry, owner: undefined, state: 'null' });
    }
    return ended.map(([clientId]) => clientId);
  };

  /** Every client echoes what it hears of others: only its own, and only what is newer, counts. */
  const mayTell = (from: Present, clientId: number, clock: number): boolean => {
    const known = entries.get(clientId);
    if (known !== undefined && known.clock >= clock) return false;
    if (known?.owner !== undefined) return known.owner.author.device === from.author.device;
    const owned = [...entries.values()].filter(({ owner }) => owner === from).length;
    return owned < statesOfOneConnection && entries.size < statesOfOneRoom;
  };

  return {
    receive(from, update) {
      const told = readAwareness(update);
      if (told === undefined) return undefined;
      const changed: number[] = [];
      for (const { clientId, clock, state } of told) {
        if (!mayTell(from, clientId, clock)) continue;
        entries.set(clientId, {
          owner: state === null ? undefined : from,
          clock,
          state: JSON.stringify(state === null ? null : { ...state, user: from.user }),
          renewedAt: nowMs(),
        });
        changed.push(clientId);
      }
      return changed;
    },
    leave: (from) => end(({ owner }) => owner === from),
    expire: () => end(({ renewedAt }) => nowMs() - renewedAt > stateLifeMs),
    encode(clientIds) {
      const told =
        clientIds ??
        [...entries].filter(([, { owner }]) => owner !== undefined).map(([clientId]) => clientId);
      return encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, told.length);
        for (const clientId of told) {
          const { clock, state } = entries.get(clientId) ?? { clock: 0, state: 'null' };
          encoding.writeVarUint(encoder, clientId);
          encoding.writeVarUint(encoder, clock);
          encoding.writeVarString(encoder, state);
        }
      });
    },
  };
}

type Told = { readonly clientId: number; readonly clock: number; readonly state: object | null };

function readAwareness(update: Uint8Array): readonly Told[] | undefined {
  try {
    const decoder = decoding.createDecoder(update);
    const told: Told[] = [];
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const clientId = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      const state: unknown = JSON.parse(decoding.readVarString(decoder));
      if (typeof state !== 'object' || Array.isArray(state)) return undefined;
      told.push({ clientId, clock, state });
    }
    return told;
  } catch {
    return undefined;
  }
}
