/** A record that was measured and stands in review, for the pictures of its verdict. */

/**
 * The record gets a target of the measure, is approved, worked on, and comes to its review.
 *
 * @param {import('./cast.mjs').Cast} cast
 */
export async function bringToReview({ ada, record }) {
  await ada.evaluate(() => localStorage.setItem('gemba.language', 'en'));
  await ada.goto(new URL(record, ada.url()).href);
  await freezeTarget(ada);
  for (const step of ['Approve', 'Mark as planned', 'Start work', 'Start review']) {
    const button = ada
      .locator('.stage-bar__steps')
      .getByRole('button', { name: step, exact: true });
    await button.click();
    const decide = ada.locator('dialog .button--primary');
    if (step === 'Approve') await decide.click();
    await button.waitFor({ state: 'detached' });
  }
}

/** @param {import('playwright-core').Page} page */
async function freezeTarget(page) {
  await unfold(page, 3);
  await page.locator('.target-part .button').click();
  const sheet = page.locator('dialog');
  await sheet.locator('select').selectOption({ index: 1 });
  await sheet.locator('input[type=text]').nth(1).fill('15');
  await sheet.locator('input[type=text]').nth(2).fill('10');
  await sheet.locator('input[type=date]').fill('2026-06-30');
  await sheet.locator('.button--primary').click();
  await page.getByTestId('target').waitFor();
}

/**
 * @param {import('playwright-core').Page} page
 * @param {number} question
 */
async function unfold(page, question) {
  const chapter = page.locator(`#story-${question}`);
  await chapter.waitFor();
  const fold = chapter.locator('.story__fold[aria-expanded=false]');
  if (await fold.isVisible()) await fold.click();
}
