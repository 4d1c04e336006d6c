/** A record offers what its reader may do, and follows when an administrator changes that. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  joinBoth,
  keepIdea,
  openRecord,
  openRegister,
  titleBox,
  unfoldDetails,
} from '../support/app.ts';
import { type BuiltServer, removeDataDir, startBuiltServer } from '../support/built-server.ts';
import { type Device, startDevice } from '../support/device.ts';

let server: BuiltServer;
let ada: Device;
let bo: Device;

beforeEach(async () => {
  server = await startBuiltServer();
  [ada, bo] = await Promise.all([startDevice(), startDevice()]);
  await joinBoth(ada, bo, server.adminLink);
});

afterEach(async () => {
  await Promise.all([ada.close(), bo.close()]);
  await server.stop();
  removeDataDir(server.dataDir);
});

test('is read-only, with the reason, once only those involved may edit', async () => {
  await keepIdea(ada.page, 'Labels fade');
  await openRegister(bo.page);
  await openRecord(bo.page, 'Labels fade');
  await expect.poll(() => titleBox(bo.page).isEditable()).toBe(true);
  const status = await ada.page.evaluate(async () => {
    const body = JSON.stringify({ editing: 'involved' });
    return (await fetch('/workspace', { method: 'POST', body })).status;
  });
  expect(status).toBe(200);
  await bo.page.getByText('Its author, its owner and the coordinators change').waitFor();
  expect(await titleBox(bo.page).isEditable()).toBe(false);
  await unfoldDetails(bo.page);
  expect(await bo.page.getByRole('combobox', { name: 'Owner' }).isDisabled()).toBe(true);
  expect(await bo.page.getByRole('button', { name: /see this too/u }).isEnabled()).toBe(true);
});
