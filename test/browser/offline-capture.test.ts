/** The walking skeleton as a person lives it: keep without a network, lose the phone's power, be reconciled. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  captureBox,
  join,
  joinBoth,
  keepIdea,
  openCapture,
  readyForOffline,
  rowOf,
  seeInRegister,
} from '../support/app.ts';
import { type BuiltServer, removeDataDir, startBuiltServer } from '../support/built-server.ts';
import { type Device, startDevice } from '../support/device.ts';

let server: BuiltServer;
let devices: Device[];

beforeEach(async () => {
  server = await startBuiltServer();
  devices = [];
});

afterEach(async () => {
  await Promise.all(devices.map((device) => device.close()));
  await server.stop();
  removeDataDir(server.dataDir);
});

async function device(options: Parameters<typeof startDevice>[0] = {}): Promise<Device> {
  const started = await startDevice(options);
  devices.push(started);
  return started;
}

test('an idea kept with no network survives a killed browser and reaches the other device with its number', async () => {
  const [phone, other] = [await device(), await device()];
  await joinBoth(phone, other, server.adminLink);
  await readyForOffline(phone.page);

  await server.kill();
  await phone.goOffline();
  await phone.page.goto(server.url);
  const number = await keepIdea(phone.page, 'Ward door squeaks\nEvery night at three.');
  await phone.kill();

  const restarted = await device({ profileDir: phone.profileDir, offline: true });
  await restarted.page.goto(server.url);
  await seeInRegister(restarted.page, 'Ward door squeaks', 'On this device');
  expect(await rowOf(restarted.page, 'Ward door squeaks').textContent()).toContain(number);

  server = await startBuiltServer({ dataDir: server.dataDir, port: server.port });
  await restarted.goOnline();
  await seeInRegister(restarted.page, 'Ward door squeaks', 'On the server');
  // The reference comes with the pull that follows the push's answer.
  await seeInRegister(restarted.page, 'Ward door squeaks', 'CI-1');
  await seeInRegister(other.page, 'Ward door squeaks', 'On the server');
  await seeInRegister(other.page, 'Ward door squeaks', 'CI-1');
});

test('somebody who never joined captures at once, also on the second load without a server', async () => {
  const { page, ...phone } = await device();
  await page.goto(server.url);
  await readyForOffline(page);
  await server.kill();
  await phone.goOffline();
  await page.goto(server.url);
  await keepIdea(page, 'No bin at the bus stop');
  await seeInRegister(page, 'No bin at the bus stop', 'On this device');

  // What was typed and not posted is there when one comes back, and after a reload.
  const comment = page.getByRole('textbox', { name: 'Say something' });
  await rowOf(page, 'No bin at the bus stop').click();
  await comment.fill('Nor at the station');
  await page.goBack();
  await rowOf(page, 'No bin at the bus stop').click();
  await expect.poll(() => comment.inputValue()).toBe('Nor at the station');
  await page.reload();
  await expect.poll(() => comment.inputValue()).toBe('Nor at the station');
  await page.getByRole('button', { name: 'Post' }).click();
  await page.getByTestId('comment').getByText('Nor at the station').waitFor();
  expect(await comment.inputValue()).toBe('');
});

test('joining takes along what was kept before', async () => {
  const { page } = await device();
  await page.goto(server.url);
  const number = await keepIdea(page, 'Kept before joining');
  await join(page, server.adminLink ?? '', 'Ada');
  await seeInRegister(page, 'Kept before joining', 'On the server');
  await seeInRegister(page, 'Kept before joining', 'CI-1');
  await page.getByRole('searchbox').fill(number);
  await rowOf(page, 'Kept before joining').waitFor();
  expect(await page.getByTestId('register-row').count()).toBe(1);
});

test('text typed but not kept survives a reload and a killed browser', async () => {
  const phone = await device();
  await phone.page.goto(server.url);
  await captureBox(phone.page).fill('half an id');
  await captureBox(phone.page).pressSequentially('ea');
  await phone.page.reload();
  await expect.poll(() => captureBox(phone.page).inputValue()).toBe('half an idea');
  await captureBox(phone.page).pressSequentially(' more');
  const tab = await phone.newTab();
  await tab.goto(server.url);
  await expect.poll(() => captureBox(tab).inputValue()).toBe('half an idea more');
  await phone.kill();
  const restarted = await device({ profileDir: phone.profileDir });
  await restarted.page.goto(server.url);
  await expect.poll(() => captureBox(restarted.page).inputValue()).toBe('half an idea more');
});

test('a blank text is refused with a sentence, and nothing is kept', async () => {
  const { page } = await device();
  await page.goto(server.url);
  await openCapture(page);
  await captureBox(page).fill('   \n ');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  const box = captureBox(page);
  await expect.poll(() => box.getAttribute('aria-invalid')).toBe('true');
  const sentence = page.locator(`#${await box.getAttribute('aria-errormessage')}`);
  expect((await sentence.textContent())?.length).toBeGreaterThan(10);
  await page.getByRole('link', { name: 'Register', exact: true }).click();
  await page.getByRole('searchbox').or(page.getByTestId('empty-state')).first().waitFor();
  expect(await page.getByTestId('register-row').count()).toBe(0);
});
