/** The records that the palette offers for what is typed: an exact number first, then the newest. */
import type { ListedImprovement, RegisterView } from '../../services/register.ts';

const recordsAtMost = 7;

export async function findRecords(
  view: RegisterView,
  typed: string,
): Promise<readonly ListedImprovement[]> {
  const { total } = view;
  const newest = await view.rows(0, Math.min(total, recordsAtMost));
  const wanted = typed.trim().toUpperCase();
  if (!/\d/u.test(wanted) || total <= 1) return newest;
  // "CI-1" also finds CI-10 and CI-123. References rise with time, so the exact one is among the oldest.
  const oldest = await view.rows(Math.max(0, total - recordsAtMost), total);
  const exact = [...newest, ...oldest].find((row) => isNumberOf(row, wanted));
  if (exact === undefined) return newest;
  return [exact, ...newest.filter((row) => row.id !== exact.id)].slice(0, recordsAtMost);
}

/** "CI-7", "7" and "~7K3FQ2" all name a record. */
const isNumberOf = (row: ListedImprovement, wanted: string): boolean =>
  [row.ref, row.ref.split('-').at(-1), row.localNumber, row.localNumber.slice(1)].includes(wanted);
