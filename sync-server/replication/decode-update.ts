/** Reads an untrusted Yjs V1 update strictly: all bytes, every client once, clocks that a person could have typed. */
import type { Decoder } from 'lib0/decoding';
import * as Y from 'yjs';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ClockRange } from '../store/store.ts';

export type DecodedUpdate = {
  /** What the update holds of each client, from its first clock on. */
  readonly ranges: readonly ClockRange[];
  /** What it deletes. */
  readonly deletions: readonly ClockRange[];
  /** As they stand in the bytes: not integrated into any document. */
  readonly structs: readonly (Y.Item | Y.GC | Y.Skip)[];
};

/** A clock counts characters and entries; beyond this it was made to do harm. */
const maxClock = 2 ** 31;

/** A client id is made per open document: one update of one device holds one, rarely two. */
const maxClients = 64;

/**
 * The error is a sentence for logs and plain clients. A forged length can make Yjs read on into the buffer
 * that `bytes` is a view of: what ends elsewhere is refused, and nothing of it is shown to anybody.
 */
export function decodeUpdate(bytes: Uint8Array): Result<DecodedUpdate, string> {
  try {
    return checkDecoded(readAll(bytes));
  } catch (error) {
    return err(`Not a Yjs V1 update: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function readAll(bytes: Uint8Array): ReturnType<typeof Y.decodeUpdateV2> {
  const decoded = Y.decodeUpdateV2(bytes, WatchedDecoder);
  if (WatchedDecoder.latest?.pos !== bytes.length) throw new Error('it ends elsewhere');
  return decoded;
}

/** Remembers where it is, because Yjs does not say where it stopped. */
class WatchedDecoder extends Y.UpdateDecoderV1 {
  static latest: Decoder | undefined;

  constructor(decoder: Decoder) {
    super(decoder);
    WatchedDecoder.latest = decoder;
  }
}

function checkDecoded({
  structs,
  ds,
}: ReturnType<typeof Y.decodeUpdateV2>): Result<DecodedUpdate, string> {
  const ranges: { clientId: number; from: number; to: number }[] = [];
  const clients = new Set<number>();
  for (const { id, length } of structs) {
    const last = ranges.at(-1);
    if (!isClock(id.clock + length)) return err('A clock is out of bounds.');
    if (last?.clientId === id.client && last.to === id.clock) {
      last.to = id.clock + length;
      continue;
    }
    if (clients.has(id.client)) return err('A client comes twice.');
    if (clients.size === maxClients) return err(`More than ${maxClients} clients in one update.`);
    clients.add(id.client);
    ranges.push({ clientId: id.client, from: id.clock, to: id.clock + length });
  }
  const deletions: ClockRange[] = [];
  for (const [clientId, items] of ds.clients) {
    for (const { clock, len } of items) {
      if (!isClock(clock + len)) return err('A deletion is out of bounds.');
      deletions.push({ clientId, from: clock, to: clock + len });
    }
  }
  return ok({ ranges, deletions, structs });
}

const isClock = (clock: number): boolean => Number.isSafeInteger(clock) && clock < maxClock;
