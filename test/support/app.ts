/** What a person does in the app, by the words on the screen, so that browser tests read as errands. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Role } from '../../shared/domain/person.ts';
import { joinFragment } from '../../shared/protocol/paths.ts';
import type { Device } from './device.ts';

const waitMs = 20_000;

export const captureBox = (page: Page): Locator =>
  page.getByRole('textbox', { name: 'What could be better?' });

/** Keeps an idea on the capture screen; resolves with its local number once the receipt shows it. */
export async function keepIdea(page: Page, text: string): Promise<string> {
  await openCapture(page);
  await captureBox(page).fill(text);
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  const receipt = page.getByTestId('receipt');
  await receipt.waitFor();
  await receipt
    .getByText('On this device')
    .or(receipt.getByText('On the server'))
    .first()
    .waitFor();
  const number = /~[0-9A-Z]{6}/u.exec((await receipt.textContent()) ?? '')?.[0];
  expect(number, 'the receipt shows a local number').toBeDefined();
  return number ?? '';
}

export async function openCapture(page: Page): Promise<void> {
  const another = page.getByRole('button', { name: 'Keep another' });
  if (await another.isVisible()) await another.click();
  else await navLink(page, 'Capture').click();
  await captureBox(page).waitFor();
}

export async function openRegister(page: Page): Promise<void> {
  await navLink(page, 'Register').click();
  await searchBox(page).waitFor();
}

/** A way of the frame, not of the screen in it, which may lead to the same place. */
const navLink = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true });

const searchBox = (page: Page): Locator => page.getByRole('searchbox');

/** The row of the register that speaks of `title`. */
export const rowOf = (page: Page, title: string): Locator =>
  page.getByTestId('register-row').filter({ hasText: title });

/** Waits until the register shows the idea as stored where the words say. */
export async function seeInRegister(page: Page, title: string, words: string): Promise<void> {
  await openRegister(page);
  await rowOf(page, title).filter({ hasText: words }).waitFor({ timeout: waitMs });
}

export async function openRecord(page: Page, title: string): Promise<void> {
  await openRegister(page);
  await rowOf(page, title).click();
  await description(page).waitFor();
}

/** On a phone, what can be set of an open record is folded away. */
export const unfoldDetails = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Details', exact: true }).click();

export const titleBox = (page: Page): Locator =>
  page.getByRole('textbox', { name: 'Title', exact: true });
export const description = (page: Page): Locator =>
  page.getByRole('textbox', { name: 'Description', exact: true });

/** Types at the end of the description, key by key as a person does. */
export async function typeAtEnd(page: Page, text: string): Promise<void> {
  await description(page).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text);
}

export const descriptionText = (page: Page): Promise<string> => description(page).inputValue();

/** Waits until both screens show the same description; resolves with it. */
export async function sameDescription(a: Page, b: Page): Promise<string> {
  await expect
    .poll(async () => (await descriptionText(a)) === (await descriptionText(b)), {
      timeout: waitMs,
    })
    .toBe(true);
  return descriptionText(a);
}

/** Opens a join link and joins under a name. */
export async function join(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  const nameBox = page.getByRole('textbox', { name: 'Your name' });
  await nameBox.fill(name);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await nameBox.waitFor({ state: 'detached', timeout: waitMs });
}

/** A link for another person of these roles, from whoever may invite. */
export async function invitationFor(page: Page, ...roles: readonly Role[]): Promise<string> {
  const token = await page.evaluate(async (asked) => {
    const body = JSON.stringify({ for: 'person', roles: asked });
    const answer = await fetch('/invitations', { method: 'POST', body });
    return ((await answer.json()) as { readonly token: string }).token;
  }, roles);
  return `${new URL(page.url()).origin}/#${joinFragment}=${token}`;
}

/** Waits until this page's service worker controls it, so that the next load works without a network. */
export async function readyForOffline(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker?.controller !== null, undefined, {
    timeout: waitMs,
  });
}

/** Two devices of one workspace: an administrator's and, by an invitation, a colleague's. */
export async function joinBoth(
  first: Device,
  second: Device,
  adminLink: string | undefined,
): Promise<void> {
  if (adminLink === undefined) throw new Error('The server printed no administrator link.');
  await join(first.page, adminLink, 'Ada');
  await join(second.page, await invitationFor(first.page, 'contributor'), 'Bo');
}
