/** The register as it looked last, with which the next start would begin, was another workspace's. */
import { firstLook } from '../first-look.ts';

/** Does nothing on plain-http addresses, which have no cache. */
export async function forgetLook(): Promise<void> {
  const { caches } = globalThis as { readonly caches?: CacheStorage };
  await caches?.delete(firstLook.cacheName);
}
