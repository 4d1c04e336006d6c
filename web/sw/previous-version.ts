/** Hashed files of earlier versions stay servable, so that a page which is still open can load its lazy parts. */
const previousCache = 'gemba-previous-assets';
/** About five versions; the oldest go first. */
const maxFiles = 300;

/** While installing: what the running version has precached will be cleaned up when this one takes over. */
export async function keepPreviousVersion(): Promise<void> {
  const previous = await caches.open(previousCache);
  for (const name of (await caches.keys()).filter(isPrecache)) {
    const running = await caches.open(name);
    for (const request of await running.keys()) {
      if (!new URL(request.url).pathname.startsWith('/assets/')) continue;
      const response = await running.match(request);
      if (response !== undefined) await previous.put(request, response);
    }
  }
  const kept = await previous.keys();
  for (const request of kept.slice(0, Math.max(0, kept.length - maxFiles))) {
    await previous.delete(request);
  }
}

/** Workbox names its cache by version and scope. */
const isPrecache = (name: string): boolean => name.startsWith('workbox-precache');

export async function answerFromPreviousVersion({
  request,
}: {
  readonly request: Request;
}): Promise<Response> {
  const previous = await caches.open(previousCache);
  return (await previous.match(request)) ?? fetch(request);
}
