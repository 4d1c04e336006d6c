/** One-time tickets that let one socket into one room; kept in memory, because they live a minute. */
import type { ClockDep, RandomDep } from '../../shared/deps.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import { ticketLifeMs } from '../../shared/protocol/session.ts';
import type { Session } from '../store/people-store.ts';
import { createToken, hashToken } from './tokens.ts';

export type Tickets = {
  /** undefined = too many are waiting to be used. */
  readonly issue: (session: Session, sessionHash: string, docId: DocumentId) => string | undefined;
  /** Spends the ticket; undefined when it is unknown, spent, expired or for another document. */
  readonly spend: (ticket: string, docId: string) => Admitted | undefined;
};

export type Admitted = {
  readonly session: Session;
  /** The session it was issued to: when that ends, the socket is closed. */
  readonly sessionHash: string;
  readonly docId: DocumentId;
};

/** Unspent tickets of all devices; a device needs one for each connection it opens. */
const maxWaiting = 20_000;

export function createTickets({ nowMs, randomBytes }: ClockDep & RandomDep): Tickets {
  // Tickets live equally long, so the map's order is the order in which they expire.
  const waiting = new Map<string, Admitted & { readonly expiresAt: number }>();

  const forgetExpired = () => {
    for (const [hash, { expiresAt }] of waiting) {
      if (expiresAt > nowMs()) return;
      waiting.delete(hash);
    }
  };

  return {
    issue(session, sessionHash, docId) {
      forgetExpired();
      if (waiting.size >= maxWaiting) return undefined;
      const ticket = createToken({ randomBytes });
      const expiresAt = nowMs() + ticketLifeMs;
      waiting.set(hashToken(ticket), { session, sessionHash, docId, expiresAt });
      return ticket;
    },
    spend(ticket, docId) {
      const hash = hashToken(ticket);
      const found = waiting.get(hash);
      if (found === undefined) return undefined;
      waiting.delete(hash);
      return found.expiresAt > nowMs() && found.docId === docId ? found : undefined;
    },
  };
}
