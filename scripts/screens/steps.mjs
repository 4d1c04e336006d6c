/** What several screens need to have been done before. */

/**
 * Unfolds a question of a record, then one of its parts, and brings that into sight.
 *
 * @param {import('playwright-core').Page} page
 * @param {number} question
 * @param {string} part
 */
export async function unfoldPart(page, question, part) {
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
 * On a phone, what can be set of a record is folded away.
 *
 * @param {import('playwright-core').Page} page
 */
export async function unfoldDetails(page) {
  await page.locator('.record-facts').waitFor();
  const fold = page.locator('.record-facts__fold[aria-expanded=false]');
  if (await fold.isVisible()) await fold.click();
}
