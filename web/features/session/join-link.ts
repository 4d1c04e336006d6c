/** Reads an invitation out of a link and keeps it through a reload, out of the address bar. */
import { joinFragment } from '../../../shared/protocol/paths.ts';

export type JoinLink = {
  readonly token: string;
  /** For a further device of someone who has a name here already. */
  readonly ownDevice: boolean;
};

const ownDeviceMark = 'device';
const storageKey = 'gemba.join';

/** The invitation in a link's fragment, `#join=<token>` or `#join=<token>&device`; undefined when there is none. */
export function parseJoinLink(link: string): JoinLink | undefined {
  const fragment = new URLSearchParams(link.slice(link.indexOf('#') + 1).trim());
  const token = link.includes('#') ? fragment.get(joinFragment) : null;
  if (token === null || !/^[\w-]+$/u.test(token)) return undefined;
  return { token, ownDevice: fragment.has(ownDeviceMark) };
}

/** Marks a link as one for a further device, so that the page does not ask for a name that is known. */
export const markForOwnDevice = (url: string): string => `${url}&${ownDeviceMark}`;

type TakeDeps = {
  readonly location: Pick<Location, 'href' | 'pathname' | 'search'>;
  readonly history: Pick<History, 'replaceState' | 'state'>;
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
};

/**
 * The invitation this page was opened with. It leaves the address bar at once, so that it gets neither
 * into the history nor over someone's shoulder, and waits in the tab's own storage until it is spent.
 */
export function takeJoinLink({ location, history, storage }: TakeDeps): JoinLink | undefined {
  const fresh = parseJoinLink(location.href);
  if (fresh === undefined) {
    const kept = storage.getItem(storageKey);
    return kept === null ? undefined : parseJoinLink(kept);
  }
  storage.setItem(storageKey, location.href.slice(location.href.indexOf('#')));
  history.replaceState(history.state, '', location.pathname + location.search);
  return fresh;
}

export const forgetJoinLink = (storage: Pick<Storage, 'removeItem'>): void =>
  storage.removeItem(storageKey);
