/** Presence: who else is here, and carets that stay where they were put while the text moves. */
import { describe, expect, test } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { textOf } from '../../../shared/document/schema.ts';
import { readPresence, shareCaret } from '../../../web/rooms/presence.ts';

function setUp() {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  textOf(doc, 'description').insert(0, 'hello world');
  const theirState = (state: Record<string, unknown>) =>
    awareness.states.set(7, { user: { id: 'them', name: 'Mei' }, ...state });
  const [mine] = [awareness.getLocalState()];
  return { doc, awareness, theirState, mine };
}

describe('presence', () => {
  test('lists others, never oneself', () => {
    const { doc, awareness, theirState } = setUp();
    awareness.setLocalStateField('user', { id: 'me', name: 'Me' });
    theirState({});
    expect(readPresence(awareness, doc)).toEqual([
      { key: 7, id: 'them', name: 'Mei', caret: undefined },
    ]);
    awareness.destroy();
  });

  test('moves a caret along with the text before it', () => {
    const { doc, awareness, theirState } = setUp();
    shareCaret(awareness, doc, { field: 'description', anchor: 6, head: 11 });
    theirState({ caret: awareness.getLocalState()?.['caret'] });
    textOf(doc, 'description').insert(0, '>> ');
    expect(readPresence(awareness, doc)[0]?.caret).toEqual({
      field: 'description',
      anchor: 9,
      head: 14,
    });
    awareness.destroy();
  });

  test('passes over carets that make no sense, whatever they are', () => {
    const { doc, awareness, theirState } = setUp();
    const nonsense: readonly unknown[] = [
      'nowhere',
      { field: 'password', anchor: {}, head: {} },
      { field: 'description', anchor: 5, head: 6 },
      { field: 'description', anchor: { type: { client: 'x' } }, head: { item: -1 } },
      { field: 'description', anchor: null, head: null },
    ];
    for (const caret of nonsense) {
      theirState({ caret });
      expect(readPresence(awareness, doc)[0]?.caret).toBeUndefined();
    }
    awareness.destroy();
  });

  test('passes over a state without a user, which no server has vouched for', () => {
    const { doc, awareness } = setUp();
    awareness.states.set(8, { user: 'root' });
    awareness.states.set(9, {});
    expect(readPresence(awareness, doc)).toEqual([]);
    awareness.destroy();
  });
});
