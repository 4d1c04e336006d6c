/** Whom a reader is told of: everybody, or, who sees their own records alone, those whom these have to do with. */
import { hash } from 'node:crypto';
import type { WorkspaceId } from '../../shared/domain/ids.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { PullAnswer, PullRequest } from '../../shared/protocol/messages.ts';
import { legacyRoleOf } from '../auth/legacy-role.ts';
import type { Position, Store } from '../store/store.ts';
import type { View } from '../store/visibility-store.ts';

type Asked = { readonly position: Position; readonly request: PullRequest };

/** Nothing when the device has the list as it is. */
export async function readPeople(
  store: Pick<Store, 'listPeople' | 'listPeopleOfOwn' | 'readMemberships'>,
  workspace: WorkspaceId,
  view: View,
  { position, request }: Asked,
): Promise<Pick<PullAnswer, 'people'>> {
  const isOwn = view.sees === 'own';
  if (!isOwn && position.peopleVersion === request.peopleVersion) return {};
  const list = isOwn
    ? await store.listPeopleOfOwn(workspace, view)
    : await store.listPeople(workspace);
  const { editing } = await store.readMemberships(workspace, []);
  // Whom one's own records have to do with changes with every edit of them: nothing counts that, so it is compared.
  const version = isOwn ? digestOf([list, editing]) : position.peopleVersion;
  if (version === request.peopleVersion) return {};
  return { people: { version, list: list.map(told), editing } };
}

const told = (person: Person) => ({
  ...person,
  roles: [...person.roles],
  role: legacyRoleOf(person.roles),
  actors: [...person.actors],
  belongsTo: [...(person.belongsTo ?? [])],
});

/** Of 32 bits, the first of them set: far above any version that is counted. */
const digestOf = (value: unknown): number =>
  (Number.parseInt(hash('sha256', JSON.stringify(value)).slice(0, 8), 16) | 0x8000_0000) >>> 0;
