import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { joinAsPlainDevice } from '../../support/plain-device.ts';
import { startServer } from '../../support/start-server.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'gemba-test-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

it('gets a new link at every start until there is one, and the old ones end', async () => {
  const first = await startServer({ dataDir });
  await first.stop();
  const second = await startServer({ dataDir });
  await expect(joinAsPlainDevice(second.url, first.adminToken, 'Ada')).rejects.toThrow('410');
  await joinAsPlainDevice(second.url, second.adminToken, 'Ada');
  await second.stop();
  const third = await startServer({ dataDir });
  expect(third.adminLink).toBeUndefined();
  await third.stop();
});
