/** Who sees a record and who may edit: a guest what is shared with them, members by the administrators' rule. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Role } from '../../shared/domain/person.ts';
import {
  invitationFor,
  join,
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
let sam: Device;

beforeEach(async () => {
  scene = await startScene({}, {});
  ({
    server,
    devices: [ada, sam],
  } = scene);
  await join(ada.page, server.adminLink ?? '', 'Ada');
});

afterEach(() => endScene(scene));

const joinAs = async (role: Role) => join(sam.page, await invitationFor(ada.page, role), 'Sam');

test('a guest is given the record that is shared with them, until it no longer is', async () => {
  await keepIdea(ada.page, 'Fewer rejects');
  await joinAs('guest');
  await sam.page.goto(`${server.url}/register`);
  await openRegister(ada.page);
  await openRecord(ada.page, 'Fewer rejects');
  await unfoldDetails(ada.page);
  const access = ada.page.getByRole('region', { name: 'Who sees it' });
  await access.getByRole('combobox', { name: 'Share with a guest' }).selectOption('Sam');
  const row = sam.page.getByTestId('register-row').filter({ hasText: 'Fewer rejects' });
  await row.waitFor();
  await access.getByRole('button', { name: /Sam/u }).click();
  await row.waitFor({ state: 'detached' });
});

test('a record that only those involved see leaves the devices of all others', async () => {
  await keepIdea(ada.page, 'Fewer rejects');
  await joinAs('contributor');
  await sam.page.goto(`${server.url}/register`);
  const row = sam.page.getByTestId('register-row').filter({ hasText: 'Fewer rejects' });
  await row.waitFor();
  await openRegister(ada.page);
  await openRecord(ada.page, 'Fewer rejects');
  await unfoldDetails(ada.page);
  const access = ada.page.getByRole('region', { name: 'Who sees it' });
  await access.getByRole('radio', { name: 'Those involved' }).check();
  await row.waitFor({ state: 'detached' });
  await access.getByRole('radio', { name: 'Everyone', exact: true }).check();
  await row.waitFor();
});

test('a record for a team comes to whoever enters it, and leaves who leaves it', async () => {
  const { page } = ada;
  await keepIdea(page, 'Fewer rejects');
  await joinAs('contributor');
  await sam.page.goto(`${server.url}/register`);
  const row = sam.page.getByTestId('register-row').filter({ hasText: 'Fewer rejects' });
  await row.waitFor();
  await page.goto(`${server.url}/catalogue`);
  await page.getByRole('button', { name: 'Add an entry' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Night shift');
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('Team');
  await page.getByRole('button', { name: 'Done' }).click();
  await openRegister(page);
  await openRecord(page, 'Fewer rejects');
  await unfoldDetails(page);
  const access = page.getByRole('region', { name: 'Who sees it' });
  await access.getByRole('radio', { name: 'A team' }).check();
  await access.getByRole('combobox', { name: 'Team that sees it' }).selectOption('Night shift');
  await row.waitFor({ state: 'detached' });
  await page.goto(`${server.url}/members`);
  const setTeam = async (isIn: boolean) => {
    await page.getByTestId('person').filter({ hasText: 'Sam' }).getByRole('button').click();
    await page.getByRole('checkbox', { name: 'Night shift' }).setChecked(isIn);
    await page.getByRole('button', { name: 'Save teams' }).click();
  };
  await setTeam(true);
  await row.waitFor();
  await page.getByText('Contributor · Night shift').waitFor();
  await setTeam(false);
  await row.waitFor({ state: 'detached' });
});

test('an administrator says on the screen of people who may edit', async () => {
  await keepIdea(ada.page, 'Fewer rejects');
  await joinAs('contributor');
  await sam.page.goto(`${server.url}/register`);
  await openRecord(sam.page, 'Fewer rejects');
  await expect.poll(() => titleBox(sam.page).isEditable()).toBe(true);
  expect(await sam.page.getByRole('combobox', { name: 'Share with a guest' }).count()).toBe(0);
  await ada.page.getByRole('link', { name: 'Me', exact: true }).click();
  await ada.page.getByRole('link', { name: 'People', exact: true }).click();
  const rule = ada.page.getByRole('group', { name: 'Who may edit records' });
  await rule.getByRole('radio', { name: 'Those involved' }).check();
  await ada.page.getByText('A record is edited by its author').waitFor();
  await expect.poll(() => titleBox(sam.page).isEditable()).toBe(false);
});
