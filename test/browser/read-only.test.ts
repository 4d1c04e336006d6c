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
import type { BuiltServer } from '../support/built-server.ts';
import type { Device } from '../support/device.ts';
import { endScene, type Scene, startScene } from '../support/scene.ts';

let scene: Scene<[Device, Device]>;
let server: BuiltServer;
let ada: Device;
let bo: Device;

beforeEach(async () => {
  scene = await startScene({}, {});
  ({
    server,
    devices: [ada, bo],
  } = scene);
  await joinBoth(ada, bo, server.adminLink);
});

afterEach(() => endScene(scene));

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
