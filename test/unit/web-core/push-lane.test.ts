/** The push lane: what is sent together, what waits, and what no failure may hold up. */
import { describe, expect, test } from 'vitest';
import { textOf } from '../../../shared/document/schema.ts';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { decodeFrame } from '../../../shared/protocol/frame.ts';
import {
  type EnvelopeContent,
  envelopeContent,
  type ItemResult,
  type PushRequest,
} from '../../../shared/protocol/messages.ts';
import { wireLimits } from '../../../shared/protocol/version.ts';
import { err, ok } from '../../../shared/result.ts';
import { createPushLane } from '../../../web/replication/push-lane.ts';
import type { Answer, TransportFailure } from '../../../web/replication/transport.ts';
import { createCoreReplica } from '../../support/core-replica.ts';

const epoch = '018f0000-0000-7000-8000-00000000000e';

type Decide = (docId: string, request: number) => ItemResult | TransportFailure;

function setUp(decide: Decide = () => ({ type: 'ok', seq: 1 })) {
  const replica = createCoreReplica();
  const pushes: string[][] = [];
  const failures: TransportFailure[] = [];
  let isHeld = false;
  const held: (() => void)[] = [];

  async function push(request: PushRequest): Answer<{ epoch: string; results: ItemResult[] }> {
    const docIds = request.envelopes.flatMap(({ content }) => itemsIn(content));
    pushes.push(docIds);
    const number = pushes.length;
    if (isHeld) await new Promise<void>((resolve) => held.push(resolve));
    const results: ItemResult[] = [];
    for (const docId of docIds) {
      const result = decide(docId, number);
      if ('seq' in result || result.type === 'gap' || result.type === 'gone') results.push(result);
      else if (result.type === 'refused' && 'message' in result) results.push(result);
      else return err(result as TransportFailure);
    }
    return ok({ epoch, results });
  }

  const lane = createPushLane(
    {
      ...replica.deps,
      sign: async () => new Uint8Array(64),
      transport: {
        push,
        pull: async () => err({ type: 'unreachable' }),
        documents: async () => err({ type: 'unreachable' }),
      },
    },
    {
      succeeded: () => undefined,
      failed: async (failure) => {
        failures.push(failure);
        return false;
      },
      settled: () => undefined,
      pulled: async () => undefined,
    },
  );
  return {
    ...replica,
    lane,
    pushes,
    failures,
    hold: () => {
      isHeld = true;
    },
    release: () => {
      isHeld = false;
      for (const resume of held.splice(0)) resume();
    },
    type: async (id: DocumentId, text: string) => {
      const log = await replica.open(id);
      textOf(log.doc.get(), 'description').insert(0, text);
      await log.close();
    },
    unsent: async () => (await replica.store.readUnsent()).edits,
  };
}

const itemsIn = (content: Uint8Array): string[] =>
  (envelopeContent.parse(decodeFrame(content)) as EnvelopeContent).items.map((item) => item.docId);

describe('the push lane', () => {
  test('sends everything unsent in one request and empties the outbox', async () => {
    const { lane, keep, pushes, unsent } = setUp();
    const ids = [await keep('one'), await keep('two')];
    expect(await lane.run()).toEqual({ type: 'done' });
    expect(pushes).toEqual([ids]);
    expect(await unsent()).toBe(0);
  });

  test('never has one document in two requests at a time', async () => {
    const { lane, keep, type, hold, release, pushes, clock, unsent } = setUp();
    const first = await keep('one');
    hold();
    const running = lane.run();
    await clock.pass(0);
    await type(first, 'later ');
    await keep('two');
    await clock.pass(0);
    expect(pushes).toEqual([[first]]);
    release();
    await running;
    expect(pushes.flat().filter((id) => id === first)).toHaveLength(2);
    expect(await unsent()).toBe(0);
  });

  test('offers a document with a gap again later, and the others meanwhile', async () => {
    const gapped = { id: '' };
    const { lane, keep, pushes, clock, unsent } = setUp((docId) =>
      docId === gapped.id ? { type: 'gap' } : { type: 'ok', seq: 1 },
    );
    gapped.id = await keep('builds on something missing');
    await keep('fine');
    const outcome = await lane.run();
    expect(outcome).toMatchObject({ type: 'waits' });
    expect(await unsent()).toBe(1);
    await keep('fine too');
    await lane.run();
    expect(pushes.at(-1)).not.toContain(gapped.id);
    expect(await unsent()).toBe(1);
    await clock.pass(outcome.type === 'waits' ? outcome.ms : 0);
    await lane.run();
    expect(pushes.at(-1)).toEqual([gapped.id]);
  });

  test('finds the one item that spoils a request and sends the rest', async () => {
    const poison = { id: '' };
    const { lane, keep, unsent, store } = setUp((docId) =>
      docId === poison.id ? { type: 'refused', code: 'malformed' } : { type: 'ok', seq: 1 },
    );
    for (const text of ['one', 'two']) await keep(text);
    poison.id = await keep('three');
    for (const text of ['four', 'five']) await keep(text);
    await lane.run();
    expect(await unsent()).toBe(0);
    const { drafts } = await store.readOutboxAndDrafts();
    expect(drafts.map((draft) => [draft.docId, draft.code])).toEqual([[poison.id, 'malformed']]);
  });

  test('keeps an edit that is larger than the wire takes as a draft, without sending it', async () => {
    const { lane, keep, type, pushes, store } = setUp();
    const id = await keep('one');
    await lane.run();
    await type(id, 'x'.repeat(wireLimits.updateBytes + 1));
    await lane.run();
    expect(pushes).toHaveLength(1);
    expect((await store.readOutboxAndDrafts()).drafts[0]).toMatchObject({ code: 'tooLarge' });
  });

  test('holds everything when the server does not know this device', async () => {
    const { lane, keep, unsent, failures, store } = setUp(() => ({
      type: 'refused',
      code: 'badSignature',
      message: '',
    }));
    await keep('one');
    expect(await lane.run()).toEqual({ type: 'failed' });
    expect(failures).toEqual([{ type: 'refused', code: 'signIn' }]);
    expect(await unsent()).toBe(1);
    expect((await store.readUnsent()).drafts).toBe(0);
  });

  test('keeps the outbox as it is when there is no answer', async () => {
    const { lane, keep, unsent, failures } = setUp(() => ({ type: 'unreachable' }));
    await keep('one');
    expect(await lane.run()).toEqual({ type: 'failed' });
    expect(failures).toEqual([{ type: 'unreachable' }]);
    expect(await unsent()).toBe(1);
  });

  test('counts an item as unsent when the device could not store the answer', async () => {
    const { lane, keep, unsent, hold, release, setFate, clock } = setUp();
    await keep('one');
    hold();
    const running = lane.run();
    await clock.pass(0);
    setFate('fail');
    release();
    expect(await running).toEqual({ type: 'failed' });
    expect(await unsent()).toBe(1);
  });

  test('gets past a document with thousands of edits that has to wait', async () => {
    const gapped = { id: '' };
    const { lane, keep, unsent, open, clock } = setUp((docId) =>
      docId === gapped.id ? { type: 'gap' } : { type: 'ok', seq: 1 },
    );
    const id = await keep('gapped');
    gapped.id = id;
    const log = await open(id);
    for (let i = 0; i < 600; i++) {
      textOf(log.doc.get(), 'description').insert(0, 'x');
      await clock.pass(0);
    }
    const before = await unsent();
    expect(before).toBe(601);
    await keep('behind it');
    await lane.run();
    expect(await unsent()).toBe(before);
  });
});
