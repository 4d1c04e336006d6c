import { describe, expect, it } from 'vitest';
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { ActorId, DeviceId, PersonId } from '../../../../shared/domain/ids.ts';
import { createPresence, type Present } from '../../../../sync-server/websocket/presence.ts';

const present = (name: string, device = `device of ${name}`): Present => ({
  author: { device: device as DeviceId, person: name as PersonId, actor: name as ActorId },
  user: { id: `id of ${name}`, name },
});

/** A page's awareness: what it would send, and what it makes of what it gets. */
function createPage(clientId: number) {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const awareness = new Awareness(doc);
  return {
    tell: (state: Record<string, unknown> | null, about = [clientId]) => {
      awareness.setLocalState(state);
      return encodeAwarenessUpdate(awareness, about);
    },
    hear: (update: Uint8Array) => applyAwarenessUpdate(awareness, update, 'server'),
    echo: () => encodeAwarenessUpdate(awareness, [...awareness.getStates().keys()]),
    sees: (client: number) => awareness.getStates().get(client),
  };
}

describe('presence', () => {
  it('names a person by the ticket, whatever the page claims', () => {
    const presence = createPresence(() => 0);
    const [ada, ben] = [createPage(1), createPage(2)];
    const claim = ada.tell({ user: { id: 'x', name: 'The boss' }, caret: 7 });
    expect(presence.receive(present('Ada'), claim)).toEqual([1]);
    ben.hear(presence.encode());
    expect(ben.sees(1)).toEqual({ user: { id: 'id of Ada', name: 'Ada' }, caret: 7 });
  });

  it('takes nobody’s word about others, as every page echoes what it hears', () => {
    const presence = createPresence(() => 0);
    const [ada, ben] = [createPage(1), createPage(2)];
    const [asAda, asBen] = [present('Ada'), present('Ben')];
    presence.receive(asAda, ada.tell({ caret: 1 }));
    ben.hear(presence.encode());
    expect(presence.receive(asBen, ben.echo())).toEqual([2]);
    const forger = createPage(1);
    for (let i = 0; i < 5; i++) forger.tell({ caret: i });
    expect(presence.receive(asBen, forger.tell({ caret: 99 }))).toEqual([]);
    ben.hear(presence.encode());
    expect(ben.sees(1)).toMatchObject({ caret: 1, user: { name: 'Ada' } });
  });

  it('forgets who leaves, and is not reminded by an echo', () => {
    const presence = createPresence(() => 0);
    const [ada, ben] = [createPage(1), createPage(2)];
    const [asAda, asBen] = [present('Ada'), present('Ben')];
    presence.receive(asAda, ada.tell({ caret: 1 }));
    ben.hear(presence.encode());
    const lateEcho = ben.echo();
    const gone = presence.leave(asAda);
    expect(gone).toEqual([1]);
    ben.hear(presence.encode(gone));
    expect(ben.sees(1)).toBeUndefined();
    expect(presence.receive(asBen, lateEcho)).toEqual([2]);
    expect(presence.encode()).toEqual(presence.encode([2]));
  });

  it('lets a device take its state along to a new connection', () => {
    const presence = createPresence(() => 0);
    const ada = createPage(1);
    const [before, after] = [present('Ada'), present('Ada')];
    presence.receive(before, ada.tell({ caret: 1 }));
    expect(presence.receive(after, ada.tell({ caret: 2 }))).toEqual([1]);
    expect(presence.leave(before)).toEqual([]);
    expect(presence.leave(after)).toEqual([1]);
  });

  it('ends what is not renewed for 30 seconds', () => {
    let nowMs = 0;
    const presence = createPresence(() => nowMs);
    const [ada, ben] = [createPage(1), createPage(2)];
    presence.receive(present('Ada'), ada.tell({}));
    nowMs = 20_000;
    presence.receive(present('Ben'), ben.tell({}));
    expect(presence.expire()).toEqual([]);
    nowMs = 30_001;
    expect(presence.expire()).toEqual([1]);
  });

  it('takes a few states of one connection and no more', () => {
    const presence = createPresence(() => 0);
    const ada = present('Ada');
    const told = Array.from({ length: 10 }, (_, at) =>
      presence.receive(ada, createPage(at).tell({})),
    );
    expect(told.flat()).toEqual([0, 1, 2, 3]);
  });

  it.each([
    ['cut off', new Uint8Array([2, 1])],
    ['no JSON', new Uint8Array([1, 1, 1, 1, 0x7b])],
    ['a list', new Uint8Array([1, 1, 1, 2, 0x5b, 0x5d])],
    ['a number', new Uint8Array([1, 1, 1, 1, 0x37])],
  ])('knows an update that is %s for malformed', (_, update) => {
    expect(createPresence(() => 0).receive(present('Ada'), update)).toBeUndefined();
  });
});
