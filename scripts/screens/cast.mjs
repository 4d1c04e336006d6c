/** Who appears on the screens: an administrator with a filled register, a colleague, and someone new. */

/** The moment that all screens show, so that "yesterday" is the same in every picture. */
const now = Date.UTC(2026, 4, 20, 9, 30);
const hourMs = 60 * 60 * 1000;

/** What people kept, newest last, hours before now. */
const ideas = /** @type {const} */ ([
  [310, 'Label the cable drums by the building they belong to'],
  [290, '会议室投影仪每次都要找转接头\n每间会议室放一个转接头盒子，省去每次十分钟。'],
  [262, 'Send the shift plan a week earlier'],
  [240, 'Two forms ask for the same address\nThe second one could take it from the first.'],
  [214, '仓库三号门的扫码枪经常断线'],
  [190, 'Spare batteries next to the ward scanners'],
  [166, 'The printer on level 2 needs three tries for duplex'],
  [143, '新员工第一天拿不到门禁卡\n希望报到前一天就办好。'],
  [120, 'Put the handover checklist on the ward tablets'],
  [
    97,
    'Service desk: ask for the room number first\nHalf of all calls go back only to ask for it.',
  ],
  [74, '备件申请要签四次字，能不能合并成一次'],
  [52, 'The parcel scanner at the loading dock loses its network'],
  [30, 'Quiet hours signs by the lifts are out of date'],
  [
    9,
    'Patients wait twice at reception for the same stamp\nOne stamp after the check-in would do: about six minutes for each of 140 people a day.',
  ],
  [3, 'Night lighting in car park B stays off after five'],
]);

/**
 * @typedef {object} Cast
 * @property {import('playwright-core').Page} ada Administrator; her register is full.
 * @property {import('playwright-core').Page} bo A colleague, on a device of his own.
 * @property {import('playwright-core').Page} newcomer Has kept nothing and joined nothing.
 * @property {string} record The path of a record that both have.
 */

/**
 * @param {import('playwright-core').Browser} browser
 * @param {import('./server.mjs').ScreensServer} server
 * @returns {Promise<Cast>}
 */
export async function gatherCast(browser, server) {
  const ada = await newDevice(browser, 1);
  await join(ada, server.adminLink, 'Ada Brook');
  for (const [hours, text] of ideas) {
    await ada.clock.setFixedTime(now - hours * hourMs);
    await keep(ada, text);
  }
  await ada.clock.setFixedTime(now);

  const bo = await newDevice(browser, 2);
  await ada.getByRole('link', { name: 'Me', exact: true }).click();
  await ada.getByRole('button', { name: 'New member', exact: true }).click();
  const link = (await ada.getByTestId('invitation-link').textContent()) ?? '';
  await ada.keyboard.press('Escape');
  await join(bo, link, 'Li Wei');
  await bo
    .getByTestId('register-row')
    .nth(ideas.length - 1)
    .waitFor();

  const record = await fillRecord(ada, bo, server.url);
  const newcomer = await newDevice(browser, 3);
  await newcomer.goto(server.url);
  await newcomer.getByRole('button', { name: 'Keep', exact: true }).waitFor();
  return { ada, bo, newcomer, record };
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {number} seed Local numbers and clients come from it, the same in every run.
 */
async function newDevice(browser, seed) {
  const context = await browser.newContext({ locale: 'en-US', timezoneId: 'UTC' });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.clock.setFixedTime(now);
  await page.addInitScript((start) => {
    // Each load has numbers of its own: the same ones twice would make the same record twice.
    const loads = Number(sessionStorage.getItem('screens.loads')) + 1;
    sessionStorage.setItem('screens.loads', String(loads));
    let state = Math.imul(start * 1_000 + loads, 0x9e3779b9);
    /** @param {Uint8Array} bytes */
    const fill = (bytes) => {
      for (let i = 0; i < bytes.length; i++) {
        state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + i + 1) >>> 0;
        bytes[i] = state >>> 13;
      }
    };
    crypto.getRandomValues = (target) => {
      if (target !== null)
        fill(new Uint8Array(target.buffer, target.byteOffset, target.byteLength));
      return target;
    };
  }, seed);
  return page;
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} link
 * @param {string} name
 */
async function join(page, link, name) {
  await page.goto(link.trim());
  await page.getByRole('textbox', { name: 'Your name' }).fill(name);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await page.getByRole('searchbox').or(page.getByTestId('empty-state')).first().waitFor();
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} text
 */
async function keep(page, text) {
  const another = page.getByRole('button', { name: 'Keep another' });
  if (await another.isVisible()) await another.click();
  else await page.getByRole('link', { name: 'Capture', exact: true }).click();
  await page.getByRole('textbox', { name: 'What could be better?' }).fill(text);
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await another.waitFor();
}

/**
 * Gives the record at reception its details, owners to some others, and an opposite opinion to one field.
 *
 * @param {import('playwright-core').Page} ada
 * @param {import('playwright-core').Page} bo
 * @param {string} url
 * @returns {Promise<string>} Its path.
 */
async function fillRecord(ada, bo, url) {
  await openRecord(ada, 'Night lighting in car park B');
  await ada.getByRole('combobox', { name: 'Owner' }).selectOption({ label: 'Li Wei' });
  await openRecord(ada, 'Patients wait twice');
  const path = new URL(ada.url()).pathname;
  await ada.getByRole('combobox', { name: 'Owner' }).selectOption({ label: 'Ada Brook (me)' });
  await ada.getByRole('group', { name: 'Cost' }).getByRole('radio', { name: 'Low' }).check();
  const entries = /** @type {const} */ ([
    ['Add a tag', 'reception'],
    ['Add a tag', 'waiting time'],
    ['Add an affected item', 'Patient check-in'],
  ]);
  for (const [box, entry] of entries) {
    await ada.getByRole('textbox', { name: box }).fill(entry);
    await ada.keyboard.press('Enter');
  }
  await ada
    .getByRole('textbox', { name: 'Value for us' })
    .fill('Two receptionists get half an hour a day back.');
  await ada.getByRole('button', { name: 'I see this too' }).click();
  await bo.goto(url + path);
  await bo.getByRole('button', { name: 'I see this too' }).click();
  await bo
    .getByRole('textbox', { name: 'Value for those we serve' })
    .fill('Patients come to their doctor six minutes earlier.');
  await bo.getByText('2 people see this').waitFor();
  return path;
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} title
 */
async function openRecord(page, title) {
  await page.getByRole('link', { name: 'Register', exact: true }).click();
  await page.getByTestId('register-row').filter({ hasText: title }).getByRole('link').click();
  await page.getByRole('textbox', { name: 'Description', exact: true }).waitFor();
}
