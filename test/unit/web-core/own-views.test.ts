/** Views of one's own: kept on the device, renamed, deleted and brought back to where they stood. */
import { expect, test } from 'vitest';
import { openOwnViews } from '../../../web/commands/own-views.ts';

function createRows() {
  const stored = new Map<string, unknown>();
  return {
    get: async (key: string) => stored.get(key) as never,
    put: async (row: { readonly k: string }) => stored.set(row.k, row),
  };
}

let number = 0;
const randomBytes = (size: number) => new Uint8Array(size).fill(++number);
const namesOf = (views: readonly { readonly name: string }[]) => views.map(({ name }) => name);

test('a view outlives the visit that it was kept in', async () => {
  const rows = createRows();
  const first = await openOwnViews({ rows, randomBytes });
  expect(await first.keep('  Night   shift ', 'tag=night')).toBe(true);
  const again = await openOwnViews({ rows, randomBytes });
  expect(again.views.get()).toMatchObject([{ name: 'Night shift', search: 'tag=night' }]);
});

test('a view without a name is not kept, and does not lose the one it has', async () => {
  const service = await openOwnViews({ rows: createRows(), randomBytes });
  expect(await service.keep('  ', '')).toBe(false);
  await service.keep('Mine', 'owner=me');
  const id = service.views.get()[0]?.id ?? '';
  await service.rename(id, ' ');
  await service.rename('nobody', 'Other');
  expect(namesOf(service.views.get())).toEqual(['Mine']);
  await service.rename(id, 'My own');
  expect(namesOf(service.views.get())).toEqual(['My own']);
});

test('a deleted view comes back to where it stood, once', async () => {
  const service = await openOwnViews({ rows: createRows(), randomBytes });
  for (const name of ['A', 'B', 'C']) await service.keep(name, '');
  const undo = await service.remove(service.views.get()[1]?.id ?? '');
  expect(namesOf(service.views.get())).toEqual(['A', 'C']);
  await undo();
  await undo();
  expect(namesOf(service.views.get())).toEqual(['A', 'B', 'C']);
});
