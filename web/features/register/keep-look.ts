/** Leaves the register as it looks now for the start of the next visit. */
import { firstLook, type FirstLook } from '../../first-look.ts';

/** Does nothing where there is no cache (plain-http addresses), which has no service worker either. */
export async function keepLook(
  document: Document,
  caches: CacheStorage | undefined,
): Promise<void> {
  const look = lookOf(document);
  if (caches === undefined || look === undefined) return;
  const cache = await caches.open(firstLook.cacheName);
  await cache.put(firstLook.path, new Response(JSON.stringify(look)));
}

function lookOf(document: Document): FirstLook | undefined {
  const root = document.getElementById('app');
  const style = document.querySelector('link[rel="stylesheet"]')?.getAttribute('href');
  if (root === null || style === null || style === undefined) return undefined;
  const copy = root.cloneNode(true) as HTMLElement;
  // The policy of the page allows no inline styles. Nobody can type before the program is there.
  for (const styled of copy.querySelectorAll('[style]')) styled.removeAttribute('style');
  for (const input of copy.querySelectorAll('input')) input.setAttribute('readonly', '');
  const html = document.documentElement.cloneNode(false) as HTMLElement;
  return { start: html.outerHTML.replace('</html>', ''), markup: copy.innerHTML, style };
}
