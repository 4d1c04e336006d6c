/** The page's one Trusted Types policy: it admits exactly the addresses of this build's own workers. */
// oxlint-disable-next-line import/default -- Vite answers the worker's address as the default export
import searchWorkerUrl from '../projection/search-worker.ts?worker&url';
// oxlint-disable-next-line import/default -- as above
import syncWorkerUrl from '../replication/sync-worker.ts?worker&url';

const serviceWorkerUrl = '/service-worker.js';
const admitted: ReadonlySet<string> = new Set([serviceWorkerUrl, searchWorkerUrl, syncWorkerUrl]);

type ScriptUrlPolicy = { readonly createScriptURL: (url: string) => string };

/** TypeScript's DOM knows no Trusted Types; a TrustedScriptURL goes wherever a string may. */
type TrustedTypesFactory = {
  readonly createPolicy: (name: string, rules: ScriptUrlPolicy) => ScriptUrlPolicy;
};

const rules: ScriptUrlPolicy = {
  createScriptURL: (url) => {
    if (admitted.has(url)) return url;
    throw new TypeError(`${url} is not a worker of this app`);
  },
};

const factory = (globalThis as { readonly trustedTypes?: TrustedTypesFactory }).trustedTypes;
const policy = factory?.createPolicy('gemba', rules) ?? rules;

export const trustedServiceWorkerUrl = (): string => policy.createScriptURL(serviceWorkerUrl);
export const trustedSearchWorkerUrl = (): string => policy.createScriptURL(searchWorkerUrl);
export const trustedSyncWorkerUrl = (): string => policy.createScriptURL(syncWorkerUrl);
