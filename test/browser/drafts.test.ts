/** An edit made offline that is refused: nothing of it is lost, and there is a way out for whoever wrote it. */
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  description,
  descriptionText,
  joinBoth,
  keepIdea,
  openRecord,
  seeInRegister,
  typeAtEnd,
} from '../support/app.ts';
import type { BuiltServer } from '../support/built-server.ts';
import { desk, type Device } from '../support/device.ts';
import { endScene, type Scene, startScene } from '../support/scene.ts';

let scene: Scene<[Device, Device]>;
let server: BuiltServer;
/** Administrator and coordinator. */
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
});

afterEach(() => endScene(scene));

async function post(page: Page, path: string, body: object): Promise<void> {
  const status = await page.evaluate(
    async ([to, text]) => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch(to ?? '', { method: 'POST', headers, body: text ?? '' })).status;
    },
    [path, JSON.stringify(body)],
  );
  expect(status).toBe(200);
}

/** Bo edits offline; meanwhile his role becomes one that only reads. */
async function haveEditRefused(): Promise<(roles: readonly string[]) => Promise<void>> {
  const id = await bo.page.evaluate(async () => {
    const answer = await fetch('/session');
    return ((await answer.json()) as { person: { id: string } }).person.id;
  });
  const giveRoles = (roles: readonly string[]) => post(ada.page, `/people/${id}/roles`, { roles });
  await openRecord(bo.page, 'Shared idea');
  await bo.goOffline();
  await typeAtEnd(bo.page, ' of everybody');
  await bo.page
    .getByRole('group', { name: 'Urgency' })
    .getByRole('radio', { name: 'High' })
    .check();
  await bo.page.getByTestId('saving').getByText('On this device').waitFor();
  await giveRoles(['coach']);
  await bo.goOnline();
  await bo.page.getByText('It is kept in your drafts').waitFor({ timeout: 60_000 });
  await expect.poll(() => descriptionText(bo.page)).toBe('Shared idea');
  await bo.page.getByRole('link', { name: 'See drafts' }).click();
  return giveRoles;
}

const draft = () => bo.page.getByTestId('draft');

test('the author sees what an edit wanted, and applies it again once the role allows it', async () => {
  const giveRoles = await haveEditRefused();
  await draft().getByText('Your role does not allow this edit.').waitFor();
  await draft().getByText('of everybody').waitFor();
  await draft().getByText('High').waitFor();
  await giveRoles(['contributor']);
  await draft().getByRole('button', { name: 'Apply again' }).click();
  await bo.page.getByRole('button', { name: 'Open record' }).click();
  await description(bo.page).waitFor();
  expect(await descriptionText(bo.page)).toBe('Shared idea of everybody');
  await openRecord(ada.page, 'Shared idea');
  await expect.poll(() => descriptionText(ada.page)).toBe('Shared idea of everybody');
});

test('a discarded draft comes back with undo, and copying takes its words along', async () => {
  await haveEditRefused();
  await bo.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await draft().getByRole('button', { name: 'Discard' }).click();
  await bo.page.getByText('No drafts').waitFor();
  await bo.page.getByRole('button', { name: 'Undo' }).click();
  await draft().getByText('of everybody').waitFor();
  await draft().getByRole('button', { name: 'Copy' }).click();
  await bo.page.getByText('No drafts').waitFor();
  const copied = await bo.page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('Shared idea of everybody');
  expect(copied).toContain('Urgency: Not set → High');
});

test('a coordinator admits it, and the author is told by whom', async () => {
  await haveEditRefused();
  await draft().waitFor();
  await ada.page.goto(`${server.url}/drafts`);
  const waiting = ada.page.getByTestId('waiting-edit');
  await waiting.first().getByText(/^Bo,/u).waitFor();
  // The oldest first: later ones build on it.
  while ((await waiting.count()) > 0) {
    const left = await waiting.count();
    await waiting.last().getByRole('button', { name: 'Admit' }).click();
    await expect.poll(() => waiting.count()).toBe(left - 1);
  }
  await bo.page.getByText('Accepted by Ada').first().waitFor({ timeout: 60_000 });
  await bo.page.getByText('No drafts').waitFor();
});
