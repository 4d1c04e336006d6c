/** The server's session routes: who this device is, joining, inviting, tickets for rooms. JSON both ways. */
import * as z from 'zod/mini';
import type { DocumentId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/protocol/paths.ts';
import type { RefusalCode } from '../../shared/protocol/refusals.ts';
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
import { err, ok, type Result } from '../../shared/result.ts';
import { type HttpDeps, readProblem } from '../replication/http-transport.ts';

export type SessionFailure = RefusalCode | 'unreachable';

type Reply<T> = Promise<Result<T, SessionFailure>>;

export type SessionClient = {
  readonly read: () => Reply<SessionAnswer>;
  readonly join: (request: JoinRequest) => Reply<SessionAnswer>;
  readonly challenge: (request: ChallengeRequest) => Reply<ChallengeAnswer>;
  readonly renew: (request: RenewRequest) => Reply<SessionAnswer>;
  readonly invite: (request: InvitationRequest) => Reply<InvitationAnswer>;
  readonly roomTicket: (docId: DocumentId) => Reply<string>;
};

/** A person waits for the answer. */
const deadlineMs = 15_000;

export function createSessionClient(deps: HttpDeps): SessionClient {
  async function ask<Schema extends z.core.$ZodType>(
    path: string,
    schema: Schema,
    body?: unknown,
  ): Reply<z.infer<Schema>> {
    try {
      const response = await deps.fetch(new URL(path, deps.serverUrl), {
        signal: AbortSignal.timeout(deadlineMs),
        ...(body === undefined
          ? {}
          : {
              method: 'POST',
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify(body),
            }),
      });
      if (!response.ok) {
        const failure = await readProblem(response);
        return err(failure.type === 'refused' ? failure.code : 'unreachable');
      }
      const parsed = z.safeParse(schema, await response.json());
      return parsed.success ? ok(parsed.data) : err('unreachable');
    } catch {
      // No network, no answer in time, or an answer that is no JSON: there is no server to talk to.
      return err('unreachable');
    }
  }

  return {
    read: () => ask(paths.session, sessionAnswer),
    join: (request) => ask(paths.join, sessionAnswer, request),
    challenge: (request) => ask(paths.challenge, challengeAnswer, request),
    renew: (request) => ask(paths.renew, sessionAnswer, request),
    invite: (request) => ask(paths.invitations, invitationAnswer, request),
    roomTicket: async (docId) => {
      const answer = await ask(paths.roomTicket, ticketAnswer, { docId });
      return answer.ok ? ok(answer.value.ticket) : answer;
    },
  };
}
