/** Asks the server's routes for people: roles, invitations, devices. */
import * as z from 'zod/mini';
import type { PersonId } from '../../shared/domain/ids.ts';
import { devicesAnswer } from '../../shared/protocol/devices.ts';
import { joinFragment, paths } from '../../shared/protocol/paths.ts';
import { invitationAnswer, invitationsAnswer } from '../../shared/protocol/session.ts';
import { ok } from '../../shared/result.ts';
import type { HttpDeps } from '../replication/http-transport.ts';
import type { PeopleService, Reply, ShownLink } from '../services/session.ts';
import { type Ask, createAsk } from './ask-json.ts';

const nothing = z.looseObject({});

export function createPeopleService(deps: HttpDeps): PeopleService {
  const ask = createAsk(deps);
  const act = (path: string, body: object = {}) => ask(path, nothing, body);
  const ofPerson = (person: PersonId, what: string) => `${paths.people}/${person}/${what}`;
  return {
    openInvitations: async () => {
      const answer = await ask(paths.invitations, invitationsAnswer);
      return answer.ok ? ok(answer.value.invitations) : answer;
    },
    invite: (request) => askForLink(ask, deps.serverUrl, paths.invitations, request),
    endInvitation: (id) => act(`${paths.invitations}/${id}/revoke`),
    changeRoles: (person, roles) => act(ofPerson(person, 'roles'), { roles }),
    changeBelonging: (person, belongsTo) => act(ofPerson(person, 'belonging'), { belongsTo }),
    remove: (person) => act(ofPerson(person, 'remove')),
    setEditing: (editing) => act(paths.workspace, { editing }),
    recover: (person) => askForLink(ask, deps.serverUrl, ofPerson(person, 'recovery'), {}),
    devicesOf: async (person) => {
      const answer = await ask(ofPerson(person, 'devices'), devicesAnswer);
      return answer.ok ? ok(answer.value.devices) : answer;
    },
    signOutDevice: (device) => act(`${paths.devices}/${device}/sign-out`),
  };
}

async function askForLink(
  ask: Ask,
  serverUrl: string,
  path: string,
  body: object,
): Reply<ShownLink> {
  const answer = await ask(path, invitationAnswer, body);
  if (!answer.ok) return answer;
  const { token, expiresAt } = answer.value;
  return ok({ url: `${serverUrl}/#${joinFragment}=${token}`, expiresAt });
}
