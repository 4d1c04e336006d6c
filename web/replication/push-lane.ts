/** Sends the outbox: several batches in flight, one document never in two of them, a failing one never in the way. */
import type { DocumentId, ServerEpoch } from '../../shared/domain/ids.ts';
import type { ItemResult } from '../../shared/protocol/messages.ts';
import { protocolVersion, wireLimits } from '../../shared/protocol/version.ts';
import type { ItemOutcome } from '../local/outbox.ts';
import type { OutboxRow } from '../local/tables.ts';
import { withDeadline } from './deadline.ts';
import { sealEnvelopes } from './envelopes.ts';
import type { LaneOutcome } from './lane.ts';
import type { ReplicatorDeps, ServerContact } from './replicator.ts';
import { createWaitingDocuments } from './waiting-documents.ts';

/** Enough to fill the wait for an answer; more would only fill the server's queue. */
const maxFlights = 3;

/** Answers to a whole batch that one bad item may have caused: it is cut in half until the item is alone. */
const poisonCodes: ReadonlySet<string> = new Set([
  'malformed',
  'tooLarge',
  'invalidField',
  'badUpdate',
]);
/** Refusals of an item that say nothing about the item: it stays where it is and is offered again. */
const passingCodes: ReadonlySet<string> = new Set([
  'storageFailed',
  'unavailable',
  'signIn',
  'badSignature',
  'foreignDevice',
  'upgrade',
]);

export type PushLane = {
  readonly run: () => Promise<LaneOutcome>;
  /** Documents that wait after a gap may be offered at once. */
  readonly forgetWaits: () => void;
};

export type PushLaneDeps = Omit<ReplicatorDeps, 'renewSession'>;

export function createPushLane(deps: PushLaneDeps, contact: ServerContact): PushLane {
  const { store } = deps;
  const waiting = createWaitingDocuments(deps);
  let batchItems: number = wireLimits.pushItems;

  async function run(): Promise<LaneOutcome> {
    const flights = new Set<Promise<void>>();
    const inFlight = new Set<DocumentId>();
    let hasFailed = false;
    let afterN = 0;

    async function launch(): Promise<boolean> {
      const exclude = new Set([...inFlight, ...waiting.current()]);
      const limits = {
        items: batchItems,
        updateBytes: wireLimits.pushUpdateBytes,
        exclude,
        afterN,
      };
      const taken = await store.takePushBatch(limits);
      if (!taken.ok) hasFailed = true;
      const batch = taken.ok ? taken.value : [];
      if (batch.length === 0) return false;
      afterN = batch.at(-1)?.n ?? afterN;
      const docIds = new Set(batch.map((row) => row.docId));
      for (const id of docIds) inFlight.add(id);
      const flight = fly(batch, docIds);
      flights.add(flight);
      void flight.finally(() => flights.delete(flight));
      return true;
    }

    async function fly(
      batch: readonly OutboxRow[],
      docIds: ReadonlySet<DocumentId>,
    ): Promise<void> {
      const isSettled = await send(batch);
      hasFailed ||= !isSettled;
      for (const id of docIds) inFlight.delete(id);
    }

    for (;;) {
      while (!hasFailed && flights.size < maxFlights && (await launch()));
      if (flights.size > 0) {
        await Promise.race(flights);
      } else if (hasFailed) {
        return { type: 'failed' };
      } else if (afterN === 0) {
        const ms = waiting.untilNextMs();
        return ms === undefined ? { type: 'done' } : { type: 'waits', ms };
      }
      // Items that were passed over, because their document was in flight, are found from the start.
      if (flights.size === 0) afterN = 0;
    }
  }

  /** False: the batch is as it was, and there is reason to wait. */
  async function send(batch: readonly OutboxRow[]): Promise<boolean> {
    const tooLarge = batch.filter(isTooLarge);
    if (tooLarge.length > 0) return refuseHere(tooLarge, 'tooLarge');
    const { epoch } = await store.readSyncPoint();
    const envelopes = await sealEnvelopes(deps, deps.identity.device, batch);
    const request = { proto: protocolVersion, epoch, envelopes };
    const answer = await withDeadline(deps, (signal) => deps.transport.push(request, signal));
    if (answer.ok) {
      contact.succeeded();
      return settle(batch, answer.value.results, answer.value.epoch as ServerEpoch);
    }
    if (answer.error.type === 'refused' && poisonCodes.has(answer.error.code)) {
      contact.succeeded();
      if (batch.length === 1) return refuseHere(batch, answer.error.code);
      batchItems = Math.ceil(batch.length / 2);
      return true;
    }
    return contact.failed(answer.error);
  }

  async function settle(
    batch: readonly OutboxRow[],
    results: readonly ItemResult[],
    epoch: ServerEpoch,
  ): Promise<boolean> {
    if (results.length !== batch.length) return contact.failed({ type: 'unreachable' });
    const outcomes: ItemOutcome[] = [];
    batch.forEach((row, i) => {
      const result = results[i];
      if (result !== undefined) outcomes.push({ row, result });
    });
    const decided = outcomes.filter(({ result }) => !isPassing(result));
    const settled = await store.settlePush(decided, epoch);
    if (!settled.ok) return false;
    const postponed = new Set(
      outcomes.filter(({ result }) => isPassing(result)).map(({ row }) => row.docId),
    );
    for (const { row } of outcomes) {
      if (postponed.has(row.docId)) waiting.postpone(row.docId);
      else waiting.forget(row.docId);
    }
    batchItems = Math.min(batchItems * 2, wireLimits.pushItems);
    contact.settled(decided.map(({ result }) => result));
    if (outcomes.some(({ result }) => isAboutTheSession(result))) {
      return contact.failed({ type: 'refused', code: 'signIn' });
    }
    return true;
  }

  async function refuseHere(rows: readonly OutboxRow[], code: string): Promise<boolean> {
    const message = 'The server can’t take this edit.';
    const outcomes = rows.map((row): ItemOutcome => ({
      row,
      result: { type: 'refused', code, message },
    }));
    const settled = await store.settlePush(outcomes, null);
    if (settled.ok) contact.settled(outcomes.map(({ result }) => result));
    return settled.ok;
  }

  return { run, forgetWaits: waiting.forgetAll };
}

const isTooLarge = (row: OutboxRow): boolean =>
  row.body.type === 'update' && row.body.bytes.length > wireLimits.updateBytes;

const isPassing = (result: ItemResult): boolean =>
  result.type === 'gap' || (result.type === 'refused' && passingCodes.has(result.code));

const isAboutTheSession = (result: ItemResult): boolean =>
  result.type === 'refused' &&
  (result.code === 'badSignature' || result.code === 'foreignDevice' || result.code === 'signIn');
