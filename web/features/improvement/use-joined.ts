/** The duplicates of an open record and what comes along from them: read anew whenever one of them changes. */
import { useEffect, useState } from 'preact/hooks';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { JoinedRecord, OpenImprovement } from '../../services/improvement.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { useIncoming } from '../links/use-linked.ts';

export type Joined = JoinedRecord & { readonly row: ListedImprovement };

export function useJoined(improvement: OpenImprovement): readonly Joined[] {
  const incoming = useIncoming(improvement.id) ?? [];
  const rows = incoming.filter(({ duplicateOf }) => duplicateOf === improvement.id);
  const versions = rows.map(({ id, updatedAt }) => `${id} ${updatedAt}`).join();
  const [joined, setJoined] = useState<readonly JoinedRecord[]>([]);
  useEffect(() => {
    let left = false;
    const read = async () => {
      const ids = rows.map(({ id }) => id);
      const next = ids.length === 0 ? [] : await improvement.readJoined(ids);
      if (!left) setJoined(next);
    };
    void read();
    return () => {
      left = true;
    };
  }, [improvement, versions]);
  const rowsById = new Map<DocumentId, ListedImprovement>(rows.map((row) => [row.id, row]));
  return joined.flatMap((record) => {
    const row = rowsById.get(record.id);
    return row === undefined ? [] : [{ ...record, row }];
  });
}

/** Each person once, whichever record they gave their voice to. */
export const joinPersons = <T>(
  own: readonly T[],
  ...others: readonly (readonly T[])[]
): readonly T[] => [...new Set([own, ...others].flat())];
