/** What is timed inside the page: from an act to the change on the screen, by the page's own clock. */
import type { Page } from 'playwright-core';

type InPage = typeof globalThis & {
  /** Resolves to performance.now() as soon as the condition holds, checked after every change of the document. */
  benchUntil: (condition: () => boolean) => Promise<number>;
  /** Resolves to performance.now() when the first row of a page that has just been loaded is on the screen. */
  benchFirstRowMs: Promise<number>;
  /** The same for rows that the program itself has drawn, not those of the last visit. */
  benchLiveRowMs: Promise<number>;
  benchLongTaskMs: () => number;
};

/** Must run before the page's own scripts: `context.addInitScript(prepareBench)`. */
export function prepareBench(): void {
  const page = globalThis as InPage;
  page.benchUntil = (condition) =>
    new Promise((resolve) => {
      const isThere = () => {
        const holds = condition();
        if (holds) resolve(performance.now());
        return holds;
      };
      if (isThere()) return;
      const observer = new MutationObserver(() => {
        if (isThere()) observer.disconnect();
      });
      observer.observe(document, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
    });
  const isRowThere = () =>
    (document.querySelector('[data-testid="register-row"]')?.textContent ?? '') !== '';
  const afterNextFrame = () =>
    new Promise<number>((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => resolve(performance.now()));
        port1.start();
        port2.postMessage(undefined);
      }),
    );
  page.benchFirstRowMs = page.benchUntil(isRowThere).then(afterNextFrame);
  page.benchLiveRowMs = page
    .benchUntil(() => isRowThere() && document.querySelector('[data-look]') === null)
    .then(afterNextFrame);
  let longestTaskMs = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, duration);
  }).observe({ type: 'longtask' });
  page.benchLongTaskMs = () => {
    const longest = longestTaskMs;
    longestTaskMs = 0;
    return longest;
  };
}

/** The longest task of the main thread since the last call; 0 when none took 50 ms. */
export const longestTaskMs = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as InPage).benchLongTaskMs());

/** From the start of a page's load to the frame that shows its first row. */
export const timeToFirstRow = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as InPage).benchFirstRowMs);

/** From the start of a page's load to the frame in which its rows answer a tap within the page. */
export const timeToLiveRow = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as InPage).benchLiveRowMs);

/** Resolves once there is a row. */
export const seeRows = (page: Page): Promise<number> =>
  page.evaluate(() =>
    (globalThis as InPage).benchUntil(
      () => (document.querySelector('[data-testid="register-row"]')?.textContent ?? '') !== '',
    ),
  );

/** How many rows the register says it has. */
export const listedRows = (page: Page): Promise<number> =>
  page.evaluate(() => Number(document.querySelector('[role="table"]')?.ariaRowCount ?? 0));

/** Resolves once the register says that it has so many rows, or one more for its headings. */
export const timeToListed = (page: Page, count: number): Promise<number> =>
  page.evaluate(
    (wanted) =>
      (globalThis as InPage).benchUntil(
        () => Number(document.querySelector('[role="table"]')?.ariaRowCount ?? 0) >= wanted,
      ),
    count,
  );

/** From a new search to the first row that it must bring to the top. */
export const timeToFilter = (page: Page, query: string): Promise<number> =>
  page.evaluate(async (text) => {
    const { benchUntil } = globalThis as InPage;
    const box = document.querySelector<HTMLInputElement>('input[type="search"]');
    if (box === null) throw new Error('No search box.');
    const startedAt = performance.now();
    box.value = text;
    box.dispatchEvent(new Event('input', { bubbles: true }));
    const shownAt = await benchUntil(
      () =>
        document
          .querySelector('[data-testid="register-row"]')
          ?.textContent?.toLowerCase()
          .includes(text.toLowerCase()) ?? false,
    );
    return shownAt - startedAt;
  }, query);

/** From a tap on a row to the record's text on the screen. */
export const timeToOpen = (page: Page, index: number): Promise<number> =>
  page.evaluate(async (at) => {
    const { benchUntil } = globalThis as InPage;
    const row = document.querySelectorAll('[data-testid="register-row"]')[at];
    const link = row?.querySelector<HTMLElement>('a') ?? row;
    if (!(link instanceof HTMLElement)) throw new Error(`No row ${at}.`);
    const startedAt = performance.now();
    link.click();
    const shownAt = await benchUntil(() =>
      [...document.querySelectorAll('textarea')].some(({ value }) => value.includes('\n')),
    );
    return shownAt - startedAt;
  }, index);

/** From a step to another page to what shows that it is there. */
export const timeToPage = (page: Page, path: string, ready: string): Promise<number> =>
  page.evaluate(
    async (asked) => {
      const { benchUntil } = globalThis as InPage;
      const startedAt = performance.now();
      history.pushState(null, '', asked.path);
      dispatchEvent(new PopStateEvent('popstate'));
      const shownAt = await benchUntil(() => document.querySelector(asked.ready) !== null);
      return shownAt - startedAt;
    },
    { path, ready },
  );

/** From the tap on Keep to the receipt that says where the idea is. */
export const timeToKeep = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const { benchUntil } = globalThis as InPage;
    const keep = [...document.querySelectorAll('button')].find(
      ({ textContent }) => textContent?.trim() === 'Keep',
    );
    if (keep === undefined) throw new Error('No button Keep.');
    const startedAt = performance.now();
    keep.click();
    const shownAt = await benchUntil(() =>
      /On (this device|the server)/u.test(
        document.querySelector('[data-testid="receipt"]')?.textContent ?? '',
      ),
    );
    return shownAt - startedAt;
  });

/** The floor of keeping: one row into a bare IndexedDB store, strict durability. */
export const timeToPut = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('floor', 1);
      opening.addEventListener('upgradeneeded', () =>
        opening.result.createObjectStore('rows', { autoIncrement: true }),
      );
      opening.addEventListener('success', () => resolve(opening.result));
      opening.addEventListener('error', () => reject(opening.error ?? new Error('open failed')));
    });
    const startedAt = performance.now();
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' });
      transaction.objectStore('rows').put({ text: 'x'.repeat(600) });
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('error', () => reject(transaction.error ?? new Error('failed')));
    });
    const elapsedMs = performance.now() - startedAt;
    database.close();
    return elapsedMs;
  });
