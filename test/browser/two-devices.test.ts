/** Two people on one record: together live, apart offline, and what each sees when they meet again. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  description,
  descriptionText,
  joinBoth,
  keepIdea,
  openRecord,
  sameDescription,
  seeInRegister,
  titleBox,
  typeAtEnd,
} from '../support/app.ts';
import { type BuiltServer, startBuiltServer } from '../support/built-server.ts';
import { desk, type Device } from '../support/device.ts';
import { endScene, type Scene, startScene } from '../support/scene.ts';

let scene: Scene<[Device, Device]>;
let server: BuiltServer;
let ada: Device;
let bo: Device;

beforeEach(async () => {
  scene = await startScene({}, { viewport: desk });
  ({
    server,
    devices: [ada, bo],
  } = scene);
  await joinBoth(ada, bo, server.adminLink);
  await keepIdea(ada.page, 'Shared idea');
  await seeInRegister(bo.page, 'Shared idea', 'On the server');
  await openRecord(ada.page, 'Shared idea');
  await openRecord(bo.page, 'Shared idea');
});

afterEach(() => endScene(scene));

test('two people type in one text at once and see each other', async () => {
  await ada.page.getByTestId('presence').filter({ hasText: 'Bo' }).waitFor();
  await Promise.all([typeAtEnd(ada.page, ' aaaaa aaaaa'), typeAtEnd(bo.page, ' bbbbb bbbbb')]);
  const text = await sameDescription(ada.page, bo.page);
  expect(text.match(/a/gu)?.length, 'two in “Shared idea”').toBe(2 + 10);
  expect(text.match(/b/gu)?.length).toBe(10);
  await ada.page.getByTestId('remote-caret').filter({ hasText: 'Bo' }).waitFor();
});

test('undo takes back one’s own edits only', async () => {
  await typeAtEnd(bo.page, ' from Bo');
  await expect.poll(() => descriptionText(ada.page)).toContain('from Bo');
  await typeAtEnd(ada.page, ' from Ada');
  await expect.poll(() => descriptionText(bo.page)).toContain('from Ada');
  await description(bo.page).focus();
  await bo.page.keyboard.press('Control+z');
  await expect.poll(() => descriptionText(bo.page)).not.toContain('from Bo');
  const text = await sameDescription(ada.page, bo.page);
  expect(text).toContain('from Ada');
});

test('offline edits of one text keep every character of both', async () => {
  await Promise.all([ada.goOffline(), bo.goOffline()]);
  await server.kill();
  await typeAtEnd(ada.page, ' — Ada wrote this on the train');
  await typeAtEnd(bo.page, ' — Bo wrote that in the cellar');
  await ada.page.getByTestId('saving').filter({ hasText: 'On this device' }).waitFor();
  server = await startBuiltServer({ dataDir: server.dataDir, port: server.port });
  await Promise.all([ada.goOnline(), bo.goOnline()]);
  await expect.poll(() => descriptionText(ada.page), { timeout: 40_000 }).toContain('cellar');
  const text = await sameDescription(ada.page, bo.page);
  expect(text).toContain('— Ada wrote this on the train');
  expect(text).toContain('— Bo wrote that in the cellar');
});

test('one field set on both while apart shows both values, and one tap keeps either', async () => {
  await Promise.all([ada.goOffline(), bo.goOffline()]);
  await server.kill();
  for (const [{ page }, title] of [
    [ada, 'Title by Ada'],
    [bo, 'Title by Bo'],
  ] as const) {
    await titleBox(page).fill(title);
    await titleBox(page).press('Enter');
    await page.getByTestId('saving').filter({ hasText: 'On this device' }).waitFor();
  }
  server = await startBuiltServer({ dataDir: server.dataDir, port: server.port });
  await Promise.all([ada.goOnline(), bo.goOnline()]);
  for (const { page } of [ada, bo]) {
    const conflict = page.getByTestId('conflict');
    await conflict.waitFor({ timeout: 40_000 });
    await conflict.getByText('Title by Ada').waitFor();
    await conflict.getByText('Title by Bo').waitFor();
  }
  await ada.page
    .getByTestId('conflict')
    .getByRole('button', { name: /Title by Ada/u })
    .click();
  for (const { page } of [ada, bo]) {
    await page.getByTestId('conflict').waitFor({ state: 'detached', timeout: 20_000 });
    await expect.poll(() => titleBox(page).inputValue()).toBe('Title by Ada');
  }
});

test('a server killed while both type loses nothing that either wrote', async () => {
  const typing = Promise.all([
    typeAtEnd(ada.page, ' ' + 'xy'.repeat(60)),
    typeAtEnd(bo.page, ' ' + 'vw'.repeat(60)),
  ]);
  await expect.poll(() => descriptionText(bo.page)).toContain('x');
  await server.kill();
  await typing;
  server = await startBuiltServer({ dataDir: server.dataDir, port: server.port });
  const countOf = (text: string, letter: string) => text.split(letter).length - 1;
  await expect
    .poll(async () => countOf(await descriptionText(ada.page), 'w'), { timeout: 40_000 })
    .toBe(60);
  const text = await sameDescription(ada.page, bo.page);
  for (const letter of ['x', 'y', 'v', 'w']) {
    expect(countOf(text, letter), `${letter} in ${text}`).toBe(60);
  }
});

test('two tabs of one device show the same and lose nothing', async () => {
  const tab = await ada.newTab();
  await tab.goto(ada.page.url());
  await typeAtEnd(tab, ' from the second tab');
  await expect.poll(() => descriptionText(ada.page)).toContain('from the second tab');
  await typeAtEnd(ada.page, ' and from the first');
  await expect.poll(() => descriptionText(tab)).toContain('and from the first');
  await expect.poll(() => descriptionText(bo.page)).toContain('and from the first');
  await tab.close();
  expect(await sameDescription(ada.page, bo.page)).toContain('from the second tab');
});
