/** Keeping ideas and finding them again. */
import { unfoldPart } from './steps.mjs';

const box = '.capture-form__box';
const keep = '.capture-form__action button';

/** @type {readonly import('./list.mjs').Screen[]} */
export const findingScreens = [
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
];

/**
 * What was learned at reception.
 *
 * @param {import('./cast.mjs').Cast} cast
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
  await ada
    .getByTestId('saving')
    .filter({ hasText: /On (this device|the server)/u })
    .waitFor();
}
