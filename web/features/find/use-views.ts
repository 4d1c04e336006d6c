/** All views that a person may choose from: those that every register has, and their own. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { createWritable } from '../../readable.ts';
import { parseQuery } from '../../projection/query-address.ts';
import type { RegisterQuery } from '../../projection/register-query.ts';
import { builtInView, builtInViews } from '../../projection/register-views.ts';
import type { OwnView, OwnViewService } from '../../services/register.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { useReadable } from '../use-readable.ts';
import type { Asker } from './use-ask.ts';

export type View = {
  readonly id: string;
  readonly name: string;
  readonly query: RegisterQuery;
  /** undefined: one that every register has. */
  readonly own: OwnView | undefined;
};

const noViews = createWritable<readonly OwnView[]>([]);

export function useViews(): {
  readonly views: readonly View[];
  readonly service: OwnViewService | undefined;
} {
  const { services } = useEnvironment();
  const { t } = useWords();
  const [service, setService] = useState<OwnViewService>();
  useEffect(() => {
    let left = false;
    const open = async () => {
      const opened = await services.ownViews();
      if (!left) setService(opened);
    };
    // Without them the other views still work.
    open().catch(() => undefined);
    return () => (left = true);
  }, [services]);
  const own = useReadable(service?.views ?? noViews);
  const views = useMemo(
    () => [
      ...builtInViews.map((name) => ({
        id: name,
        name: t(`view.${name}`),
        query: builtInView(name),
        own: undefined,
      })),
      ...own.map((view) => ({
        id: view.id,
        name: view.name,
        query: parseQuery(view.search).query,
        own: view,
      })),
    ],
    [own, t],
  );
  return { views, service };
}

/** Counting begins when the first screen has what it needs. */
const countAfterMs = 2_500;

/** How many records each view shows; undefined while that is not known. */
export function useViewCounts(views: readonly View[], asker: Asker): readonly number[] | undefined {
  const { services } = useEnvironment();
  const [counts, setCounts] = useState<readonly number[]>();
  const [isDue, setIsDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsDue(true), countAfterMs);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (!isDue) return undefined;
    const asks = views.map(({ query }) => asker(query));
    return services.register.watchCounts(asks, setCounts);
  }, [isDue, views, asker]);
  return counts?.length === views.length ? counts : undefined;
}
