/** Edits and decisions of a record as one story: what the server tells page by page, and the facts, which every device has. */
import { type Fact, isDeciding } from '../../../shared/process/facts.ts';
import type { CommandType } from '../../../shared/process/commands.ts';
import type { HistoryEntry, HistoryField } from '../../../shared/protocol/history.ts';

export type Told =
  | { readonly type: 'edit'; readonly at: number; readonly entry: HistoryEntry }
  | { readonly type: 'decision'; readonly at: number; readonly fact: Fact };

type Read = {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
  /** There are older entries that were not read: what was decided among them comes with them. */
  readonly hasOlder: boolean;
};

/** Newest first, by the server's clock. `facts` in the order in which they were decided. */
export function tellHistory({ entries, hasOlder }: Read, facts: readonly Fact[]): readonly Told[] {
  const oldest = hasOlder ? (entries.at(-1)?.at ?? 0) : 0;
  const decided = facts.filter(({ at }) => at >= oldest).toReversed();
  const told: Told[] = [];
  let next = 0;
  const tellDecided = (from: number) => {
    for (let fact = decided[next]; fact !== undefined && fact.at >= from; fact = decided[++next]) {
      told.push({ type: 'decision', at: fact.at, fact });
    }
  };
  for (const entry of entries) {
    tellDecided(entry.at);
    told.push({ type: 'edit', at: entry.at, entry });
  }
  tellDecided(0);
  return told;
}

/** The field under whose history a decision is told as well. */
export function subjectOfDecision(type: CommandType): HistoryField | undefined {
  if (type === 'share' || type === 'unshare') return 'visibility';
  return isDeciding(type) && type !== 'freezeTarget' ? 'stage' : undefined;
}
