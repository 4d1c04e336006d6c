/** When the browser itself takes storage away: said plainly, nothing typed is lost, the register comes back. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { captureBox, join, keepIdea, openCapture, rowOf, seeInRegister } from '../support/app.ts';
import { type BuiltServer, removeDataDir, startBuiltServer } from '../support/built-server.ts';
import { type Device, startDevice } from '../support/device.ts';

let server: BuiltServer;
let phone: Device;

beforeEach(async () => {
  server = await startBuiltServer();
  phone = await startDevice();
});

afterEach(async () => {
  await phone.close();
  await server.stop();
  removeDataDir(server.dataDir);
});

test('a full disk keeps the words in the box and says what to do; later the same words are kept', async () => {
  const { page } = phone;
  await page.goto(server.url);
  await openCapture(page);
  const session = await phone.context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: server.url, quotaSize: 1 });
  await captureBox(page).fill('Kept although the disk is full');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await page
    .getByRole('alert')
    .filter({ hasText: /space|storage/iu })
    .waitFor();
  expect(await captureBox(page).inputValue()).toBe('Kept although the disk is full');
  await session.send('Storage.overrideQuotaForOrigin', { origin: server.url });
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await page.getByTestId('receipt').waitFor();
  await seeInRegister(page, 'Kept although the disk is full', 'On this device');
});

test('a browser that threw the register away says so and brings it back from the server', async () => {
  const { page } = phone;
  await join(page, server.adminLink ?? '', 'Ada');
  await keepIdea(page, 'Will be evicted');
  await seeInRegister(page, 'Will be evicted', 'On the server');
  const session = await phone.context.newCDPSession(page);
  await page.goto('about:blank');
  await session.send('Storage.clearDataForOrigin', {
    origin: server.url,
    storageTypes: 'indexeddb',
  });
  await page.goto(server.url);
  await page
    .getByText(/browser (has )?(removed|cleared|deleted)/iu)
    .first()
    .waitFor();
  await rowOf(page, 'Will be evicted').waitFor({ state: 'detached' });
  await seeInRegister(page, 'Will be evicted', 'On the server');
});
