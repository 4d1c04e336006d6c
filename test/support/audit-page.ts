/** What every screen must pass: axe without findings, nothing wider than the screen, nothing cut off. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type Axe from 'axe-core';
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
    const { axe } = globalThis as unknown as { axe: typeof Axe };
    return axe.run(document, { runOnly: tags });
  }, standards);
  return [...(await axeFindings(page, results)), ...(await layoutFindings(page))];
}

async function axeFindings(page: Page, results: AxeResults): Promise<readonly string[]> {
  const findings: string[] = [];
  for (const { id, nodes } of results.violations) {
    for (const { html, failureSummary, target } of nodes) {
      const [selector] = target;
      const isUnderBar =
        id === 'target-size' && typeof selector === 'string' && (await isWhole(page, selector));
      if (!isUnderBar) findings.push(`axe ${id}: ${html}\n${failureSummary ?? ''}`);
    }
  }
  return findings;
}

/** Large enough and covered by nothing once it is scrolled to: a bar that stays covered a part of it. */
const isWhole = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((asked) => {
    const element = document.querySelector(asked);
    if (element === null) return false;
    const scrolledTo = [...document.querySelectorAll('*')].map(({ scrollTop }) => scrollTop);
    element.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = element.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const corners = [-11, 11].flatMap((right) => [-11, 11].map((down) => [x + right, y + down]));
    const isFree = corners.every(([right = 0, down = 0]) =>
      element.contains(document.elementFromPoint(right, down)),
    );
    for (const [at, one] of [...document.querySelectorAll('*')].entries()) {
      one.scrollTop = scrolledTo[at] ?? 0;
    }
    return width >= 24 && height >= 24 && isFree;
  }, selector);

function layoutFindings(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const findings: string[] = [];
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width) {
      findings.push(`scrolls sideways: ${document.documentElement.scrollWidth} > ${width}`);
    }
    const isPhone = matchMedia('(max-width: 600px)').matches;
    for (const element of document.querySelectorAll<HTMLElement>(
      'button, a[href], input, select',
    )) {
      const box = element.getBoundingClientRect();
      const isShown = box.width > 0 && element.checkVisibility({ visibilityProperty: true });
      if (!isShown || box.right <= 0 || box.bottom <= 0) continue;
      const name =
        element.getAttribute('aria-label') ?? (element.textContent?.trim() || element.outerHTML);
      if (
        !isEllipsis(element) &&
        !isInScroller(element) &&
        (box.left < -1 || box.right > width + 1)
      ) {
        findings.push(`cut off: ${name}`);
      }
      if (isPhone && getComputedStyle(element).display !== 'inline' && !isTall(element, box)) {
        findings.push(`touch target under 44 px: ${name}`);
      }
    }
    return findings;

    /** Text that ends in an ellipsis by intention is as wide as it likes. */
    function isEllipsis(element: Element): boolean {
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        if (getComputedStyle(at).textOverflow === 'ellipsis') return true;
      }
      return false;
    }

    /** A row that scrolls sideways by intention holds more than it shows. */
    function isInScroller(element: Element): boolean {
      for (let at = element.parentElement; at !== null; at = at.parentElement) {
        if (['auto', 'scroll'].includes(getComputedStyle(at).overflowX)) {
          return at !== document.documentElement && at !== document.body;
        }
      }
      return false;
    }

    /** Where a list is cut by the box that it scrolls in, the rest of a row is a turn of the wheel away. */
    function isBeyondScroller(element: Element, y: number): boolean {
      for (let at = element.parentElement; at !== null; at = at.parentElement) {
        if (!['auto', 'scroll'].includes(getComputedStyle(at).overflowY)) continue;
        const { top, bottom } = at.getBoundingClientRect();
        if (y <= top || y >= bottom) return true;
      }
      return false;
    }

    /** A bar that stays while rows scroll below it covers a part of one. */
    function isOverThePage(element: Element | null): boolean {
      for (let at = element; at !== null; at = at.parentElement) {
        if (['fixed', 'sticky'].includes(getComputedStyle(at).position)) return true;
      }
      return false;
    }

    /** A thumb 21 px above or below the middle still hits the element or its label. */
    function isTall(element: HTMLElement, box: DOMRect): boolean {
      if (box.height >= 43.5) return true;
      const target = element.closest('label') ?? element;
      const hits = (offset: number): boolean => {
        const y = box.top + box.height / 2 + offset;
        const there = document.elementFromPoint(box.left + box.width / 2, y);
        if (offset !== 0 && isBeyondScroller(element, y)) return true;
        return target.contains(there) || (offset !== 0 && isOverThePage(there));
      };
      // Below the fold or under a sheet it can't be hit at all, so nothing is known of its size.
      return !hits(0) || (hits(-21) && hits(21));
    }
  });
}
