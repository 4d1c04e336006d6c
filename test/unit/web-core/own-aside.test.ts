/** Typed text and own views stay with their workspace when another one is opened on the device. */
import { expect, test } from 'vitest';
import { demoReplica } from '../../../web/local/demo-replica.ts';
import { type DeviceRow, localReplica } from '../../../web/local/device-database.ts';
import { turnOwn } from '../../../web/local/own-aside.ts';

function createRows() {
  const stored = new Map<string, DeviceRow>();
  const rows = {
    get: async (key: string) => stored.get(key),
    put: async (row: DeviceRow) => stored.set(row.k, row),
    delete: async (key: string) => stored.delete(key),
  };
  const view = (name: string) => ({ id: name, name, search: '' });
  return {
    rows,
    write: async (text: string, ...names: readonly string[]) => {
      await rows.put({ k: 'typed', text });
      await rows.put({ k: 'views', views: names.map(view) });
    },
    shown: () => {
      const [typed, views] = [stored.get('typed'), stored.get('views')];
      return [
        typed?.k === 'typed' ? typed.text : '',
        ...(views?.k === 'views' ? views.views.map(({ name }) => name) : []),
      ];
    },
    turn: (from: string, to: string, ...left: readonly string[]) =>
      turnOwn(rows, { from, to, left }),
    kept: () => [...stored.keys()].filter((key) => key.startsWith('aside:')),
  };
}

test('they are set aside with it, and come back with it', async () => {
  const { write, turn, shown, kept } = createRows();
  await write('Of A', 'mine in A');
  await turn('a', 'b');
  expect(shown()).toEqual(['']);
  await write('Of B', 'mine in B');
  await turn('b', 'a');
  expect(shown()).toEqual(['Of A', 'mine in A']);
  await turn('a', 'b');
  expect(shown()).toEqual(['Of B', 'mine in B']);
  expect(kept()).toEqual(['aside:a']);
});

test('what was kept without a workspace comes along into the first one, but not into the demo', async () => {
  const { write, turn, shown } = createRows();
  await write('Mine', 'my view');
  await turn(localReplica, demoReplica);
  expect(shown()).toEqual(['']);
  await write('Only a try', 'demo view');
  await turn(demoReplica, localReplica, demoReplica);
  expect(shown()).toEqual(['Only a try\n\nMine', 'my view']);
  await turn(localReplica, 'a');
  expect(shown()).toEqual(['Only a try\n\nMine', 'my view']);
});

test('of a workspace that is left the views go, and what was typed stays', async () => {
  const { write, turn, shown, kept } = createRows();
  await write('Of A', 'mine in A');
  await turn('a', 'b');
  await write('Of B', 'mine in B');
  await turn('b', 'b', 'a');
  await turn('b', localReplica, 'b');
  expect(shown()).toEqual(['Of B']);
  expect(kept()).toEqual(['aside:a']);
  await turn(localReplica, 'a');
  expect(shown()).toEqual(['Of B\n\nOf A']);
  expect(kept()).toEqual([]);
});
