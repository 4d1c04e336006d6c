/** The service worker: which request is answered from where, and what is done while no page is open. */
import { createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { paths } from '../../shared/protocol/paths.ts';
import { firstLook } from '../first-look.ts';
import { answerWithLook } from './answer-with-look.ts';
import { answerFromPreviousVersion, keepPreviousVersion } from './previous-version.ts';
import { pushInBackground, syncTag } from './background-push.ts';
import { receiveShare, sharePath } from './share-target.ts';

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: readonly { readonly url: string; readonly revision: string | null }[];
};

/** TypeScript's worker library does not know Background Sync. */
type SyncEvent = ExtendableEvent & { readonly tag: string };

const ofTheServer = [
  /^\/sync\//,
  /^\/rooms\//,
  new RegExp(`^${paths.session}`),
  new RegExp(`^${paths.invitations}`),
  new RegExp(`^${paths.health}`),
];

self.addEventListener('install', (event) => event.waitUntil(keepPreviousVersion()));
// oxlint-disable-next-line no-underscore-dangle -- the name that the build replaces with the list of files
precacheAndRoute([...self.__WB_MANIFEST]);

registerRoute(({ url }) => url.pathname === sharePath, receiveShare, 'POST');
registerRoute(({ url }) => url.pathname === sharePath, receiveShare, 'GET');
registerRoute(
  ({ request, url }) =>
    request.mode === 'navigate' && url.pathname === firstLook.path && url.search === '',
  answerWithLook,
);
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: ofTheServer }),
);
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'),
  answerFromPreviousVersion,
);

// The first version takes over pages that are open already; a later one waits until the person says so.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('message', (event: ExtendableMessageEvent) => {
  if ((event.data as { readonly type?: unknown } | null)?.type === 'SKIP_WAITING') {
    event.waitUntil(self.skipWaiting());
  }
});

self.addEventListener('sync', (event) => {
  const { tag } = event as SyncEvent;
  if (tag === syncTag) (event as SyncEvent).waitUntil(pushInBackground());
});
