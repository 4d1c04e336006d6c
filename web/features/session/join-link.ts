/** An invitation, as a link carries it. */
import { joinFragment } from '../../../shared/protocol/paths.ts';

export type JoinLink = {
  readonly token: string;
  /** For a further device of someone who has a name here already. */
  readonly ownDevice: boolean;
};

const ownDeviceMark = 'device';

/** The invitation in a link's fragment, `#join=<token>` or `#join=<token>&device`; undefined when there is none. */
export function parseJoinLink(link: string): JoinLink | undefined {
  const fragment = new URLSearchParams(link.slice(link.indexOf('#') + 1).trim());
  const token = link.includes('#') ? fragment.get(joinFragment) : null;
  if (token === null || !/^[\w-]+$/u.test(token)) return undefined;
  return { token, ownDevice: fragment.has(ownDeviceMark) };
}

/** Marks a link as one for a further device, so that the page does not ask for a name that is known. */
export const markForOwnDevice = (url: string): string => `${url}&${ownDeviceMark}`;
