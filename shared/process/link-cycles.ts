/** Circles of links: records that wait for each other, or are parts of each other, can never come to be. */
import type { DocumentId } from '../domain/ids.ts';
import type { LinkKind, RecordLink } from '../domain/links.ts';

/** "Follows from" tells of the past and holds nobody up: it may go round. */
const isOrdered = (kind: LinkKind): boolean => kind !== 'followsFrom';

/** Records looked at before a search gives up; far above what people link. */
const mostRecords = 1_000;

/**
 * The shortest way by links of one kind from `link.to` back to `self`, both ends included: the circle that the
 * link closes. undefined: it closes none. `linksOf` answers what a record points to; nothing of what it can't read.
 */
export async function findCycle(
  self: DocumentId,
  { kind, to }: RecordLink,
  linksOf: (ids: readonly DocumentId[]) => Promise<readonly (readonly RecordLink[])[]>,
): Promise<readonly DocumentId[] | undefined> {
  if (to === self) return [self];
  if (!isOrdered(kind)) return undefined;
  const cameFrom = new Map<DocumentId, DocumentId | undefined>([[to, undefined]]);
  let border: readonly DocumentId[] = [to];
  while (border.length > 0 && cameFrom.size < mostRecords) {
    const links = await linksOf(border);
    const next: DocumentId[] = [];
    for (const [i, from] of border.entries()) {
      for (const link of links[i] ?? []) {
        if (link.kind !== kind || cameFrom.has(link.to)) continue;
        cameFrom.set(link.to, from);
        if (link.to === self) return wayTo(self, cameFrom);
        next.push(link.to);
      }
    }
    border = next;
  }
  return undefined;
}

function wayTo(
  end: DocumentId,
  cameFrom: ReadonlyMap<DocumentId, DocumentId | undefined>,
): readonly DocumentId[] {
  const way: DocumentId[] = [];
  for (let at: DocumentId | undefined = end; at !== undefined; at = cameFrom.get(at)) way.push(at);
  return way.toReversed();
}
