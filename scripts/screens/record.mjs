/** A record and what stands in it. */
import { unfoldPart, unfoldDetails } from './steps.mjs';

/** @type {readonly import('./list.mjs').Screen[]} */
export const recordScreens = [
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
];

/**
 * The record depends on the first one that is offered.
 *
 * @param {import('./cast.mjs').Cast} cast
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
 * Both set the urgency while they are apart.
 *
 * @param {import('./cast.mjs').Cast} cast
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
