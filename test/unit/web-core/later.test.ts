/** Operations whose code comes with their first use. */
import { expect, test } from 'vitest';
import { later } from '../../../web/local/later.ts';

type Adder = { readonly add: (a: number, b: number) => Promise<number> };

test('fetches the code once, with the first use, and passes arguments and answer on', async () => {
  let loads = 0;
  const adder = later<Adder>({ add: true }, async () => {
    loads++;
    return { add: async (a, b) => a + b };
  });
  expect(loads).toBe(0);
  expect(await adder.add(1, 2)).toBe(3);
  expect(await adder.add(3, 4)).toBe(7);
  expect(loads).toBe(1);
});

test('a fetch that failed is tried again by the next use', async () => {
  let isOffline = true;
  const adder = later<Adder>({ add: true }, async () => {
    if (isOffline) throw new Error('offline');
    return { add: async (a, b) => a + b };
  });
  await expect(adder.add(1, 2)).rejects.toThrow('offline');
  isOffline = false;
  expect(await adder.add(1, 2)).toBe(3);
});
