/** Which drafts belong together: those that one refusal, or the loss of their record, has set aside. */
import type { DraftGroup, SettledGroup } from '../services/drafts.ts';
import type { DraftRow, SettledRow } from '../local/tables.ts';

/** The newest first. */
export const groupDrafts = (rows: readonly DraftRow[]): readonly DraftGroup[] =>
  groupBy(rows, refusalOf)
    .map(groupOf)
    .sort((a, b) => b.draftedAt - a.draftedAt);

/** The one settled last first. */
export const groupSettled = (rows: readonly SettledRow[]): readonly SettledGroup[] =>
  groupBy(rows, (row) => `${refusalOf(row)}|${row.fate}|${row.settledAt}`)
    .map((group) => {
      const [{ fate, settledAt, settledBy }] = group;
      return { ...groupOf(group), fate, settledAt, settledBy };
    })
    .sort((a, b) => b.settledAt - a.settledAt);

/** What was written on into a refused document shares its generation; rows from before that was kept, the moment. */
const refusalOf = ({ docId, code, generation, draftedAt }: DraftRow): string =>
  `${docId}|${code}|${generation ?? `at ${draftedAt}`}`;

function groupOf([first, ...others]: Group<DraftRow>): DraftGroup {
  const { docId, title, code, draftedAt, n } = first;
  const returnedBy = [first, ...others].find((row) => row.returnedBy)?.returnedBy;
  const ns = [n, ...others.map((row) => row.n)] as const;
  return { docId, title, code, draftedAt, ns, returnedBy };
}

type Group<Row> = readonly [Row, ...Row[]];

/** Each group in the order in which its rows were written. */
function groupBy<Row extends DraftRow>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): readonly Group<Row>[] {
  const groups = new Map<string, [Row, ...Row[]]>();
  for (const row of rows.toSorted((a, b) => a.n - b.n)) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return [...groups.values()];
}
