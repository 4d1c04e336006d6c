/** What every screen must pass: axe without findings, nothing wider than the screen, nothing cut off. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Findings in words; empty = passed. */
export async function auditPage(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  const results = await page.evaluate(async (tags) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    return axe.run(document, { runOnly: tags });
  }, standards);
  return [...axeFindings(results), ...(await layoutFindings(page))];
}

const axeFindings = (results: AxeResults): readonly string[] =>
  results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `axe ${id}: ${html}\n${failureSummary ?? ''}`),
  );

function layoutFindings(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const findings: string[] = [];
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width) {
      findings.push(`scrolls sideways: ${document.documentElement.scrollWidth} > ${width}`);
    }
    const small = matchMedia('(max-width: 600px)').matches;
    for (const element of document.querySelectorAll<HTMLElement>(
      'button, a[href], input, select',
    )) {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || !element.checkVisibility({ visibilityProperty: true })) continue;
      const name =
        element.getAttribute('aria-label') ?? element.textContent?.trim() ?? element.tagName;
      const offscreen = box.right <= 0 || box.bottom <= 0;
      if (!offscreen && (box.left < -1 || box.right > width + 1)) findings.push(`cut off: ${name}`);
      const inline = getComputedStyle(element).display === 'inline';
      if (
        small &&
        !inline &&
        !offscreen &&
        box.height < 43.5 &&
        !element.closest('[data-compact]')
      ) {
        const area = element.closest('label')?.getBoundingClientRect();
        if (area === undefined || area.height < 43.5) {
          findings.push(`touch target ${Math.round(box.height)} px high: ${name}`);
        }
      }
    }
    return findings;
  });
}
