/** Votes of a record and of its duplicates, which came along when they were merged: each person counts once. */
import type { DocumentId } from '../domain/ids.ts';
import type { ImprovementRow, Someone } from '../domain/improvement.ts';

export type VotedRow = Pick<ImprovementRow, 'id' | 'supporters' | 'supportedBy' | 'duplicateOf'>;

/** `personOf`: one id for all the devices of a person. */
export const countVoters = (
  votes: readonly (readonly string[])[],
  personOf: (someone: string) => string,
): number => new Set(votes.flat().map(personOf)).size;

/** The rows with the votes of their duplicates among `rows` counted in; one that has none is as it was. */
export function withJoinedVotes<Row extends VotedRow>(
  rows: readonly Row[],
  people: readonly (readonly string[])[],
): readonly Row[] {
  const joined = new Map<DocumentId, (readonly Someone[])[]>();
  for (const { duplicateOf = '', supportedBy = [] } of rows) {
    if (duplicateOf === '') continue;
    const votes = joined.get(duplicateOf);
    if (votes === undefined) joined.set(duplicateOf, [supportedBy]);
    else votes.push(supportedBy);
  }
  if (joined.size === 0) return rows;
  const personOf = personReader(people);
  return rows.map((row) => {
    const votes = joined.get(row.id);
    return votes === undefined
      ? row
      : { ...row, supporters: countVoters([row.supportedBy ?? [], ...votes], personOf) };
  });
}

/** `people`: the ids that each person goes by. */
export function personReader(people: readonly (readonly string[])[]): (someone: string) => string {
  const persons = new Map(people.flatMap((ids) => ids.map((id) => [id, ids[0] ?? id] as const)));
  return (someone) => persons.get(someone) ?? someone;
}
