/** Judging, ranking, answering, and what it is for. */

/** @type {readonly import('./list.mjs').Screen[]} */
export const choosingScreens = [
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
    ready: '.entry-sheet',
  },
];

/**
 * A vision, an objective with figures that a record serves, and one below it.
 *
 * @param {import('./cast.mjs').Cast} cast
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
