/** What is unsent leaves the device although no page is open any more: the service worker sends it. */
import type { CDPSession } from 'playwright-core';
import { afterEach, beforeEach, test } from 'vitest';
import { joinBoth, keepIdea, readyForOffline, seeInRegister } from '../support/app.ts';
import type { BuiltServer } from '../support/built-server.ts';
import type { Device } from '../support/device.ts';
import { endScene, type Scene, startScene } from '../support/scene.ts';

let scene: Scene<[Device, Device]>;
let server: BuiltServer;
let phone: Device;
let other: Device;

beforeEach(async () => {
  scene = await startScene({}, {});
  ({
    server,
    devices: [phone, other],
  } = scene);
  await joinBoth(phone, other, server.adminLink);
});

afterEach(() => endScene(scene));

/** The id that the browser's debugger knows this origin's worker by. */
function registrationIn(session: CDPSession): Promise<string> {
  return new Promise((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const found = registrations.find(({ scopeURL }) => scopeURL.startsWith(server.url));
      if (found !== undefined) resolve(found.registrationId);
    });
    void session.send('ServiceWorker.enable');
  });
}

test('an idea kept without a network is sent when it is back, with no page open', async () => {
  const { page, context } = phone;
  await readyForOffline(page);
  const session = await context.newCDPSession(page);
  const registrationId = await registrationIn(session);
  await phone.goOffline();
  await keepIdea(page, 'Sent by the worker');
  await page.goto('about:blank');
  await phone.goOnline();
  // Browsers choose their own moment; this one is told that it has come.
  await session.send('ServiceWorker.dispatchSyncEvent', {
    origin: server.url,
    registrationId,
    tag: 'gemba-push',
    lastChance: false,
  });
  await seeInRegister(other.page, 'Sent by the worker', 'On the server');
});
