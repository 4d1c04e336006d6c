/** Answers the way to the register with the page as it looked last; the program then draws over it. */
import { matchPrecache } from 'workbox-precaching';
import { firstLook, type FirstLook } from '../first-look.ts';

export async function answerWithLook(): Promise<Response> {
  const page = await matchPrecache('/index.html');
  if (page === undefined) return fetch('/index.html');
  const html = await page.text();
  const look = await readLook();
  const body = look !== undefined && html.includes(look.style) ? showIn(html, look) : html;
  const headers = new Headers(page.headers);
  // They speak of the file as it travelled.
  for (const name of ['content-length', 'content-encoding', 'etag']) headers.delete(name);
  return new Response(body, { headers });
}

async function readLook(): Promise<FirstLook | undefined> {
  const kept = await caches.match(firstLook.path, { cacheName: firstLook.cacheName });
  return kept === undefined ? undefined : ((await kept.json()) as FirstLook);
}

/** By functions: a replacement text may hold `$`. */
const showIn = (html: string, { start, markup }: FirstLook): string =>
  html
    .replace(/<html[^>]*>/u, () => start)
    .replace(firstLook.emptyRoot, () => `<div id="app" ${firstLook.attribute}>${markup}</div>`);
