/** What administrators do about members: roles, removal, and how open editing is in their workspace. */
import type { ClockDep } from '../../shared/deps.ts';
import type { PersonId, WorkspaceId } from '../../shared/domain/ids.ts';
import { type Role, sortRoles } from '../../shared/domain/person.ts';
import { type Editing, may, type Verb } from '../../shared/process/permissions.ts';
import { type Refusal, refusal } from '../../shared/protocol/refusals.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { CommitQueue } from '../replication/commit-queue.ts';
import type { Session } from '../store/people-store.ts';
import type { Store } from '../store/store.ts';

/** What sockets must hear of; `person`: whose own end with it. */
export type PeopleChange = { readonly workspace: WorkspaceId } & (
  | { readonly type: 'rolesChanged' | 'belongingChanged' | 'removed'; readonly person: PersonId }
  | { readonly type: 'editingChanged' }
);

type Deps = ClockDep & {
  readonly store: Store;
  readonly queue: Pick<CommitQueue, 'betweenBatches'>;
  readonly onPeopleChanged: (change: PeopleChange) => void;
};

export async function changeRoles(
  deps: Deps,
  session: Session,
  person: PersonId,
  roles: readonly Role[],
): Promise<Result<object, Refusal>> {
  if (!mayNow(session, 'grantRoles')) return err(notAllowed('grantRoles'));
  const change = { ...changeBy(deps, session), person, roles: sortRoles(roles) };
  const changed = await deps.queue.betweenBatches(() => deps.store.changeRoles(change));
  if (!changed.ok) return changed;
  deps.onPeopleChanged({ type: 'rolesChanged', workspace: session.workspace, person });
  return ok({});
}

export async function changeBelonging(
  deps: Deps,
  session: Session,
  person: PersonId,
  belongsTo: readonly string[],
): Promise<Result<object, Refusal>> {
  if (!mayNow(session, 'manageMembers')) return err(notAllowed('manageMembers'));
  const change = { ...changeBy(deps, session), person, belongsTo: [...new Set(belongsTo)].sort() };
  const changed = await deps.queue.betweenBatches(() => deps.store.changeBelonging(change));
  if (!changed.ok) return changed;
  deps.onPeopleChanged({ type: 'belongingChanged', workspace: session.workspace, person });
  return ok({});
}

export async function removePerson(
  deps: Deps,
  session: Session,
  person: PersonId,
): Promise<Result<object, Refusal>> {
  if (!mayNow(session, 'manageMembers')) return err(notAllowed('manageMembers'));
  const change = { ...changeBy(deps, session), person };
  const removed = await deps.queue.betweenBatches(() => deps.store.removePerson(change));
  if (!removed.ok) return removed;
  deps.onPeopleChanged({ type: 'removed', workspace: session.workspace, person });
  return ok({});
}

export async function setEditing(
  deps: Deps,
  session: Session,
  editing: Editing,
): Promise<Result<object, Refusal>> {
  if (!mayNow(session, 'configureWorkspace')) return err(notAllowed('configureWorkspace'));
  const change = { ...changeBy(deps, session), editing };
  await deps.queue.betweenBatches(() => deps.store.setEditing(change));
  deps.onPeopleChanged({ type: 'editingChanged', workspace: session.workspace });
  return ok({});
}

/** Of what is no record, how open editing is says nothing. */
const mayNow = ({ person }: Session, verb: Verb): boolean =>
  may({ roles: person.roles, editing: 'involved' }, verb);

const changeBy = ({ nowMs }: Deps, { workspace, person }: Session) => ({
  workspace,
  by: person.id,
  atMs: nowMs(),
});

const notAllowed = (verb: Verb): Refusal =>
  refusal('notAllowed', `This is for others to do: ${verb}.`, verb);
