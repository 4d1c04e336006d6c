/** People, devices, and how they are kept in step. */

/** @type {readonly import('./list.mjs').Screen[]} */
export const peopleScreens = [
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
    ready: '.entry-sheet',
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
];

/**
 * A second workspace on Ada's device, and back to the first.
 *
 * @param {import('./cast.mjs').Cast} cast
 * @param {import('./server.mjs').ScreensServer} server
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
