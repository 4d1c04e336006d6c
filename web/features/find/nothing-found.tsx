/** Nothing is left: which filter leaves everything out, and the way to take it off; or nothing is there yet. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import {
  activeFilters,
  type RegisterQuery,
  unfiltered,
  withoutFilter,
} from '../../projection/register-query.ts';
import { pathTo } from '../../routes.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DemoEntry } from '../demo/demo-door.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useReadable } from '../use-readable.ts';
import { filterText } from './query-words.ts';
import type { Asker } from './use-ask.ts';
import { useSpeaker } from './use-speaker.ts';

type NothingFoundProps = {
  readonly query: RegisterQuery;
  readonly asker: Asker;
  readonly onQuery: (query: RegisterQuery) => void;
};

export function NothingFound({ query, asker, onQuery }: NothingFoundProps) {
  const { services } = useEnvironment();
  const speaker = useSpeaker();
  const { t } = speaker;
  const names = activeFilters(query);
  const [counts, setCounts] = useState<readonly number[]>();
  const asks = useMemo(
    () => names.map((name) => asker(withoutFilter(query, name))),
    [query, asker],
  );
  useEffect(() => services.register.watchCounts(asks, setCounts), [asks]);

  const ways = names
    .map((name, i) => ({ name, count: counts?.[i] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const [best] = ways;
  const everythingOff = unfiltered(query);
  if (names.length === 0) return <NothingYet />;
  return (
    <EmptyState
      title={t('find.nothing')}
      hint={
        best === undefined
          ? t('find.nothingHint')
          : t('find.nothingBecause', { filter: filterText(best.name, query, speaker) })
      }
      role="status"
    >
      <div class="nothing-found">
        {ways.map(({ name, count }) => (
          <Button key={name} onClick={() => onQuery(withoutFilter(query, name))}>
            {t('find.without', { filter: filterText(name, query, speaker), count })}
          </Button>
        ))}
        <Button kind="quiet" onClick={() => onQuery(everythingOff)}>
          {t('find.clearAll')}
        </Button>
      </div>
    </EmptyState>
  );
}

/** Nobody has kept anything: an idea of one's own, or a look at somebody else's. */
function NothingYet() {
  const { services } = useEnvironment();
  const { t } = useWords();
  const session = useReadable(services.session.state);
  return (
    <EmptyState title={t('register.empty')} hint={t('register.emptyHint')}>
      <div class="nothing-found">
        <ButtonLink kind="primary" href={pathTo.capture}>
          {t('register.emptyAction')}
        </ButtonLink>
        {session.type === 'local' && <DemoEntry />}
      </div>
    </EmptyState>
  );
}
