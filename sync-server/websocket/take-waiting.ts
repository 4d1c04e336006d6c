/** What a room's connection has written and nobody has submitted yet. */
import type { DocumentId } from '../../shared/domain/ids.ts';
import { wireLimits } from '../../shared/protocol/version.ts';
import type { Submission } from '../replication/commit-batch.ts';
import type { RoomConnection } from './room.ts';

/** What a connection wrote in this turn, as few items as the limit for one update allows. */
export function takeWaiting(connection: RoomConnection, docId: DocumentId): readonly Submission[] {
  const groups: Uint8Array[][] = [];
  let groupBytes = Number.POSITIVE_INFINITY;
  for (const update of connection.waiting) {
    if (groupBytes + update.length > wireLimits.updateBytes) {
      groups.push([]);
      groupBytes = 0;
    }
    groups.at(-1)?.push(update);
    groupBytes += update.length;
  }
  connection.waiting = [];
  connection.waitingBytes = 0;
  const { author } = connection;
  return groups.map((parts) => ({
    docId,
    docEpoch: undefined,
    hlc: '',
    author,
    parts,
    uid: undefined,
    source: connection,
  }));
}
