/** Many records up from one device and down to a fresh one, beside a server that only commits and answers. */
import { decode, encode } from 'cborg';
import { cborMediaType } from '../../../shared/protocol/frame.ts';
import { elementOf, streamMediaType } from '../../../shared/protocol/frame-stream.ts';
import { answerOfPage, type PullPage, type PushAnswer } from '../../../shared/protocol/messages.ts';
import { paths } from '../../../shared/protocol/paths.ts';
import { protocolVersion, wireLimits } from '../../../shared/protocol/version.ts';
import type { PlainDevice, PlainUpdate } from '../../support/plain-device.ts';
import type { FloorPull, FloorPush, FloorRow } from './floor-messages.ts';
import { type OneSocket, openOneSocket } from './one-socket.ts';

export type Bulk = {
  readonly upMs: number;
  readonly downMs: number;
  readonly upRequests: number;
  readonly downRequests: number;
  readonly wireBytes: number;
};

/** Bodies are made, and signed, before the clock runs: the server is measured, not the device. */
export function bulkThroughGemba(
  url: string,
  device: PlainDevice,
  reader: PlainDevice,
  records: readonly PlainUpdate[],
): Promise<Bulk> {
  const elements = batchesOf(records).map((batch) => elementOf(device.pushBody(batch)));
  return measure(url, records.length, {
    up: async (socket) => {
      const headers = { ...device.headers(), 'content-type': streamMediaType };
      for await (const message of socket.exchange(paths.push, headers, elements)) {
        const { results } = decode(message) as PushAnswer;
        const refused = results?.find(({ type }) => type !== 'ok');
        if (results === undefined || refused !== undefined) {
          throw new Error(`Not stored: ${JSON.stringify(refused ?? decode(message))}`);
        }
      }
    },
    down: async (socket) => {
      const headers = {
        ...reader.headers(),
        'content-type': cborMediaType,
        accept: streamMediaType,
      };
      const limit = wireLimits.pullItems;
      const body = { proto: protocolVersion, epoch: null, cursor: null, peopleVersion: 0, limit };
      let received = 0;
      for await (const message of socket.exchange(paths.pull, headers, [encode(body)])) {
        received += answerOfPage(decode(message) as PullPage).items.length;
      }
      return received;
    },
  });
}

export function bulkThroughFloor(url: string, records: readonly PlainUpdate[]): Promise<Bulk> {
  const bodies = batchesOf(records).map((items) => encode({ items } satisfies FloorPush));
  return measure(url, records.length, {
    up: async (socket) => {
      for (const body of bodies) decode(await socket.post('/push', {}, body));
    },
    down: async (socket) => {
      let received = 0;
      let after = 0;
      for (let rows = 1; rows > 0;) {
        const body = encode({ after, limit: wireLimits.pullItems } satisfies FloorPull);
        const page = decode(await socket.post('/pull', {}, body)) as readonly FloorRow[];
        rows = page.length;
        received += rows;
        after = page.at(-1)?.seq ?? after;
      }
      return received;
    },
  });
}

type Ways = {
  readonly up: (socket: OneSocket) => Promise<void>;
  /** Resolves to the number of records received. */
  readonly down: (socket: OneSocket) => Promise<number>;
};

async function measure(url: string, expected: number, { up, down }: Ways): Promise<Bulk> {
  const socket = openOneSocket(url);
  const startedAt = performance.now();
  await up(socket);
  const upAt = performance.now();
  const upRequests = socket.counted().requests;
  const received = await down(socket);
  const downAt = performance.now();
  socket.close();
  if (received !== expected) throw new Error(`${received} of ${expected} records came down.`);
  const { requests, sentBytes, receivedBytes } = socket.counted();
  return {
    upMs: upAt - startedAt,
    downMs: downAt - upAt,
    upRequests,
    downRequests: requests - upRequests,
    wireBytes: sentBytes + receivedBytes,
  };
}

/** As a device cuts its outbox: by number and by bytes. */
function batchesOf(records: readonly PlainUpdate[]): readonly (readonly PlainUpdate[])[] {
  const batches: PlainUpdate[][] = [];
  let sizeBytes = Number.POSITIVE_INFINITY;
  for (const record of records) {
    const last = batches.at(-1);
    sizeBytes += record.bytes.length;
    if (
      last === undefined ||
      last.length === wireLimits.pushItems ||
      sizeBytes > wireLimits.pushUpdateBytes
    ) {
      batches.push([record]);
      sizeBytes = record.bytes.length;
    } else last.push(record);
  }
  return batches;
}
