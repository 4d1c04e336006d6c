/** The floor of a start: the very markup and stylesheet that the app has drawn, as a page without any script. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { serveFolder, type StaticServer } from './static-server.ts';

/** Serves what `page` shows now; `folder` is a new, empty one. */
export async function serveAsStaticPage(page: Page, folder: string): Promise<StaticServer> {
  const { html, styles } = await page.evaluate(async () => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    for (const script of copy.querySelectorAll('script, link[rel="modulepreload"]'))
      script.remove();
    const links = [...copy.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
    const styles = await Promise.all(links.map(async ({ href }) => (await fetch(href)).text()));
    for (const [i, link] of links.entries()) link.setAttribute('href', `/style-${i}.css`);
    return { html: `<!doctype html>${copy.outerHTML}`, styles };
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), html);
  for (const [i, style] of styles.entries()) writeFileSync(join(folder, `style-${i}.css`), style);
  return serveFolder(folder);
}
