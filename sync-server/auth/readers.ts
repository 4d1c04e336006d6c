/** Who is asking, in the words of the table of permissions, and what they may know of. */
import type { DocumentId } from '../../shared/domain/ids.ts';
import { may, type Who } from '../../shared/process/permissions.ts';
import type { Session } from '../store/people-store.ts';
import type { Store } from '../store/store.ts';
import type { View } from '../store/visibility-store.ts';

/** How open editing is makes no difference to reading. */
export const whoIs = ({ person }: Session): Who => ({ roles: person.roles, editing: 'involved' });

/** Of a session, what says who reads. */
export type Reader = Pick<Session, 'workspace' | 'actor'> & {
  readonly person: Pick<Session['person'], 'id'>;
};

/** What the person may read by the roles that they hold now, whatever their session was told. */
export async function viewOf(
  store: Pick<Store, 'readMemberships'>,
  { workspace, person, actor }: Reader,
): Promise<View> {
  const { members } = await store.readMemberships(workspace, [person.id]);
  const { roles = [], actors = [], belongsTo = [] } = members.get(person.id) ?? {};
  const who: Who = { roles, editing: 'involved' };
  const sees = may(who, 'readPrivate') ? 'all' : may(who, 'readRegister') ? 'workspace' : 'own';
  return { sees, ids: [person.id, actor, ...actors], belongsTo };
}

/** To somebody who may not know of a record there is no such record. A workspace's document is there from the start. */
export async function mayReadRecord(
  store: Pick<Store, 'readMemberships' | 'findVisible'>,
  reader: Reader,
  docId: DocumentId,
): Promise<boolean> {
  const view = await viewOf(store, reader);
  if ((docId as string) === reader.workspace) return view.sees !== 'own';
  return (await store.findVisible(reader.workspace, view, [docId])).has(docId);
}
