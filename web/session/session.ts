/** Joining a workspace and who is in it, as screens use it. */
import type { ActorId, PersonId } from '../../shared/domain/ids.ts';
import type { Someone } from '../../shared/domain/improvement.ts';
import type { Person, Role } from '../../shared/domain/person.ts';
import type { Editing } from '../../shared/process/permissions.ts';
import type { SessionAnswer } from '../../shared/protocol/session.ts';
import type { Result } from '../../shared/result.ts';
import type { JoinedSession } from '../local/device-database.ts';
import type { Identity } from '../local/identity.ts';
import type { ReplicaStore } from '../local/replica-store.ts';
import { createWritable } from '../readable.ts';
import type { StorageFailure } from '../services.ts';
import type { Arrival, SessionService, SessionState } from '../services/session.ts';
import type { DeviceKey } from './device-key.ts';
import type { EnterDeps } from './enter-workspace.ts';
import type { SessionClient } from './session-client.ts';

export type SessionDeps = EnterDeps & {
  readonly store: Pick<ReplicaStore, 'readPeople' | 'readSyncPoint' | 'changes'>;
  readonly identity: Identity;
  readonly serverUrl: string;
  readonly loadClient: () => Promise<SessionClient>;
  readonly loadKey: () => Promise<DeviceKey>;
};

export type Session = SessionService & {
  /** What follows from a sign-in of whatever kind that the server has taken. */
  readonly enter: (answer: SessionAnswer) => Promise<Result<Arrival, StorageFailure>>;
  /** The person behind an actor as far as this device knows, else the actor. */
  readonly whoIs: (someone: ActorId) => Someone;
  /** Shows a session that this or another tab has entered. */
  readonly show: (session: JoinedSession) => void;
};

export function createSession(deps: SessionDeps, joined: JoinedSession | undefined): Session {
  const { actor } = deps.identity;
  const people = createWritable<readonly Person[]>([]);
  const state = createWritable<SessionState>({ type: 'local' });
  const me = createWritable<Someone>(actor);
  let current = joined;
  let editing: Editing | undefined;
  let personByActor: ReadonlyMap<ActorId, Person> = new Map();

  const refresh = (known = people.get()) => {
    if (current === undefined) return;
    const { id } = current.person;
    const person = known.find((listed) => listed.id === id) ?? asPerson(current, actor);
    me.set(person.id);
    state.set({
      type: 'joined',
      person,
      workspaceName: current.workspace.name,
      editing: editing ?? 'everyone',
      serverUrl: deps.serverUrl,
    });
  };

  const readPeople = async () => {
    try {
      const list = await deps.store.readPeople();
      ({ editing } = await deps.store.readSyncPoint());
      personByActor = new Map(list.flatMap((person) => person.actors.map((id) => [id, person])));
      // First, so that whoever is told of the people finds what they may do.
      refresh(list);
      people.set(list);
    } catch (cause) {
      deps.report('reading the people', cause);
    }
  };

  deps.store.changes.subscribe((change) => {
    if (change.type !== 'documents') void readPeople();
  });
  refresh();
  void readPeople();

  const show = (session: JoinedSession) => {
    current = session;
    refresh();
  };

  const enter = async (answer: SessionAnswer): Promise<Result<Arrival, StorageFailure>> => {
    const { enterWorkspace } = await import('./enter-workspace.ts');
    return enterWorkspace(deps, answer);
  };

  return {
    state,
    people,
    me,
    whoIs: (someone) => personByActor.get(someone)?.id ?? (someone === actor ? me.get() : someone),
    show,
    join: async (token, displayName) => {
      const { join } = await import('./join.ts');
      const answer = await join(deps, token, displayName);
      return answer.ok ? enter(answer.value) : answer;
    },
    enter,
    invite: async (request) => {
      const { invite } = await import('./join.ts');
      return invite(deps, request);
    },
  };
}

/** Before the list of people has come. */
function asPerson({ person }: SessionAnswer, actor: ActorId): Person {
  // A session that was stored before people had several roles has none until the list comes.
  const { roles = [] }: { readonly roles?: readonly Role[] } = person;
  const { id, displayName } = person;
  return { id: id as PersonId, displayName, roles, actors: [actor], isRemoved: false };
}
