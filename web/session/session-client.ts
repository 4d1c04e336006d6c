/** The server's session routes: who this device is, joining, inviting, tickets for rooms. JSON both ways. */
import type { DocumentId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/protocol/paths.ts';
import {
  type ChallengeAnswer,
  challengeAnswer,
  type ChallengeRequest,
  type InvitationAnswer,
  type InvitationRequest,
  invitationAnswer,
  type JoinRequest,
  type RenewRequest,
  type SessionAnswer,
  sessionAnswer,
  ticketAnswer,
} from '../../shared/protocol/session.ts';
import { ok } from '../../shared/result.ts';
import type { HttpDeps } from '../replication/http-transport.ts';
import type { Answer } from '../replication/transport.ts';
import type { Reply } from '../services/session.ts';
import { createAsk, createAskFully } from './ask-json.ts';

export type SessionClient = {
  readonly read: () => Reply<SessionAnswer>;
  readonly join: (request: JoinRequest) => Reply<SessionAnswer>;
  readonly challenge: (request: ChallengeRequest) => Answer<ChallengeAnswer>;
  readonly renew: (request: RenewRequest) => Answer<SessionAnswer>;
  readonly invite: (request: InvitationRequest) => Reply<InvitationAnswer>;
  readonly roomTicket: (docId: DocumentId) => Reply<string>;
};

export function createSessionClient(deps: HttpDeps): SessionClient {
  const ask = createAsk(deps);
  const askFully = createAskFully(deps);
  return {
    read: () => ask(paths.session, sessionAnswer),
    join: (request) => ask(paths.join, sessionAnswer, request),
    challenge: (request) => askFully(paths.challenge, challengeAnswer, request),
    renew: (request) => askFully(paths.renew, sessionAnswer, request),
    invite: (request) => ask(paths.invitations, invitationAnswer, request),
    roomTicket: async (docId) => {
      const answer = await ask(paths.roomTicket, ticketAnswer, { docId });
      return answer.ok ? ok(answer.value.ticket) : answer;
    },
  };
}
