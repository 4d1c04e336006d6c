/**
 * Takes invitations out of the address bar: at once, so that they get neither into the history nor over
 * someone's shoulder. Until one is spent it waits in the tab's own storage, through a reload.
 */
import { createWritable, type Readable } from '../../readable.ts';
import { pathTo } from '../../routes.ts';
import { type JoinLink, parseJoinLink } from './join-link.ts';

export type JoinLinks = {
  /** The invitation that this tab holds; a newer one replaces it. */
  readonly opened: Readable<JoinLink | undefined>;
  /** Takes a link that was pasted. */
  readonly take: (link: JoinLink) => void;
  /** After it has been spent, or has turned out to be worth nothing. */
  readonly forget: () => void;
};

type JoinLinksDeps = {
  readonly window: Pick<Window, 'location' | 'history' | 'addEventListener'>;
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
};

const storageKey = 'gemba.join';

/** Moves the address to the join screen when the page is opened by an invitation. */
export function watchJoinLinks({ window, storage }: JoinLinksDeps): JoinLinks {
  const { location, history } = window;
  const opened = createWritable(parseJoinLink(storage.getItem(storageKey) ?? ''));

  const takeFromAddress = (path: string) => {
    const link = parseJoinLink(location.href);
    if (link === undefined) return;
    storage.setItem(storageKey, new URL(location.href).hash);
    history.replaceState(history.state, '', path);
    opened.set(link);
  };

  takeFromAddress(pathTo.join);
  // A link opened in a tab that shows the app already changes only the fragment.
  window.addEventListener('hashchange', () => takeFromAddress(location.pathname));

  return {
    opened,
    take: opened.set,
    forget: () => {
      storage.removeItem(storageKey);
      opened.set(undefined);
    },
  };
}
