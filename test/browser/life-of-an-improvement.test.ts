/**
 * One improvement's life, by five people on five devices, three of them offline for part of it: from an idea
 * without a signal to approved work on a board; then readings, a verdict, a lesson, thanks, and the figures of the
 * practice that tell of it.
 */
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Role } from '../../shared/domain/person.ts';
import {
  invitationFor,
  join,
  keepIdea,
  openRecord,
  openRegister,
  readyForOffline,
  rowOf,
} from '../support/app.ts';
import type { BuiltServer } from '../support/built-server.ts';
import { desk, type Device, phone } from '../support/device.ts';
import {
  addFigure,
  beginMeasure,
  isoDay,
  pasteReadings,
  weekly,
} from '../support/case-and-measures.ts';
import { endScene, type Scene, startScene } from '../support/scene.ts';

const waitMs = 40_000;
const idea = 'One stamp is enough';

let scene: Scene;
let server: BuiltServer;
/** Coordinator and administrator; originator; two assessors, of whom Ann owns the record; approver. */
let people: Record<'cora' | 'sam' | 'ann' | 'ben' | 'vera', Device>;

beforeEach(async () => {
  const five = await startScene(
    { viewport: desk },
    { viewport: phone },
    { viewport: desk },
    { viewport: desk },
    { viewport: phone },
  );
  const [cora, sam, ann, ben, vera] = five.devices;
  people = { cora, sam, ann, ben, vera };
  scene = five;
  server = five.server;
});

afterEach(() => endScene(scene));

const joinAs = async (by: Page, page: Page, name: string, role: Role) =>
  join(page, await invitationFor(by, role), name);

const unfold = (page: Page, question: string) =>
  page.getByRole('button', { name: question, expanded: false }).click();

const assessment = (page: Page) => page.getByRole('region', { name: 'Assessment' });

async function score(page: Page, benefit: number): Promise<void> {
  const criteria = ['Benefit', 'Urgency', 'Less risk', 'People it reaches', 'Cost', 'Effort'];
  for (const name of criteria) {
    const value = String(name === 'Benefit' ? benefit : 3);
    const group = assessment(page).getByRole('group', { name, exact: true });
    await group.getByRole('radio', { name: value, exact: true }).check();
  }
  await assessment(page).getByText('You have scored every criterion.').waitFor();
}

const stageBar = (page: Page) => page.getByTestId('stage-bar');
const stands = (page: Page, stage: string) =>
  stageBar(page)
    .getByRole('status')
    .filter({ hasText: stage })
    .first()
    .waitFor({ timeout: waitMs });

async function openDecisions(page: Page): Promise<void> {
  await page.goto(`${server.url}/decisions`);
  await page.getByTestId('decision-card').filter({ hasText: idea }).waitFor({ timeout: waitMs });
}

async function decide(page: Page, button: string, act: () => Promise<void>): Promise<void> {
  await page.getByTestId('decision-card').getByRole('button', { name: button }).click();
  await act();
  await page.getByRole('dialog').getByRole('button', { name: button }).click();
}

async function openNews(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Me', exact: true }).click();
  await page.getByRole('link', { name: 'News' }).click();
}

/** Days ago of a first weekly reading: long before the change, and after it. */
const before = 140;
const after = 50;

/** Waits until the card of a key figure under Insights says so. */
async function seeFigure(page: Page, kpi: string, words: string): Promise<void> {
  await page.goto(`${server.url}/insights`);
  const card = page.getByTestId(`kpi-${kpi}`);
  await card.filter({ hasText: words }).waitFor({ timeout: waitMs });
}

test('an idea becomes work whose result is measured, whoever is offline, and its originator hears of all of it', async () => {
  const { cora, sam, ann, ben, vera } = people;
  await join(cora.page, server.adminLink ?? '', 'Cora');
  await joinAs(cora.page, sam.page, 'Sam', 'contributor');
  await joinAs(cora.page, ann.page, 'Ann', 'assessor');
  await joinAs(cora.page, ben.page, 'Ben', 'assessor');
  await joinAs(cora.page, vera.page, 'Vera', 'approver');

  // Captured without a signal; on the server as soon as there is one.
  await readyForOffline(sam.page);
  await sam.goOffline();
  await keepIdea(sam.page, idea);
  await sam.goOnline();

  // Triage: taken up, and given an owner.
  await openRegister(cora.page);
  await rowOf(cora.page, idea).waitFor({ timeout: waitMs });
  await cora.page.goto(`${server.url}/triage`);
  await cora.page.getByTestId('triage-card').filter({ hasText: idea }).waitFor();
  await cora.page.keyboard.press('1');
  await cora.page.getByText('Everybody has an answer').waitFor();
  await openRecord(cora.page, idea);
  const record = new URL(cora.page.url()).pathname;
  await cora.page.getByRole('combobox', { name: 'Owner', exact: true }).selectOption('Ann');

  // Scores, one of them given offline, that are far apart; disputed, and ruled on by the board.
  for (const { page } of [ann, ben]) {
    await openRegister(page);
    await rowOf(page, idea).filter({ hasText: 'Assessing' }).waitFor({ timeout: waitMs });
    await openRecord(page, idea);
    await unfold(page, '4 How do we get there?');
    await unfold(page, 'Assessment');
    await assessment(page).waitFor();
  }
  await readyForOffline(ben.page);
  await ben.goOffline();
  await score(ben.page, 1);
  await score(ann.page, 5);
  await ben.goOnline();
  await assessment(ann.page).getByText('Contested').waitFor({ timeout: waitMs });
  await assessment(ann.page).getByRole('button', { name: 'Dispute the priority' }).click();
  await ann.page.getByRole('textbox', { name: 'Reason' }).fill('We see two benefits.');
  await ann.page.getByRole('dialog').getByRole('button', { name: 'Escalate to the board' }).click();
  await openDecisions(vera.page);
  await vera.page.getByText('We see two benefits.').waitFor({ timeout: waitMs });
  await decide(vera.page, 'Rule on the escalation', async () => {
    const ruling = vera.page.getByRole('dialog').getByRole('combobox');
    await ruling.selectOption({ label: 'Back to assessment' });
    await vera.page.getByRole('textbox', { name: 'Reason' }).fill('Count the saved minutes.');
  });

  // The case, written by two at once; the target; the approval, given on a phone without a network.
  const businessCase = server.url + record.replace('/improvements/', '/business-case/');
  for (const { page } of [ann, ben]) await page.goto(businessCase);
  const problem = (page: Page) => page.getByRole('textbox', { name: 'Problem', exact: true });
  await problem(ann.page).fill('Two stamps. ');
  await expect.poll(() => problem(ben.page).inputValue(), { timeout: waitMs }).toBe('Two stamps. ');
  await problem(ben.page).focus();
  await ben.page.keyboard.press('Control+End');
  await ben.page.keyboard.type('One queue too many.');
  const whole = 'Two stamps. One queue too many.';
  await expect.poll(() => problem(ann.page).inputValue(), { timeout: waitMs }).toBe(whole);
  await addFigure(ann.page, 'Scanner', 'Cost', '1000');
  await addFigure(ann.page, 'Time saved', 'Benefit', '2500');

  // What is measured, from before anything is changed.
  await beginMeasure(ben.page, 'Minutes at the desk', 'min');
  await pasteReadings(ben.page, weekly(before, [6, 7, 5, 6, 6, 7, 6, 5, 6, 7, 6, 5]));
  const measure = ben.page.url();

  await vera.page.goto(server.url + record);
  await unfold(vera.page, '3 Where do we want to be?');
  await vera.page.getByRole('button', { name: 'Set a target' }).click();
  const target = vera.page.getByRole('dialog');
  const library = target.getByRole('combobox', { name: 'Measure of the library' });
  await library.selectOption({ label: 'Minutes at the desk' }, { timeout: waitMs });
  await expect.poll(() => target.getByRole('textbox', { name: 'Baseline' }).inputValue()).toBe('6');
  await target.getByRole('textbox', { name: 'Target', exact: true }).fill('1');
  await target.getByLabel('By', { exact: true }).fill('2035-03-31');
  await target.getByRole('button', { name: 'Freeze the target' }).click();
  await vera.page.getByTestId('target').filter({ hasText: 'Minutes at the desk' }).waitFor({
    timeout: waitMs,
  });
  await openDecisions(vera.page);
  await vera.page.getByText('150%', { exact: true }).waitFor({ timeout: waitMs });
  await readyForOffline(vera.page);
  await vera.goOffline();
  await decide(vera.page, 'Approve', async () => {
    await vera.page.getByRole('textbox', { name: /^Reason/u }).fill('It pays for itself.');
  });
  await vera.page.getByTestId('queue-pending').filter({ hasText: idea }).waitFor();
  await vera.goOnline();
  await ann.page.goto(server.url + record);
  await stands(ann.page, 'Approved');

  // A dearer scanner asks for the approval again.
  await ann.page.goto(businessCase);
  const likely = ann.page
    .getByRole('list', { name: 'Figures' })
    .getByRole('listitem')
    .first()
    .getByRole('textbox', { name: 'Most likely' });
  await likely.fill('1200');
  await likely.press('Enter');
  await openDecisions(vera.page);
  await vera.page.getByTestId('decision-card').getByTestId('changed').waitFor({ timeout: waitMs });
  await decide(vera.page, 'Approve', async () => undefined);
  await ann.page.goto(server.url + record);
  await ann.page.getByTestId('changed').waitFor({ state: 'detached', timeout: waitMs });

  // Work: tasks, and a board whose limit is passed with a warning.
  await unfold(ann.page, '5 Take action');
  const add = ann.page.getByRole('textbox', { name: 'Add a task' });
  for (const task of ['Order the scanner', 'Tell reception']) {
    await add.fill(task);
    await add.press('Enter');
  }
  await ann.page.getByText('Tell reception').first().click();
  const owner = ann.page.locator('.story').getByRole('combobox', { name: /Owner/u }).first();
  await owner.selectOption({ label: 'Ann (me)' });
  await ann.page.getByRole('link', { name: 'Me', exact: true }).click();
  const mine = ann.page.getByRole('list', { name: 'My tasks' });
  const task = mine.getByRole('listitem').filter({ hasText: 'Tell reception' });
  await task.getByRole('checkbox').click();
  // That it is done on every device, the board below tells.
  await mine.waitFor({ state: 'detached' });
  await cora.page.goto(`${server.url}/board`);
  await cora.page.getByTestId('board').waitFor();
  await cora.page.getByRole('button', { name: 'Limits', exact: true }).click();
  const limits = cora.page.getByRole('dialog');
  const limit = limits.getByRole('group', { name: 'Assessing', exact: true }).getByRole('textbox');
  await limit.fill('1');
  await limit.press('Enter');
  await limits.getByRole('button', { name: 'Close', exact: true }).last().click();
  for (const other of ['Another plan', 'A third plan']) await keepIdea(cora.page, other);
  await cora.page.goto(`${server.url}/board`);
  const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
  const card = column(cora.page, 'Approved').getByTestId('board-card').filter({ hasText: idea });
  await card.getByText('1/2').waitFor({ timeout: waitMs });
  await card.getByRole('link', { name: idea }).focus();
  await cora.page.keyboard.press('Shift+ArrowRight');
  await column(cora.page, 'Planned').getByTestId('board-card').filter({ hasText: idea }).waitFor();
  for (const other of ['Another plan', 'A third plan']) {
    await cora.page.getByTestId('board').getByRole('link', { name: other, exact: true }).focus();
    await cora.page.keyboard.press('Shift+ArrowRight');
    await column(cora.page, 'Assessing').getByText(other).waitFor();
  }
  await column(cora.page, 'Assessing').getByText('over its limit').waitFor();

  // And whoever had the idea knows all of it, on their own phone.
  await sam.page.getByRole('link', { name: 'Me', exact: true }).click();
  await sam.page.getByRole('link', { name: idea }).first().click();
  await stands(sam.page, 'Planned');
  await openNews(sam.page);
  await sam.page.getByTestId('notice').filter({ hasText: 'It pays for itself.' }).first().waitFor();

  await seeItThrough({ record, measure });
});

/** The second half: work that is measured, closed by what the figures say, learned from and celebrated. */
async function seeItThrough({ record, measure }: Record<'record' | 'measure', string>) {
  const { cora, sam, ann, vera } = people;
  await seeFigure(cora.page, 'success', 'Not defined');
  await ann.page.goto(server.url + record);
  for (const step of ['Start work', 'Start review']) {
    await stageBar(ann.page).getByRole('button', { name: step, exact: true }).click();
  }
  await stands(ann.page, 'Reviewing');

  // Readings from after the change; the last one on a phone without a signal.
  await ann.page.goto(measure);
  await pasteReadings(ann.page, weekly(after, [2, 1, 0.5, 1, 1, 0.5]));
  await sam.page.goto(measure);
  await sam.page.getByText('18 readings').first().waitFor({ timeout: waitMs });
  await readyForOffline(sam.page);
  await sam.goOffline();
  await sam.page.getByRole('button', { name: 'Take reading' }).first().click();
  const reading = sam.page.getByRole('dialog');
  await reading.getByRole('textbox', { name: /^Value/u }).fill('0.5');
  await reading.getByRole('button', { name: 'Keep', exact: true }).click();
  await reading.waitFor({ state: 'detached' });
  await sam.goOnline();
  await ann.page.getByText('19 readings').first().waitFor({ timeout: waitMs });

  // The rule that is hit says that something changed, and a lesson is noted offline.
  await ann.page.goto(`${server.url}${record}`);
  for (const part of [/^Measures/u, /^Verdict/u, /^Lessons/u]) {
    await ann.page.getByRole('button', { name: part, expanded: false }).click();
  }
  const measured = ann.page.getByTestId('measured');
  await measured.getByRole('button', { name: 'Baseline and target' }).click();
  await measured.getByLabel('In effect since').fill(isoDay(after + 1));
  await measured.getByLabel('In effect since').blur();
  await ann.page.getByText('There is a signal for the better.').waitFor({ timeout: waitMs });
  await readyForOffline(ann.page);
  await ann.goOffline();
  await ann.page.getByRole('textbox', { name: 'What happened?' }).fill('The scanner came late.');
  await ann.page.getByRole('textbox', { name: 'What to do next time?' }).fill('Order it first.');
  await ann.page.getByRole('button', { name: 'Note the lesson' }).click();
  await ann.goOnline();

  // The figures propose, an approver confirms.
  await vera.page.goto(server.url + record);
  await stands(vera.page, 'Reviewing');
  await stageBar(vera.page).getByRole('button', { name: 'Close with a verdict' }).click();
  const closing = vera.page.getByRole('dialog');
  await closing.getByText('There is a signal for the better.').waitFor({ timeout: waitMs });
  await closing.getByText(/The target is met/u).waitFor();
  await closing.getByRole('textbox', { name: 'Actual cost' }).fill('1100');
  await closing.getByRole('textbox', { name: 'Actual benefit' }).fill('2600');
  await closing.getByRole('button', { name: 'Close with a verdict' }).click();
  await stands(vera.page, 'Closed');

  // Thanks to all who took part; whoever had the idea hears of both, and says how satisfied they are.
  await vera.page.goto(server.url + record.replace('/improvements/', '/celebrate/'));
  for (const name of ['Sam', 'Ann', 'Ben']) {
    await vera.page.getByText(name, { exact: true }).first().waitFor({ timeout: waitMs });
  }
  await vera.page
    .getByText('Order it first.')
    .or(vera.page.getByText('noted lessons'))
    .first()
    .waitFor();
  await vera.page.getByRole('textbox', { name: 'Say thanks' }).fill('Ten minutes saved.');
  await vera.page.getByRole('button', { name: 'Say thanks' }).click();
  await openNews(sam.page);
  const news = sam.page.getByTestId('notice');
  await news.filter({ hasText: 'Achieved' }).first().waitFor({ timeout: waitMs });
  await news.filter({ hasText: 'Vera thanked you' }).first().waitFor({ timeout: waitMs });
  await sam.page.goto(`${server.url}/reviews`);
  await sam.page.getByRole('radio', { name: '5', exact: true }).first().check();

  // And the figures of the practice say so.
  await seeFigure(cora.page, 'success', '100%');
  await seeFigure(cora.page, 'satisfaction', '5');
  await seeFigure(cora.page, 'culture', 'Lessons for each closed one1');
}
