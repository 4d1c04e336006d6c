/** Under which heading a record stands, read off the register's columns. */
import { type ImprovementRow, levels, stages } from '../../shared/domain/improvement.ts';
import type { ColumnArrays } from './column-store.ts';
import { groupKeyOf } from './query-match.ts';
import type { RegisterAsk } from './register-query.ts';

type Texts = {
  readonly owners: readonly string[];
  readonly entriesOf: (number: number) => readonly string[];
};

/** Headings are made once for each kind of record that has one. */
export function createKeyReader(
  { stage, urgency, owner, affectedItems }: ColumnArrays,
  { owners, entriesOf }: Texts,
  ask: RegisterAsk,
): (number: number) => string {
  const keys = new Map<number, string>();
  const column = { '': stage, stage, urgency, owner, affectedItem: affectedItems }[ask.query.group];
  return (number) => {
    const code = column[number] ?? 0;
    let key = keys.get(code);
    if (key === undefined) {
      key = groupKeyOf(
        {
          stage: stages[stage[number] ?? 0] ?? 'idea',
          urgency: levels[urgency[number] ?? 0] ?? '',
          owner: (owners[owner[number] ?? 0] ?? '') as ImprovementRow['owner'],
          affectedItems: entriesOf(affectedItems[number] ?? 0),
        },
        ask,
      );
      keys.set(code, key);
    }
    return key;
  };
}
