/** Moves between screens: the address bar, back and forward, and what a click on a link does. */
import { createWritable, type Readable } from '../../readable.ts';
import { parseRoute, type Route } from '../../routes.ts';

export type Navigation = {
  readonly route: Readable<Route>;
  /** False on the screen that the visit began with. */
  readonly hasMoved: () => boolean;
  readonly go: (path: string) => void;
  /** Another address for what is on the screen; nothing else changes. */
  readonly replaceAddress: (path: string) => void;
  /** To where the person came from, or to `path` when the app was opened right here. */
  readonly backOr: (path: string) => void;
  /** For a click anywhere in the page: true when it was a link within the app and has been followed. */
  readonly follow: (event: MouseEvent) => boolean;
};

type NavigationDeps = {
  readonly window: Pick<Window, 'location' | 'history' | 'addEventListener'>;
  /** Runs `show` so that the change can be seen, as in a view transition. */
  readonly transition: (show: () => void) => void;
};

/** What the app keeps in `history.state`: how many steps back are still within the app. */
type HistoryState = { readonly depth?: number } | null;

export function createNavigation({ window, transition }: NavigationDeps): Navigation {
  const { location, history } = window;
  const route = createWritable(parseRoute(new URL(location.href)));
  let moved = false;
  const depth = () => (history.state as HistoryState)?.depth ?? 0;

  const show = () => {
    moved = true;
    // Read when it is shown: a transition may begin after the person has gone on.
    const arrive = () => route.set(parseRoute(new URL(location.href)));
    if (placeOf(parseRoute(new URL(location.href))) === placeOf(route.get())) arrive();
    else transition(arrive);
  };

  const go = (path: string) => {
    // Going to where one is means to begin there anew: the screen is told, the history is not.
    if (path !== location.pathname + location.search)
      history.pushState({ depth: depth() + 1 }, '', path);
    show();
  };

  const replaceAddress = (path: string) => history.replaceState(history.state, '', path);

  window.addEventListener('popstate', show);

  return {
    route,
    hasMoved: () => moved,
    go,
    replaceAddress,
    backOr: (path) => {
      if (depth() > 0) return history.back();
      replaceAddress(path);
      show();
    },
    follow: (event) => {
      const link = plainLinkOf(event);
      if (link === undefined || link.origin !== location.origin || link.hash !== '') return false;
      event.preventDefault();
      go(link.pathname + link.search);
      return true;
    },
  };
}

/**
 * The register and its records are one place: moving between them is what people do most, and a transition
 * keeps them waiting two to three times as long on a slow phone.
 */
const placeOf = ({ type }: Route): Route['type'] => (type === 'improvement' ? 'register' : type);

/** The link under an ordinary click; undefined when the browser should do what it always does. */
function plainLinkOf(event: MouseEvent): HTMLAnchorElement | undefined {
  const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (event.defaultPrevented || event.button !== 0 || modified) return undefined;
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
  if (link === null || link.target !== '' || link.hasAttribute('download')) return undefined;
  return link;
}
