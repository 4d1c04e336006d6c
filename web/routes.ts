/** Every address of the app: what it means, and how it is spelled. */
import { type DocumentId, isUuid } from '../shared/domain/ids.ts';

export type Route =
  | { readonly type: 'capture' }
  /** Another app hands something over; its words land in the capture box. */
  | { readonly type: 'share'; readonly words: string }
  /** `text`: the words to find; `search`: what else is asked, as it stands in the address. */
  | { readonly type: 'register'; readonly text: string; readonly search: string }
  /** `isDetailWanted`: to where its proposal is written. */
  | { readonly type: 'improvement'; readonly id: DocumentId; readonly isDetailWanted?: true }
  /** Any other path: a page of its own, fetched when it is first needed (`pages.tsx` has them all), or nothing. */
  | { readonly type: 'page'; readonly path: readonly string[] };

export function parseRoute(url: URL): Route {
  const path = url.pathname.split('/').filter((part) => part !== '');
  const [first = '', second, ...rest] = path;
  if (second === undefined) {
    switch (first) {
      case '':
        return { type: 'capture' };
      case 'share':
        return { type: 'share', words: sharedWords(url.searchParams) };
      case 'register':
        return registerRoute(url.searchParams);
    }
  }
  if (first === 'improvements' && second !== undefined && isUuid(second)) {
    const id = second as DocumentId;
    if (rest.length === 0) return { type: 'improvement', id };
    if (rest.join() === 'detail') return { type: 'improvement', id, isDetailWanted: true };
  }
  return { type: 'page', path };
}

/** The path of every route that a link may lead to. */
export const pathTo = {
  capture: '/',
  register: '/register',
  /** `search` as a query formats itself; '' = the whole register. */
  registerWith: (search: string) => (search === '' ? '/register' : `/register?${search}`),
  improvement: (id: DocumentId) => `/improvements/${id}`,
  detail: (id: DocumentId) => `/improvements/${id}/detail`,
  me: '/me',
  /** Not `/people`: below that are the server's own routes. */
  people: '/members',
  drafts: '/drafts',
  join: '/join',
} as const;

function registerRoute(parameters: URLSearchParams): Route {
  const text = parameters.get('q') ?? '';
  parameters.delete('q');
  return { type: 'register', text, search: parameters.toString() };
}

/** The parts of a share, in the manifest's order; apps often repeat the link in the text. */
function sharedWords(parameters: URLSearchParams): string {
  const [title, text, url] = ['title', 'text', 'url'].map((name) => parameters.get(name)?.trim());
  const parts = [title, text, text?.includes(url ?? '') === true ? undefined : url];
  return parts.filter(Boolean).join('\n');
}
