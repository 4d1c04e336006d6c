/** A business case on one sheet, its approval on a phone without a network, and a change that asks for it again. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { joinBoth, keepIdea, openRecord, seeInRegister } from '../support/app.ts';
import type { BuiltServer } from '../support/built-server.ts';
import { desk, type Device } from '../support/device.ts';
import { addFigure } from '../support/case-and-measures.ts';
import { endScene, type Scene, startScene } from '../support/scene.ts';

let scene: Scene<[Device, Device]>;
let server: BuiltServer;
let ada: Device;
let bo: Device;

/** An approver on a phone, and whoever writes the case at a desk. */
beforeEach(async () => {
  scene = await startScene({}, { viewport: desk });
  ({
    server,
    devices: [ada, bo],
  } = scene);
  await joinBoth(ada, bo, server.adminLink);
});

afterEach(() => endScene(scene));

const cells = [
  'Problem',
  'Proposed improvement',
  'Key metrics',
  'Unique value proposition',
  'Unfair advantage of the proposal',
  'Customer segments',
  'Channels',
  'Cost structure',
  'Benefits or revenue forecast',
];

const sentence =
  'Half of the 140 patients a day come back to the desk for a second stamp, six minutes each. ';

/** As many as a full canvas of a long afternoon holds. */
const realistic = sentence.repeat(5);

const pagesOf = (pdf: Buffer): number =>
  [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page[^s]/gu)].length;

test('a case is written, printed, approved offline on a phone, and asked for again when it grows', async () => {
  await keepIdea(bo.page, 'One stamp is enough');
  await openRecord(bo.page, 'One stamp is enough');
  await bo.page.getByRole('button', { name: 'Start assessing' }).click();
  const record = bo.page.url();
  await bo.page.goto(record.replace('/improvements/', '/business-case/'));
  for (const cell of cells) {
    await bo.page.getByRole('textbox', { name: cell, exact: true }).fill(realistic);
  }
  await bo.page.getByText('9 of 9 cells filled').waitFor();
  await bo.page.getByText('No cost is given. Add one below.').first().waitFor();
  await addFigure(bo.page, 'Scanner', 'Cost', '1,000');
  await addFigure(bo.page, 'Time saved', 'Benefit', '2500');
  await bo.page.getByText('150%', { exact: true }).waitFor();
  const likely = bo.page
    .getByRole('list', { name: 'Figures' })
    .getByRole('listitem')
    .first()
    .getByRole('textbox', { name: 'Most likely' });
  await likely.fill('much');
  await likely.press('Enter');
  await bo.page.getByText('Write the amount in digits').waitFor();
  await likely.press('Escape');
  expect(pagesOf(await bo.page.pdf({ preferCSSPageSize: true }))).toBe(1);

  await seeInRegister(ada.page, 'One stamp is enough', 'On the server');
  await ada.page.getByRole('link', { name: 'Me', exact: true }).click();
  await ada.page.locator('.me-screen').getByRole('link', { name: 'Decisions' }).click();
  const card = ada.page.getByTestId('decision-card');
  await card.getByText('150%', { exact: true }).waitFor({ timeout: 20_000 });
  await ada.goOffline();
  await card.getByRole('button', { name: 'Approve' }).click();
  await ada.page.getByRole('textbox', { name: /^Reason/u }).fill('It pays for itself.');
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  const pending = ada.page.getByTestId('queue-pending');
  await pending.filter({ hasText: 'One stamp is enough' }).waitFor();
  await ada.page.getByText('Nothing waits for a decision').waitFor();
  await ada.goOnline();
  await pending.waitFor({ state: 'detached', timeout: 40_000 });

  await bo.page.goto(record);
  const stageBar = bo.page.getByTestId('stage-bar');
  await stageBar.getByRole('status').filter({ hasText: 'Approved' }).waitFor({ timeout: 20_000 });
  expect(await bo.page.getByTestId('changed').count()).toBe(0);
  await bo.page.goto(record.replace('/improvements/', '/business-case/'));
  await likely.fill('1200');
  await likely.press('Enter');
  await bo.page.getByText('108%', { exact: true }).waitFor();
  await bo.page.goto(record);
  const changed = bo.page.getByTestId('changed');
  await changed.getByText('Likely cost').waitFor();
  await changed.locator('del', { hasText: '1,000' }).waitFor();
  await changed.locator('ins', { hasText: '1,200' }).waitFor();

  await card.getByTestId('changed').waitFor({ timeout: 20_000 });
  await ada.page.getByRole('button', { name: 'Meeting' }).click();
  await card.getByRole('button', { name: 'Approve' }).click();
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  const outcomes = ada.page.getByTestId('outcomes');
  await outcomes.getByText('One stamp is enough').waitFor();
  await outcomes.getByText('Approve', { exact: true }).waitFor();
  await changed.waitFor({ state: 'detached', timeout: 40_000 });
});
