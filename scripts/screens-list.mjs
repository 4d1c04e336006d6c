/** Every screen there is: who shows it, at which address, after doing what, and how one knows that it is there. */
import { chooseMeasure, openMeasure, openPaste, takeReadings } from './screens-measures.mjs';
import { bringToReview } from './screens-verdict.mjs';

/**
 * @typedef {object} Screen
 * @property {string} name
 * @property {'ada' | 'newcomer'} who
 * @property {string | ((cast: import('./screens-cast.mjs').Cast) => string)} path
 * @property {string} ready A selector that is visible once the screen is complete.
 * @property {(page: import('playwright-core').Page, cast: import('./screens-cast.mjs').Cast) => Promise<void>} [act]
 * @property {(cast: import('./screens-cast.mjs').Cast, server: import('./screens-server.mjs').ScreensServer) => Promise<void>} [before]
 * @property {(cast: import('./screens-cast.mjs').Cast, server: import('./screens-server.mjs').ScreensServer) => Promise<void>} [after]
 */

const box = '.capture-form__box';
const keep = '.capture-form__action button';

/** @type {readonly Screen[]} */
export const screens = [
  { name: 'capture', who: 'newcomer', path: '/', ready: box },
  {
    name: 'capture-typed',
    who: 'ada',
    path: '/',
    act: (page) => page.locator(box).fill('The parcel scanner at the dock drops its network again'),
    ready: '.similar-ideas',
    after: ({ ada }) => ada.locator(box).fill(''),
  },
  {
    name: 'capture-refusal',
    who: 'newcomer',
    path: '/',
    act: (page) => page.locator(keep).click(),
    ready: `${box}[aria-invalid]`,
  },
  // Before the first receipt, because a kept idea fills the register.
  {
    name: 'register-empty',
    who: 'newcomer',
    path: '/register',
    ready: '[data-testid=empty-state]',
  },
  {
    name: 'receipt',
    who: 'newcomer',
    path: '/',
    act: async (page) => {
      await page.locator(box).fill('The door of ward 4 squeaks at night');
      await page.locator(keep).click();
    },
    ready: '.receipt',
  },
  { name: 'register', who: 'ada', path: '/register', ready: '[data-testid=register-row]' },
  {
    name: 'register-search',
    who: 'ada',
    path: '/register',
    act: (page) => page.getByRole('searchbox').fill('scanner'),
    ready: '[data-testid=register-row]',
  },
  { name: 'lessons-empty', who: 'ada', path: '/lessons', ready: '[data-testid=empty-state]' },
  {
    name: 'record-lessons',
    who: 'ada',
    path: ({ record }) => record,
    before: noteLessons,
    act: (page) => unfoldPart(page, 6, 'lessons'),
    ready: '[data-part=lessons] .item-list__open',
  },
  { name: 'lessons', who: 'ada', path: '/lessons', ready: '[data-testid=lesson]' },
  {
    name: 'lessons-fitting',
    who: 'ada',
    path: '/',
    act: async (page) => {
      await page.locator(box).fill('The scanner at the stamp desk stands in the sun');
      await page.locator('.fitting-lessons__line').click();
    },
    ready: '[data-testid=lesson]',
    after: ({ ada }) => ada.locator(box).fill(''),
  },
  {
    name: 'register-no-match',
    who: 'ada',
    path: '/register',
    act: (page) => page.getByRole('searchbox').fill('elephant'),
    ready: '[data-testid=empty-state]',
  },
  {
    name: 'register-found',
    who: 'ada',
    path: '/register?owner=nobody&sort=title&group=stage',
    ready: '[data-testid=group-heading]',
  },
  {
    name: 'register-filters',
    who: 'ada',
    path: '/register?stage=idea,assessing',
    act: async (page) => {
      await page.getByTestId('active-filters').waitFor();
      await page.keyboard.press('f');
    },
    ready: '.filter-sheet',
  },
  {
    name: 'register-selected',
    who: 'ada',
    path: '/register',
    act: async (page) => {
      await page.locator('.find-desk__tools button').first().click();
      for (const i of [0, 2]) await page.locator('.found-row__box').nth(i).check();
      await page.locator('.bulk-bar .button--quiet').waitFor();
    },
    ready: '.bulk-bar',
  },
  {
    name: 'register-change-many',
    who: 'ada',
    path: '/register?stage=idea',
    act: async (page) => {
      await page.locator('.find-desk__tools button').first().click();
      await page.locator('.bulk-bar .button--quiet').click();
      await page.locator('.bulk-bar .button--primary').click();
    },
    ready: '.bulk-sheet__plan p',
  },
  {
    name: 'register-nothing-fits',
    who: 'ada',
    path: '/register?stage=idea&urgency=high&view=nonsense',
    ready: '.nothing-found button',
  },
  {
    name: 'record',
    who: 'ada',
    path: ({ record }) => record,
    ready: '[data-testid=remote-caret]',
    before: ({ bo }) => bo.getByRole('textbox', { name: 'Description', exact: true }).click(),
  },
  {
    name: 'record-conflict',
    who: 'ada',
    path: ({ record }) => record,
    ready: '[data-testid=conflict]',
    act: (page) => page.locator('.origin__conflict').click(),
    before: disagree,
  },
  {
    name: 'record-proposal',
    who: 'ada',
    path: ({ record }) => `${record}/detail`,
    ready: '.proposal-section textarea',
  },
  {
    name: 'record-links',
    who: 'ada',
    path: ({ record }) => record,
    before: addLink,
    act: async (page) => {
      await unfoldPart(page, 4, 'links');
      await unfoldPart(page, 4, 'references');
    },
    ready: '.links-part__line',
  },
  {
    name: 'record-link-new',
    who: 'ada',
    path: ({ record }) => record,
    act: async (page) => {
      await unfoldPart(page, 4, 'links');
      await page.locator('.links-part .button').click();
      await page.locator('dialog .button--primary').click();
    },
    ready: 'dialog [aria-invalid]',
  },
  {
    name: 'record-plan',
    who: 'ada',
    path: ({ record }) => record,
    act: async (page) => {
      await unfoldPart(page, 4, 'plan');
      await page.locator('#story-5 .story__fold[aria-expanded=false]').click();
      const box = page.locator('#story-5 .item-list__box').first();
      await box.waitFor();
      const rows = page.locator('#story-5 .item-list__open');
      if ((await rows.count()) === 0) {
        await box.fill('Print the new signs');
        await box.press('Enter');
      }
      await rows.first().click();
      await page.locator('#story-5').evaluate((part) => part.scrollIntoView());
    },
    ready: '#story-5 .item-fields',
  },
  { name: 'board', who: 'ada', path: '/board', ready: '[data-testid=board-card]' },
  {
    name: 'board-limits',
    who: 'ada',
    path: '/board',
    act: (page) => page.locator('.board-screen__tools .button').last().click(),
    ready: '.board-screen__limit',
  },
  {
    name: 'record-more',
    who: 'ada',
    path: ({ record }) => record,
    act: async (page) => {
      await unfoldDetails(page);
      await page.locator('.more-details__summary').click();
      await page.locator('.more-details__summary').evaluate((line) => line.scrollIntoView());
    },
    ready: '.more-details .choices',
  },
  {
    name: 'record-access',
    who: 'ada',
    path: ({ record }) => record,
    act: async (page) => {
      await unfoldDetails(page);
      await page.locator('.access-section').evaluate((part) => part.scrollIntoView());
    },
    ready: '.access-section .plain-select, .access-section .segments',
  },
  {
    name: 'record-erase',
    who: 'ada',
    path: ({ record }) => record,
    act: async (page) => {
      await page.locator('.erasure-section button').click();
      await page.locator('.erasure__words').fill('the');
    },
    ready: '.erasure__places:not(:empty)',
  },
  {
    name: 'record-missing',
    who: 'ada',
    path: '/improvements/01890000-0000-7000-8000-000000000000',
    ready: '[data-testid=empty-state]',
  },
  { name: 'drafts-empty', who: 'ada', path: '/drafts', ready: '[data-testid=empty-state]' },
  {
    name: 'record-assessment',
    who: 'ada',
    path: ({ record }) => record,
    act: async (page) => {
      await unfoldPart(page, 4, 'assessment');
      const criteria = page.locator('.assessment .segments');
      for (const [at, value] of [4, 3, 2, 4, 2, 2].entries()) {
        await criteria
          .nth(at)
          .getByRole('radio')
          .nth(value - 1)
          .check();
      }
      await page.locator('.assessment').scrollIntoViewIfNeeded();
    },
    ready: '.arithmetic',
  },
  { name: 'scoring', who: 'ada', path: '/scoring', ready: '[data-testid=criterion]' },
  {
    name: 'scoring-criterion',
    who: 'ada',
    path: '/scoring',
    act: (page) => page.getByTestId('criterion').first().getByRole('button').click(),
    ready: '.scoring-screen__sheet',
  },
  { name: 'prioritise', who: 'ada', path: '/prioritise', ready: '[data-testid=ranked-row]' },
  {
    name: 'prioritise-matrix',
    who: 'ada',
    path: '/prioritise',
    act: async (page) => {
      await page.locator('.prioritise-screen .segments__input').nth(1).check();
      await page.getByTestId('matrix-card').first().click();
    },
    ready: '.impact-matrix__put',
  },
  {
    name: 'prioritise-methods',
    who: 'ada',
    path: '/prioritise',
    act: (page) => page.locator('.prioritise-screen .segments__input').nth(2).check(),
    ready: '.methods-table',
  },
  { name: 'triage', who: 'ada', path: '/triage', ready: '[data-testid=triage-card]' },
  {
    name: 'triage-ask',
    who: 'ada',
    path: '/triage',
    act: (page) => page.locator('.triage-card__answers button').nth(1).click(),
    ready: 'dialog[open] textarea',
  },
  {
    name: 'direction',
    who: 'ada',
    path: '/direction',
    ready: '.objective-line__served',
    before: setDirection,
  },
  {
    name: 'direction-objective',
    who: 'ada',
    path: '/direction',
    act: (page) => page.locator('.objective-line__open').first().click(),
    ready: '.objective-sheet',
  },
  {
    name: 'measures-empty',
    who: 'ada',
    path: '/measures',
    ready: '[data-testid=empty-state]',
  },
  {
    name: 'measures',
    who: 'ada',
    path: '/measures',
    before: takeReadings,
    ready: '[data-testid=measure]',
  },
  {
    name: 'measure',
    who: 'ada',
    path: '/measures',
    act: openMeasure,
    ready: '[data-testid=measure-chart]',
  },
  {
    name: 'measure-reading',
    who: 'ada',
    path: '/measures',
    act: async (page) => {
      await page.locator('.measure-line .button').first().click();
      await page.locator('.reading-sheet__value').fill('3 h');
      await page.locator('dialog .button--primary').click();
    },
    ready: '.reading-sheet__value[aria-invalid]',
  },
  {
    name: 'measure-paste',
    who: 'ada',
    path: '/measures',
    act: async (page) => {
      await openMeasure(page);
      await openPaste(page);
      await page
        .locator('dialog textarea')
        .fill('2026-05-19,9\nsoon,8\n2026-05-20,3 h\n2026-06-30,7');
    },
    ready: '[data-testid=bad-row]',
  },
  {
    name: 'record-measured',
    who: 'ada',
    path: ({ record }) => record,
    act: async (page) => {
      await unfoldPart(page, 6, 'measured');
      await chooseMeasure(page);
    },
    ready: '[data-testid=measured] [data-testid=measure-chart]',
  },
  {
    name: 'business-case',
    who: 'ada',
    path: ({ record }) => record.replace('/improvements/', '/business-case/'),
    act: fillCase,
    ready: '.return-panel__value:not(.return-panel__value--none)',
  },
  {
    name: 'kata',
    who: 'ada',
    path: ({ record }) => record.replace('/improvements/', '/kata/'),
    before: fillStoryboard,
    ready: '.storyboard__now',
  },
  {
    name: 'coaching-card',
    who: 'ada',
    path: ({ record }) => record.replace('/improvements/', '/kata/'),
    act: async (page) => {
      // The first button is a link from the second time on.
      await page.locator('.coaching__door .button').click();
      await page.getByTestId('coaching-card').waitFor();
    },
    ready: '[data-testid=coaching-card] textarea',
  },
  {
    name: 'ooda',
    who: 'ada',
    path: ({ record }) => record.replace('/improvements/', '/ooda/'),
    act: async (page) => {
      const running = page.getByTestId('running-loop');
      const start = page.locator('.loops__idle .button');
      await running.or(start).first().waitFor();
      if (await start.isVisible()) {
        await start.click();
        await running.locator('.button').first().click();
      }
    },
    ready: '.loops__times',
  },
  {
    name: 'decisions',
    who: 'ada',
    path: '/decisions',
    before: startAssessing,
    ready: '[data-testid=decision-card] .return-panel',
  },
  {
    name: 'meeting',
    who: 'ada',
    path: '/decisions',
    act: async (page) => {
      // Until the queue is read, the first button is another one.
      await page.getByTestId('decision-card').waitFor();
      await page.locator('.decisions-screen__actions button').first().click();
    },
    ready: '[data-testid=meeting] .return-panel',
  },
  { name: 'me', who: 'ada', path: '/me', ready: '[data-testid=own-idea]' },
  { name: 'catalogue-empty', who: 'ada', path: '/catalogue', ready: '[data-testid=empty-state]' },
  {
    name: 'catalogue',
    who: 'ada',
    path: '/catalogue',
    ready: '[data-testid=catalogue-entry]',
    before: fillCatalogue,
  },
  {
    name: 'catalogue-entry',
    who: 'ada',
    path: '/catalogue',
    act: (page) => page.getByTestId('catalogue-entry').first().getByRole('button').click(),
    ready: '.practice-sheet',
  },
  {
    name: 'record-access-team',
    who: 'ada',
    path: ({ record }) => record,
    act: async (page) => {
      await unfoldDetails(page);
      await page.locator('.access-section .segments__input').nth(1).check();
      const teams = page.locator('.access-section__team select');
      await teams.locator('option').nth(1).waitFor({ state: 'attached' });
      await teams.selectOption({ index: 1 });
      await page.locator('.access-section').evaluate((part) => part.scrollIntoView());
    },
    ready: '.access-section__team select',
  },
  { name: 'practice', who: 'ada', path: '/practice', ready: '.practice-list__tick' },
  { name: 'insights', who: 'ada', path: '/insights', ready: '.sources-part' },
  {
    name: 'insights-figure',
    who: 'ada',
    path: '/insights',
    act: (page) => page.getByTestId('kpi-productivity').click(),
    ready: '.kpi-sheet',
  },
  { name: 'me-local', who: 'newcomer', path: '/me', ready: '.me-screen' },
  { name: 'help', who: 'ada', path: '/help', ready: '.help-screen__page' },
  { name: 'help-page', who: 'ada', path: '/help/kata', ready: '.help-screen__how' },
  {
    name: 'tour',
    who: 'newcomer',
    path: '/help',
    act: async (page) => {
      const tour = page.getByTestId('tour');
      const start = page.locator('.section__control .button');
      await tour.or(start).first().waitFor();
      if (await start.isVisible()) await start.click();
    },
    ready: '[data-testid=tour]',
    after: ({ newcomer }) => newcomer.evaluate(() => localStorage.setItem('gemba.tour', 'over')),
  },
  {
    name: 'invite',
    who: 'ada',
    path: '/me',
    act: (page) => page.getByRole('button', { name: /^(New member|新成员)$/u }).click(),
    ready: '.qr-code',
  },
  { name: 'people', who: 'ada', path: '/members', ready: '[data-testid=person]' },
  {
    name: 'people-invite',
    who: 'ada',
    path: '/members',
    act: (page) => page.locator('.people-screen .button--primary').click(),
    ready: '.invite-sheet',
  },
  {
    name: 'people-person',
    who: 'ada',
    path: '/members',
    act: (page) => page.locator('.people-screen__line--opens').nth(1).click(),
    ready: '.person-sheet [data-testid=device]',
  },
  {
    name: 'join',
    who: 'newcomer',
    path: '/#join=AAAAAAAAAAAAAAAAAAAAAA',
    ready: '.join-screen input',
    after: ({ newcomer }) => newcomer.evaluate(() => sessionStorage.removeItem('gemba.join')),
  },
  { name: 'join-paste', who: 'newcomer', path: '/join', ready: '.join-screen input[type=url]' },
  {
    name: 'approval-rules',
    who: 'ada',
    path: '/decisions',
    act: (page) => page.locator('.decisions-screen__actions .button--quiet').click(),
    ready: 'dialog[open] .approval-rules__size',
  },
  {
    name: 'practice-principle',
    who: 'ada',
    path: '/practice',
    act: (page) => page.locator('.practice-list__actions .button').last().click(),
    ready: '.practice-sheet',
  },
  {
    name: 'sign-out',
    who: 'ada',
    path: '/me',
    act: (page) =>
      page
        .getByRole('button', { name: /^(Sign out|退出)/u })
        .first()
        .click(),
    ready: 'dialog[open] .sign-in__actions',
  },
  {
    name: 'workspaces',
    who: 'ada',
    path: '/me',
    before: addSecondWorkspace,
    act: (page) => page.getByTestId('workspace').first().scrollIntoViewIfNeeded(),
    ready: '[data-testid=workspace] .button',
  },
  { name: 'sync', who: 'ada', path: '/register', act: openSync, ready: '.sync-panel' },
  {
    name: 'palette',
    who: 'ada',
    path: '/register',
    act: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill('ward');
    },
    ready: '[role=option]',
  },
  {
    name: 'keys',
    who: 'ada',
    path: '/register',
    act: (page) => page.keyboard.press('?'),
    ready: '.keys-panel',
  },
  {
    name: 'sync-offline',
    who: 'ada',
    path: '/register',
    act: openSync,
    ready: '.sync-panel',
    before: ({ ada }) => ada.context().setOffline(true),
    after: ({ ada }) => ada.context().setOffline(false),
  },
  { name: 'notices-empty', who: 'newcomer', path: '/notices', ready: '[data-testid=empty-state]' },
  {
    name: 'notices',
    who: 'ada',
    path: '/notices',
    before: async ({ ada, bo, record }) => {
      await bo.goto(new URL(record, bo.url()).href);
      await bo.locator('.conversation__box').fill('Could two of them share one stamp?');
      await bo.locator('.conversation__new .button').click();
      await ada.getByTestId('notice-count').waitFor({ timeout: 60_000 });
    },
    ready: '[data-testid=notice]',
  },
  {
    name: 'reviews',
    who: 'ada',
    path: '/reviews',
    before: agreeOnReview,
    ready: '[data-testid=review]',
  },
  { name: 'celebrate-empty', who: 'ada', path: '/celebrate', ready: '[data-testid=empty-state]' },
  {
    name: 'celebrate',
    who: 'ada',
    path: '/celebrate',
    before: closeWithSuccess,
    ready: '[data-testid=success]',
  },
  {
    name: 'success',
    who: 'ada',
    path: '/celebrate',
    act: async (page) => {
      await page.getByTestId('success').first().locator('a').click();
      await page.getByTestId('took-part').first().waitFor();
    },
    ready: '.say-thanks',
  },
  // After all that shows the record before its end.
  {
    name: 'record-closing',
    who: 'ada',
    path: ({ record }) => record,
    before: bringToReview,
    act: (page) => page.locator('.stage-bar__steps .button--primary').click(),
    ready: 'dialog [data-testid=proposed-verdict]',
  },
  {
    name: 'update',
    who: 'newcomer',
    path: '/',
    ready: '.shell__notices .notice',
    before: async ({ newcomer }, server) => {
      await server.deployNewer();
      await newcomer.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        await registration.update();
      });
    },
  },
];

/**
 * What the canvas and the figures of the record at reception say; once is enough.
 *
 * @param {import('playwright-core').Page} page
 */
async function fillCase(page) {
  const cells = page.locator('.canvas__cell textarea');
  await cells.first().waitFor();
  if ((await cells.first().inputValue()) !== '') return;
  await cells.nth(0).fill('Half of the 140 patients a day come back for a second stamp.');
  await cells.nth(1).fill('One stamp after the check-in, by a scanner at the desk.');
  await cells.nth(3).fill('Six minutes less waiting for each patient.');
  for (const [title, kind, amount] of /** @type {const} */ ([
    ['Scanner', 0, '1200'],
    ['Time of the receptionists', 1, '4800'],
  ])) {
    await page.locator('.section:has(.return-panel) .entry-list__add input').fill(title);
    await page.keyboard.press('Enter');
    const line = page.locator('.figure-fields').last();
    await line.locator('.segments__input').nth(kind).check();
    await line.locator('.figure-fields__amounts input').nth(1).fill(amount);
    await page.keyboard.press('Enter');
  }
}

/**
 * The record at reception follows the kata: a target condition, an obstacle at hand and a step.
 *
 * @param {import('./screens-cast.mjs').Cast} cast
 */
async function fillStoryboard({ ada, record }) {
  await ada.evaluate(() => localStorage.setItem('gemba.language', 'en'));
  await ada.goto(new URL(record.replace('/improvements/', '/kata/'), ada.url()).href);
  await ada.getByRole('button', { name: 'Follow the kata' }).click();
  for (const [name, words] of /** @type {const} */ ([
    ['Focus process', 'Admission, from the door to the ward'],
    ['Challenge', 'Nobody waits without knowing why and how long.'],
    ['Target condition', 'Admitted within 15 minutes: one queue, one stamp.'],
    ['Current condition', '32 minutes in the median. Half of 140 patients a day queue twice.'],
  ])) {
    await ada.getByRole('textbox', { name, exact: true }).fill(words);
  }
  for (const [name, words] of /** @type {const} */ ([
    ['Add an obstacle', 'The second queue for the stamp'],
    ['Add an obstacle', 'The printer needs three tries'],
    ['Add a step', 'One stamp right after the check-in'],
  ])) {
    await ada.getByRole('textbox', { name }).fill(words);
    await ada.keyboard.press('Enter');
  }
  await ada.getByRole('button', { name: /^The second queue/u }).click();
  await ada.getByRole('combobox', { name: 'State' }).selectOption({ label: 'Addressing now' });
  await ada.locator('.storyboard__now').waitFor();
}

/**
 * Somebody looks into the record at reception, so that it waits for a decision.
 *
 * @param {import('./screens-cast.mjs').Cast} cast
 */
async function startAssessing({ ada, record }) {
  await ada.evaluate(() => localStorage.setItem('gemba.language', 'en'));
  await ada.goto(new URL(record, ada.url()).href);
  await ada.getByRole('button', { name: 'Start assessing' }).click();
  await ada.getByTestId('saving').filter({ hasText: 'On this device' }).waitFor();
}

/**
 * A team to which both belong, a supplier, and a service with its product owner.
 *
 * @param {import('./screens-cast.mjs').Cast} cast
 */
async function fillCatalogue({ ada }) {
  await ada.evaluate(() => localStorage.setItem('gemba.language', 'en'));
  await ada.goto(new URL('/catalogue', ada.url()).href);
  for (const [name, kind] of /** @type {const} */ ([
    ['Reception', 'Team'],
    ['Stamps & Signs Ltd', 'Supplier'],
    ['Patient check-in', 'Service'],
  ])) {
    await ada.getByRole('button', { name: 'Add an entry' }).click();
    const sheet = ada.getByRole('dialog');
    await sheet.getByRole('textbox', { name: 'Name' }).fill(name);
    await sheet.getByRole('combobox', { name: 'Kind' }).selectOption({ label: kind });
    if (kind === 'Service') {
      await sheet.getByRole('combobox', { name: 'Product owner' }).selectOption({ index: 2 });
    }
    await sheet.getByRole('button', { name: 'Done' }).click();
  }
  await ada.goto(new URL('/members', ada.url()).href);
  for (const name of ['Ada Brook', 'Li Wei']) {
    await ada.getByTestId('person').filter({ hasText: name }).getByRole('button').click();
    await ada.getByRole('checkbox', { name: 'Reception' }).check();
    await ada.getByRole('button', { name: 'Save teams' }).click();
    await ada
      .getByTestId('person')
      .filter({ hasText: `${name}` })
      .filter({ hasText: 'Reception' })
      .waitFor();
  }
}

/**
 * A second workspace on Ada's device, and back to the first.
 *
 * @param {import('./screens-cast.mjs').Cast} cast
 * @param {import('./screens-server.mjs').ScreensServer} server
 */
async function addSecondWorkspace({ ada }, server) {
  await ada.evaluate(() => localStorage.setItem('gemba.language', 'en'));
  await ada.goto(await server.addWorkspace('Ward 3'));
  await ada.getByRole('textbox', { name: 'Your name' }).fill('Ada Brook');
  await ada.getByRole('button', { name: 'Join', exact: true }).click();
  await ada.getByRole('button', { name: 'Open Gemba' }).click();
  await ada.getByRole('button', { name: 'Open Ward 3' }).waitFor();
}

/** @param {import('playwright-core').Page} page */
async function openSync(page) {
  await page.locator('.sync-badge:visible').click();
}

/**
 * Unfolds a question of a record, then one of its parts, and brings that into sight.
 *
 * @param {import('playwright-core').Page} page
 * @param {number} question
 * @param {string} part
 */
async function unfoldPart(page, question, part) {
  const chapter = page.locator(`#story-${question}`);
  await chapter.waitFor();
  const fold = chapter.locator('.story__fold[aria-expanded=false]');
  if (await fold.isVisible()) await fold.click();
  const place = chapter.locator(`[data-part=${part}]`);
  await place.locator('.story__part-fold').click();
  await place.locator('.story__part-content > *').first().waitFor();
  await place.evaluate((element) => element.scrollIntoView());
}

/**
 * A result is shown next week, and everybody is asked how satisfied they are.
 *
 * @param {import('./screens-cast.mjs').Cast} cast
 */
async function agreeOnReview({ ada, record }) {
  await ada.evaluate(() => localStorage.setItem('gemba.language', 'en'));
  await ada.goto(new URL('/practice', ada.url()).href);
  await ada.getByRole('combobox', { name: 'Ask everybody' }).selectOption('3');
  await ada.goto(new URL(record, ada.url()).href);
  const chapter = ada.locator('#story-5');
  const fold = chapter.locator('.story__fold[aria-expanded=false]');
  await chapter.waitFor();
  if (await fold.isVisible()) await fold.click();
  await chapter.getByRole('textbox', { name: 'Add an iteration' }).fill('One desk for a week');
  await ada.keyboard.press('Enter');
  await chapter.getByRole('button', { name: /^One desk for a week/u }).click();
  await chapter.getByLabel('Result shown', { exact: true }).fill('2026-05-27');
  await ada.keyboard.press('Enter');
  await ada.getByTestId('saving').filter({ hasText: 'On this device' }).waitFor();
}

/**
 * Another record goes all the way to its verdict.
 *
 * @param {import('./screens-cast.mjs').Cast} cast
 */
async function closeWithSuccess({ ada }) {
  await ada.evaluate(() => localStorage.setItem('gemba.language', 'en'));
  await ada.goto(new URL('/register?q=cable+drums', ada.url()).href);
  await ada.getByTestId('register-row').first().getByRole('link').click();
  for (const step of [
    'Start assessing',
    'Approve',
    'Mark as planned',
    'Start work',
    'Start review',
  ]) {
    await ada.getByRole('button', { name: step, exact: true }).first().click();
    if (step === 'Approve') await ada.getByRole('dialog').locator('button[type=submit]').click();
  }
  await ada.getByRole('button', { name: 'Close with a verdict' }).click();
  const sheet = ada.getByRole('dialog');
  await sheet.getByRole('combobox', { name: 'Verdict' }).selectOption('achieved');
  await sheet.getByRole('textbox', { name: /^Reason/u }).fill('No drum has gone astray since.');
  await sheet.locator('button[type=submit]').click();
  await ada.locator('#story-7').filter({ hasText: 'Nothing yet' }).waitFor();
  await ada.getByText('Closed', { exact: true }).first().waitFor();
}

/**
 * What was learned at reception.
 *
 * @param {import('./screens-cast.mjs').Cast} cast
 */
async function noteLessons({ ada, record }) {
  await ada.evaluate(() => localStorage.setItem('gemba.language', 'en'));
  await ada.goto(new URL(record, ada.url()).href);
  await unfoldPart(ada, 6, 'lessons');
  const form = ada.locator('[data-part=lessons] .lesson-form');
  for (const [kind, happened, nextTime] of /** @type {const} */ ([
    [
      'Avoid',
      'The scanner stood in the sun and could not read the stamps after eleven.',
      'Try the place at the hour when the sun stands lowest before fixing anything to the wall.',
    ],
    [
      'Do again',
      'Reception tried it for one morning with five patients.',
      'Begin with one desk and one morning.',
    ],
    ['Surprise', 'Patients asked for a receipt although nobody had planned one.', ''],
  ])) {
    await form.locator('textarea').first().fill(happened);
    await form.getByRole('radio', { name: kind, exact: true }).check();
    await form.locator('textarea').nth(1).fill(nextTime);
    await form.getByRole('button', { name: 'Note the lesson' }).click();
  }
  await ada.getByTestId('saving').filter({ hasText: 'On this device' }).waitFor();
}

/**
 * The record depends on the first one that is offered.
 *
 * @param {import('./screens-cast.mjs').Cast} cast
 */
async function addLink({ ada, record }) {
  await ada.evaluate(() => localStorage.setItem('gemba.language', 'en'));
  await ada.goto(new URL(record, ada.url()).href);
  await unfoldPart(ada, 4, 'links');
  await ada.getByRole('button', { name: 'Add a link' }).click();
  await ada.locator('dialog input[type=radio]').first().check();
  await ada.locator('dialog .button--primary').click();
  await ada.locator('.links-part__line').waitFor();
}

/**
 * On a phone, what can be set of a record is folded away.
 *
 * @param {import('playwright-core').Page} page
 */
async function unfoldDetails(page) {
  await page.locator('.record-facts').waitFor();
  const fold = page.locator('.record-facts__fold[aria-expanded=false]');
  if (await fold.isVisible()) await fold.click();
}

/**
 * A vision, an objective with figures that a record serves, and one below it.
 *
 * @param {import('./screens-cast.mjs').Cast} cast
 */
async function setDirection({ ada, record }) {
  await ada.evaluate(() => localStorage.setItem('gemba.language', 'en'));
  await ada.goto(new URL('/direction', ada.url()).href);
  await ada
    .getByRole('textbox', { name: 'Vision' })
    .fill('Nobody waits for us without knowing why and how long.');
  const objectives = /** @type {const} */ ([
    ['Patients wait less at admission', 'Median wait at admission', '32', '24', '15'],
    ['One form, asked once', 'Forms a patient fills in', '5', '', '2'],
  ]);
  for (const [title, measure, ...figures] of objectives) {
    await ada.getByRole('button', { name: 'Add objective' }).click();
    const sheet = ada.getByRole('dialog');
    await sheet.getByRole('textbox', { name: 'Objective' }).fill(title);
    await sheet.getByRole('textbox', { name: 'Measure' }).fill(measure);
    for (const [i, name] of ['Baseline', 'Now', 'Target'].entries()) {
      await sheet.getByRole('textbox', { name, exact: true }).fill(figures[i] ?? '');
    }
    await sheet.getByLabel('To', { exact: true }).fill('2026-12-31');
    if (title !== objectives[0][0]) {
      await sheet
        .getByRole('combobox', { name: 'Serves' })
        .selectOption({ label: objectives[0][0] });
    } else {
      await sheet.getByRole('textbox', { name: 'Unit' }).fill('min');
      await sheet.getByRole('combobox', { name: 'Owner' }).selectOption({ label: 'Li Wei' });
    }
    await sheet.getByRole('button', { name: 'Done' }).click();
  }
  await ada.goto(new URL(record, ada.url()).href);
  await ada
    .getByRole('combobox', { name: 'Add an objective' })
    .selectOption({ label: objectives[0][0] });
  await ada.getByRole('list', { name: 'Objectives' }).waitFor();
}

/**
 * Both set the urgency while they are apart.
 *
 * @param {import('./screens-cast.mjs').Cast} cast
 */
async function disagree({ ada, bo, record }) {
  const pages = /** @type {const} */ ([
    [ada, 'High'],
    [bo, 'Medium'],
  ]);
  for (const [page] of pages) {
    await page.evaluate(() => localStorage.setItem('gemba.language', 'en'));
    await page.goto(new URL('/register', page.url()).href);
    await page.getByTestId('register-row').first().waitFor();
    await page.context().setOffline(true);
  }
  for (const [page, level] of pages) {
    await page.locator(`a[href="${record}"]`).click();
    await unfoldDetails(page);
    await page.getByRole('group', { name: 'Urgency' }).getByRole('radio', { name: level }).check();
    await page.getByTestId('saving').filter({ hasText: 'On this device' }).waitFor();
  }
  for (const [page] of pages) await page.context().setOffline(false);
  await ada.getByTestId('conflict').waitFor({ timeout: 60_000 });
}
