/** One stage of the board: how many stand in it and how many may, and its cards, of which only those in sight are drawn. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { type ColumnLimit, isOverLimit } from '../../../shared/process/wip-limits.ts';
import { type BoardStage, columnQuery } from '../../projection/board-query.ts';
import type { RegisterQuery } from '../../projection/register-query.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { Icon } from '../../ui/icon.tsx';
import { visibleWindow } from '../../ui/row-window.ts';
import { StageMark } from '../../ui/stage-mark.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useAsker } from '../find/use-ask.ts';
import { stageShapes } from '../improvement-words.ts';
import { createRegisterMemory } from '../register/register-memory.ts';
import { useRegister } from '../register/use-register.ts';
import { BoardCard } from './board-card.tsx';

/** As the stylesheet has it: cards have one height, so that where one is follows by multiplication. */
export const cardHeightPx = 112;

type BoardColumnProps = {
  readonly stage: BoardStage;
  readonly query: RegisterQuery;
  /** All that stand in it, where a filter leaves some of them out. */
  readonly held: number | undefined;
  readonly limit: ColumnLimit | undefined;
  readonly isTarget: boolean;
  readonly taken: string | undefined;
  /** The card that was just moved: it takes focus along. */
  readonly toFocus: { current: DocumentId | undefined };
  readonly onTake: (event: PointerEvent, row: ListedImprovement) => void;
  readonly onAsk: (row: ListedImprovement) => void;
};

export function BoardColumn(props: BoardColumnProps) {
  const { stage, query, held, limit, isTarget } = props;
  const { services } = useEnvironment();
  const { t, format } = useWords();
  const asker = useAsker();
  const ask = useMemo(() => asker(columnQuery(query, stage)), [asker, query, stage]);
  const [memory] = useState(createRegisterMemory);
  const register = useRegister(services.register, ask, memory);
  const [isOpen, setOpen] = useState(stage !== 'onHold');
  const name = t(`stage.${stage}`);
  const count = register.total ?? 0;
  const all = held ?? count;
  const isOver = isOverLimit(all, limit);
  const shown = count === all ? undefined : count;
  return (
    <section
      class={[
        'board-column',
        isOpen ? '' : 'board-column--folded',
        isTarget ? 'board-column--target' : '',
        isOver ? 'board-column--over' : '',
      ]
        .filter(Boolean)
        .join(' ')}
      aria-label={name}
      data-column={stage}
    >
      <h2 class="board-column__title">
        <StageMark shape={stageShapes[stage]} />
        {stage === 'onHold' ? (
          <button
            type="button"
            class="board-column__fold"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {name}
          </button>
        ) : (
          <span class="board-column__name">{name}</span>
        )}
        <span class="board-column__count figures" data-testid="column-count">
          {limit === undefined
            ? format.number(all)
            : t('board.ofLimit', { count: all, limit: limit.limit })}
        </span>
        {isOver && (
          <span class="board-column__over">
            <Icon name="warning" />
            {t('board.over')}
          </span>
        )}
      </h2>
      {isOpen && shown !== undefined && (
        <p class="board-column__shown">{t('board.shown', { count: shown })}</p>
      )}
      {isOpen && <Cards {...props} register={register} count={count} />}
    </section>
  );
}

type CardsProps = BoardColumnProps & {
  readonly register: ReturnType<typeof useRegister>;
  readonly count: number;
};

function Cards({ stage, register, count, taken, toFocus, onTake, onAsk }: CardsProps) {
  const { t } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const [firstRow, setFirstRow] = useState(0);
  const [heightPx, setHeightPx] = useState(globalThis.innerHeight);
  const window = visibleWindow({ firstRow, heightPx, rowHeightPx: cardHeightPx, count });

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setHeightPx(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => register.show(window), [window.start, window.end]);

  const shown = Array.from({ length: window.end - window.start }, (_, i) => window.start + i);
  return (
    <div
      class="board-column__cards"
      ref={scroller}
      data-scroller
      onScroll={(event) => setFirstRow(Math.floor(event.currentTarget.scrollTop / cardHeightPx))}
    >
      {register.total === 0 && <p class="board-column__empty">{t('board.empty')}</p>}
      <ul class="board-column__space" style={{ height: `${count * cardHeightPx}px` }}>
        {shown.map((index) => {
          const row = register.rowAt(index);
          return row === undefined ? null : (
            <BoardCard
              key={row.id}
              row={row}
              index={index}
              count={count}
              topPx={index * cardHeightPx}
              stage={stage}
              isTaken={taken === row.id}
              toFocus={toFocus}
              onTake={onTake}
              onAsk={onAsk}
            />
          );
        })}
      </ul>
    </div>
  );
}
