/** One-time tickets that let one socket into one room; kept in memory, because they live a minute. */
import type { ClockDep, RandomDep } from '../../shared/deps.ts';
import type { DocumentId, PersonId, WorkspaceId } from '../../shared/domain/ids.ts';
import type { AwarenessUser } from '../../shared/protocol/room-messages.ts';
import { ticketLifeMs } from '../../shared/protocol/session.ts';
import type { UpdateAuthor } from '../replication/admission.ts';
import type { Session } from '../store/people-store.ts';
import { createOneTimeSecrets } from './one-time-secrets.ts';

export type Tickets = {
  /** Takes back what was issued to a person and not spent. */
  readonly forget: (person: PersonId) => void;
  /** The same for a record, whoever it was issued to. */
  readonly forgetRecord: (workspace: WorkspaceId, docId: DocumentId) => void;
  /** undefined = too many are waiting to be used. */
  readonly issue: (session: Session, sessionHash: string, docId: DocumentId) => string | undefined;
  /** Spends the ticket; undefined when it is unknown, spent, expired or for another document. */
  readonly spend: (ticket: string, docId: string) => Admitted | undefined;
};

/** What a socket is known by; no more of the session than that, because there are many of them. */
export type Admitted = {
  readonly workspace: WorkspaceId;
  readonly docId: DocumentId;
  readonly author: UpdateAuthor;
  readonly user: AwarenessUser;
  /** The session it was issued to: when that ends, the socket is closed. */
  readonly sessionHash: string;
};

/** Unspent tickets of all devices; a device needs one for each connection it opens. */
const maxWaiting = 20_000;

export function createTickets(deps: ClockDep & RandomDep): Tickets {
  const secrets = createOneTimeSecrets<Admitted>(deps, {
    lifeMs: ticketLifeMs,
    mostWaiting: maxWaiting,
  });
  return {
    forget: (person) => secrets.forget(({ author }) => author.person === person),
    forgetRecord: (workspace, docId) =>
      secrets.forget((meant) => meant.workspace === workspace && meant.docId === docId),
    issue: ({ workspace, person, device, actor }, sessionHash, docId) =>
      secrets.issue({
        workspace,
        docId,
        author: { person: person.id, device, actor },
        user: { id: person.id, name: person.displayName },
        sessionHash,
      }),
    spend(ticket, docId) {
      const admitted = secrets.spend(ticket);
      return admitted?.docId === docId ? admitted : undefined;
    },
  };
}
