/** Who is asking, in the words of the table of permissions, and whether they may know of a record. */
import type { DocumentId } from '../../shared/domain/ids.ts';
import { maySee, stranger, type Who } from '../../shared/process/permissions.ts';
import { relationTo } from '../../shared/process/relations.ts';
import type { Session } from '../store/people-store.ts';
import { readRow } from '../store/read-row.ts';
import type { Store } from '../store/store.ts';

/** How open editing is makes no difference to reading. */
export const whoIs = ({ person }: Session): Who => ({ roles: person.roles, editing: 'involved' });

/** To somebody who may not know of a record there is no such record. */
export async function mayReadRecord(
  store: Pick<Store, 'wholeDocuments' | 'listPeople'>,
  session: Session,
  docId: DocumentId,
): Promise<boolean> {
  const who = whoIs(session);
  if (maySee(who, stranger)) return true;
  const { workspace, person } = session;
  const [found] = await store.wholeDocuments(workspace, [docId]);
  if (found === undefined) return false;
  const me = (await store.listPeople(workspace)).find(({ id }) => id === person.id);
  const own = new Set<string>([person.id, ...(me?.actors ?? [])]);
  return maySee(
    who,
    relationTo(readRow(found), (someone) => own.has(someone)),
  );
}
