/** Whoever had an idea hears what becomes of it: on their own device, at the place in the record, and not twice. */
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  joinBoth,
  keepIdea,
  openRecord,
  openRegister,
  readyForOffline,
  rowOf,
} from '../support/app.ts';
import type { BuiltServer } from '../support/built-server.ts';
import { type Device, phone } from '../support/device.ts';
import { endScene, type Scene, startScene } from '../support/scene.ts';

let scene: Scene<[Device, Device]>;
let server: BuiltServer;
let ada: Device;
let bo: Device;

beforeEach(async () => {
  scene = await startScene({}, { viewport: phone });
  ({
    server,
    devices: [ada, bo],
  } = scene);
  await joinBoth(ada, bo, server.adminLink);
});

afterEach(() => endScene(scene));

const notices = (page: Page) => page.getByTestId('notice');

async function openNews(page: Page): Promise<void> {
  const news = page.getByRole('link', { name: 'News' });
  // On a phone it is behind Me.
  if (!(await news.isVisible())) await page.getByRole('link', { name: 'Me', exact: true }).click();
  await news.click();
  await page.getByRole('heading', { name: 'News', exact: true }).waitFor();
}

test('a question reaches the author of an idea, also where they read it offline', async () => {
  await keepIdea(bo.page, 'Labels fade');
  await openRegister(ada.page);
  await rowOf(ada.page, 'Labels fade').waitFor();
  await openRecord(ada.page, 'Labels fade');
  await ada.page.getByRole('textbox', { name: 'Say something' }).fill('Which door?');
  await ada.page.getByRole('button', { name: 'Post', exact: true }).click();

  await bo.page.getByTestId('notice-count').filter({ hasText: '1' }).waitFor();
  await readyForOffline(bo.page);
  await bo.goOffline();
  await openNews(bo.page);
  await notices(bo.page).filter({ hasText: 'Which door?' }).click();
  await bo.page.locator('[data-arrived]').filter({ hasText: 'Which door?' }).waitFor();
  await bo.page.getByTestId('notice-count').waitFor({ state: 'detached' });
  await bo.goOnline();

  await openNews(ada.page);
  await ada.page.getByText('No news yet').waitFor();
  expect(await notices(ada.page).count()).toBe(0);

  await bo.page.getByRole('textbox', { name: 'Say something' }).fill('The east one. @a');
  await bo.page.getByTestId('mention-choice').filter({ hasText: 'Ada' }).waitFor();
  await bo.page.keyboard.press('Enter');
  await bo.page.getByRole('button', { name: 'Post', exact: true }).click();
  await notices(ada.page).filter({ hasText: 'Bo mentioned you' }).click();
  await ada.page.getByTestId('comment').filter({ hasText: 'The east one. @Ada' }).waitFor();
  await ada.page.getByRole('button', { name: 'Tell me how it goes on' }).click();
  await ada.page.getByText('1 person watches').waitFor();
});
