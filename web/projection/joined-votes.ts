/** In the register's columns: how many people support a record, those of its duplicates counted in. */
import type { ImprovementRow } from '../../shared/domain/improvement.ts';
import { countVoters, personReader } from '../../shared/process/votes.ts';
import type { ColumnArrays, Dictionary } from './column-store.ts';

/** Between the ids of one record's supporters. */
const separator = '\n';

export type JoinedVotes = {
  readonly put: (number: number, row: ImprovementRow) => void;
  /** The record is gone, and its votes with it. */
  readonly remove: (number: number) => void;
  /** The ids that each person goes by; counted anew where they are others. */
  readonly countBy: (people: readonly (readonly string[])[]) => void;
};

type JoinedVotesDeps = {
  readonly columns: () => ColumnArrays;
  readonly entries: Dictionary;
  readonly ids: readonly string[];
  readonly numberOf: (id: string) => number | undefined;
  /** The record has another count, and so may stand elsewhere. */
  readonly touch: (number: number) => void;
};

export function createJoinedVotes(deps: JoinedVotesDeps): JoinedVotes {
  const { columns, entries, ids, numberOf, touch } = deps;
  /** By the id of their original. */
  const duplicates = new Map<string, Set<number>>();
  let people: readonly (readonly string[])[] = [];
  let personOf = personReader(people);

  for (const number of ids.keys()) join(originalOf(number), number);

  function originalOf(number: number): string {
    return entries.texts[columns().original[number] ?? 0] ?? '';
  }

  function join(original: string, number: number): void {
    if (original === '') return;
    const known = duplicates.get(original);
    if (known === undefined) duplicates.set(original, new Set([number]));
    else known.add(number);
  }

  const votersOf = (number: number): readonly string[] =>
    (entries.texts[columns().supportedBy[number] ?? 0] ?? '')
      .split(separator)
      .filter((voter) => voter !== '');

  function recount(number: number | undefined): void {
    if (number === undefined) return;
    const { supporters, ownSupporters } = columns();
    const joined = [...(duplicates.get(ids[number] ?? '') ?? [])];
    supporters[number] =
      joined.length === 0
        ? (ownSupporters[number] ?? 0)
        : countVoters([number, ...joined].map(votersOf), personOf);
    touch(number);
  }

  function leave(original: string, number: number): void {
    const known = duplicates.get(original);
    if (known?.delete(number) !== true) return;
    if (known.size === 0) duplicates.delete(original);
    recount(numberOf(original));
  }

  return {
    put: (number, { supporters, supportedBy = [], duplicateOf = '' }) => {
      const before = originalOf(number);
      const arrays = columns();
      arrays.ownSupporters[number] = supporters;
      arrays.supportedBy[number] = entries.numberOf(supportedBy.join(separator));
      arrays.original[number] = entries.numberOf(duplicateOf);
      if (before !== duplicateOf) leave(before, number);
      join(duplicateOf, number);
      recount(number);
      if (duplicateOf !== '') recount(numberOf(duplicateOf));
    },
    remove: (number) => leave(originalOf(number), number),
    countBy: (next) => {
      if (next === people) return;
      people = next;
      personOf = personReader(people);
      for (const original of duplicates.keys()) recount(numberOf(original));
    },
  };
}
