/** A comment that was typed and not posted: it is there when the person comes back, to its record alone. */
import { expect, test } from 'vitest';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { DeviceRow } from '../../../web/local/device-database.ts';
import { openTypedComment } from '../../../web/local/typed-comment.ts';

const [one, two] = ['doc-1', 'doc-2'] as unknown as [DocumentId, DocumentId];

function createDevice() {
  const rows = new Map<string, DeviceRow>();
  const handedOver = new Map<string, string>();
  const deps = {
    report: () => undefined,
    setTimer: () => () => undefined,
    storage: {
      getItem: (key: string) => handedOver.get(key) ?? null,
      setItem: (key: string, value: string) => handedOver.set(key, value),
      removeItem: (key: string) => handedOver.delete(key),
    },
    rows: {
      get: async (key: string) => rows.get(key),
      put: async (row: DeviceRow) => rows.set(row.k, row),
      delete: async (key: string) => rows.delete(key),
    },
  };
  return { rows, handedOver, open: (id: DocumentId) => openTypedComment(deps, id) };
}

test('is kept for its record when that is left, and for no other', async () => {
  const device = createDevice();
  const box = device.open(one);
  box.remember('I saw this, too, on');
  await box.flush();
  expect(await device.open(two).read()).toBe('');
  expect(await device.open(one).read()).toBe('I saw this, too, on');
});

test('leaves nothing behind once it was posted, also not from a page that came back', async () => {
  const device = createDevice();
  const box = device.open(one);
  box.remember('I saw this');
  box.handOver();
  await box.flush();
  box.remember('');
  await box.flush();
  expect([device.rows.size, device.handedOver.size]).toEqual([0, 0]);
  expect(await device.open(one).read()).toBe('');
});

test('comes back from a page that had no time to store it', async () => {
  const device = createDevice();
  const box = device.open(one);
  box.remember('I saw');
  await box.flush();
  box.remember('I saw this');
  box.handOver();
  expect(await device.open(one).read()).toBe('I saw this');
  expect(device.handedOver.size).toBe(0);
});
