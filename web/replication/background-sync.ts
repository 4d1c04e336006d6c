/** Asks the browser to send the outbox later, by the service worker, when there is a network and maybe no page. */

export const syncTag = 'gemba-push';

/** TypeScript's DOM does not know Background Sync; only Chromium has it. */
type WithSync = { readonly sync?: { readonly register: (tag: string) => Promise<void> } };

/** Does nothing where there is no Background Sync, or the person forbids it: a page that is opened sends as well. */
export async function askForBackgroundSync(
  container: ServiceWorkerContainer | undefined,
): Promise<void> {
  const registration = (await container?.getRegistration()) as WithSync | undefined;
  await registration?.sync?.register(syncTag).catch(() => undefined);
}
