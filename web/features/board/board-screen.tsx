/** The register as a board: a column for each stage of work, cards that move on, the same filters as the list. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { may } from '../../../shared/process/permissions.ts';
import { limitOf } from '../../../shared/process/wip-limits.ts';
import { besideQuery, boardStages, columnsOf } from '../../projection/board-query.ts';
import { searchOf } from '../../projection/query-address.ts';
import { activeFilters, type RegisterQuery } from '../../projection/register-query.ts';
import { pathToPage } from '../../page-paths.ts';
import { pathTo } from '../../routes.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { holdScrollWhileDragging } from '../../ui/pointer-drag.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { ActiveFilters } from '../find/active-filters.tsx';
import { FilterSheet } from '../find/filter-sheet.tsx';
import { RefusedParameters } from '../find/refused-parameters.tsx';
import { useAsker, useParsed } from '../find/use-ask.ts';
import { useViewCounts, useViews } from '../find/use-views.ts';
import { ViewChips } from '../find/view-chips.tsx';
import { SearchField } from '../register/search-field.tsx';
import { useArrivalFocus, useScreenTitle } from '../shell/use-screen.ts';
import { useReadable } from '../use-readable.ts';
import { useSettings } from '../use-settings.ts';
import { BoardColumn } from './board-column.tsx';
import { LimitSheet } from './limit-sheet.tsx';
import { boardKeys } from './board-keys.ts';
import { useCardDrag } from './use-card-drag.tsx';
import { useHeld } from './use-held.ts';
import { useMover } from './use-mover.tsx';
import '../find/find-bar.css';
import './board-screen.css';

export function BoardScreen() {
  const { navigation, services } = useEnvironment();
  const { t } = useWords();
  const heading = useArrivalFocus<HTMLHeadingElement>();
  const route = useReadable(navigation.route);
  const [address, setAddress] = useState(location.search);
  // Another address of the same screen, by a link or by going back.
  useEffect(() => setAddress(location.search), [route]);
  const { query, refused } = useBoardQuery(address);
  const asker = useAsker();
  const { views, service } = useViews();
  const counts = useViewCounts(views, asker);
  const settings = useSettings();
  const isFiltered = activeFilters(query).some((name) => name !== 'stages');
  const held = useHeld(isFiltered);
  const [total, setTotal] = useState<number>();
  const [beside, setBeside] = useState<number>();
  const [sheet, setSheet] = useState<'filters' | 'limits'>();
  const board = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  useScreenTitle(t('board.title'));

  const askFor = (next: RegisterQuery) => {
    const search = searchOf(next);
    navigation.replaceAddress(`${pathToPage.board}${search === '' ? '' : `?${search}`}`);
    setAddress(location.search);
  };

  const columns = columnsOf(query);
  const limits = useMemo(
    () =>
      Object.fromEntries(
        boardStages.map((stage) => [stage, limitOf(settings?.items.columns ?? [], stage)]),
      ),
    [settings],
  );
  const mover = useMover();
  const drag = useCardDrag(board, mover.move);
  useEffect(
    () => (board.current === null ? undefined : holdScrollWhileDragging(board.current)),
    [],
  );

  const isFiltering = sheet === 'filters';
  useEffect(() => {
    const left = besideQuery(query);
    const asked = [...(left === undefined ? [] : [left]), ...(isFiltering ? [query] : [])];
    if (asked.length === 0) return setBeside(0);
    return services.register.watchCounts(asked.map(asker), (counts) => {
      setBeside(left === undefined ? 0 : counts?.[0]);
      setTotal(isFiltering ? counts?.at(-1) : undefined);
    });
  }, [asker, query, isFiltering]);

  const session = useReadable(services.session.state);
  const mayLimit =
    session.type === 'joined' &&
    may({ roles: session.person.roles, editing: session.editing }, 'configureRegister');
  const list = pathTo.registerWith(searchOf(query));
  return (
    <div class="board-screen">
      <header class="board-screen__header">
        <h1 class="board-screen__title" ref={heading} tabIndex={-1}>
          {t('board.title')}
        </h1>
        <SearchField
          text={query.text}
          inputRef={search}
          onSearch={(text) => askFor({ ...query, text })}
          onEnterList={() => board.current?.querySelector<HTMLElement>('[data-card]')?.focus()}
        />
        <div class="board-screen__tools">
          <Button icon="filter" onClick={() => setSheet('filters')}>
            {t('find.filters')}
          </Button>
          <ButtonLink icon="register" href={list}>
            {t('board.asList')}
          </ButtonLink>
          {mayLimit && (
            <Button icon="columns" onClick={() => setSheet('limits')}>
              {t('board.limits')}
            </Button>
          )}
        </div>
      </header>
      <ViewChips views={views} counts={counts} query={query} onQuery={askFor} />
      <ActiveFilters query={query} onQuery={askFor} />
      <RefusedParameters refused={refused} onRead={() => askFor(query)} />
      {mover.problem !== undefined && (
        <Notice tone="warn" icon="warning" role="alert" text={mover.problem}>
          <Button kind="quiet" onClick={mover.forgetProblem}>
            {t('app.close')}
          </Button>
        </Notice>
      )}
      <div
        class={`board-screen__columns ${drag.taken === undefined ? '' : 'board-screen__columns--dragging'}`}
        ref={board}
        data-testid="board"
        onKeyDown={(event) => boardKeys(event, mover)}
      >
        {columns.map((stage) => (
          <BoardColumn
            key={stage}
            stage={stage}
            query={query}
            held={held?.[stage]}
            limit={limits[stage]}
            isTarget={drag.target === stage}
            taken={drag.taken}
            toFocus={mover.toFocus}
            onTake={drag.take}
            onAsk={mover.ask}
          />
        ))}
      </div>
      {beside !== undefined && beside > 0 && (
        <p class="board-screen__beside">
          <a href={list}>{t('board.beside', { count: beside })}</a>
        </p>
      )}
      <p class="visually-hidden" role="status">
        {mover.said}
      </p>
      {mover.sheet}
      {sheet === 'filters' && (
        <FilterSheet
          query={query}
          total={total}
          views={views}
          service={service}
          onQuery={askFor}
          onClose={() => setSheet(undefined)}
        />
      )}
      {sheet === 'limits' && (
        <LimitSheet columns={boardStages} onClose={() => setSheet(undefined)} />
      )}
      {drag.ghost}
    </div>
  );
}

function useBoardQuery(address: string) {
  const parameters = new URLSearchParams(address);
  const text = parameters.get('q') ?? '';
  parameters.delete('q');
  return useParsed(parameters.toString(), text);
}
