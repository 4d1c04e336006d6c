/** The records at the other ends of a record's links, followed for as long as they are shown. */
import { useEffect, useState } from 'preact/hooks';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { linksOf } from '../../../shared/domain/links.ts';
import { everything } from '../../projection/register-query.ts';
import type { ListedImprovement, RegisterService } from '../../services/register.ts';
import { useEnvironment } from '../environment.ts';
import { useAsker } from '../find/use-ask.ts';

/** By id; undefined as a value: not on this device, or not for this person to see. */
export type RowsById = ReadonlyMap<DocumentId, ListedImprovement | undefined>;

/** Without a key: not known yet. */
export function useRows(ids: readonly DocumentId[]): RowsById {
  const { services } = useEnvironment();
  const [rows, setRows] = useState<RowsById>(new Map());
  const wanted = [...new Set(ids)].sort().join();
  useEffect(() => {
    const stops = (wanted === '' ? [] : wanted.split(',')).map((id) =>
      services.register.watchRow(id as DocumentId, (row) =>
        setRows((before) => new Map(before).set(id as DocumentId, row)),
      ),
    );
    return () => {
      for (const stop of stops) stop();
    };
  }, [wanted]);
  return rows;
}

/** More than a person reads; the register lists them all. */
const mostIncoming = 100;

/** Records that point to this one; undefined: not known yet. */
export function useIncoming(id: DocumentId): readonly ListedImprovement[] | undefined {
  const { services } = useEnvironment();
  const ask = useAsker();
  const [rows, setRows] = useState<readonly ListedImprovement[]>();
  useEffect(() => {
    let left = false;
    const stop = services.register.watch(ask({ ...everything, linkedTo: id }), (view) => {
      const show = async () => {
        const found = await view.rows(0, Math.min(view.total, mostIncoming));
        if (!left) setRows(found);
      };
      void show();
    });
    return () => {
      left = true;
      stop();
    };
  }, [id, ask]);
  return rows;
}

/** For a search through links: what each record points to, as this device knows it now. */
export const linkReader = (register: RegisterService) => (ids: readonly DocumentId[]) =>
  Promise.all(
    ids.map(async (id) => {
      const row = await readRow(register, id);
      return row === undefined ? [] : linksOf(row);
    }),
  );

export const readRow = (
  register: RegisterService,
  id: DocumentId,
): Promise<ListedImprovement | undefined> =>
  new Promise((resolve) => {
    const stop = register.watchRow(id, (row) => {
      resolve(row);
      // The first answer may come before `watchRow` has returned.
      queueMicrotask(() => stop());
    });
  });
