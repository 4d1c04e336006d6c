/** The tasks of one record as a board: to do, doing, done; moved by hand, by key, or by choosing a state. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Item, titleOfItem } from '../../../shared/document/collections.ts';
import {
  taskMovedTo,
  type TaskState,
  taskStateOf,
  taskStates,
} from '../../../shared/process/task-states.ts';
import {
  type ColumnLimit,
  isOverLimit,
  judgeArrival,
  limitOf,
} from '../../../shared/process/wip-limits.ts';
import { Icon } from '../../ui/icon.tsx';
import { holdScrollWhileDragging } from '../../ui/pointer-drag.ts';
import { OverLimitSheet } from '../board/over-limit-sheet.tsx';
import { useCardDrag } from '../board/use-card-drag.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { PlainSelect } from '../improvement/plain-select.tsx';
import { setItem } from '../items/set-item.ts';
import { localDay } from '../local-day.ts';
import { useSettings } from '../use-settings.ts';
import type { PlanProps } from './plan-part.tsx';
import { TaskSummary } from './task-summary.tsx';
import '../board/board-card.css';
import './task-board.css';

type Task = Item<'tasks'>;
type Asked = { readonly task: Task; readonly to: TaskState; readonly limit: number };

export function TaskBoard({ improvement, state }: PlanProps) {
  const { nowMs, showToast } = useEnvironment();
  const { t } = useWords();
  const settings = useSettings();
  const board = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  const [asked, setAsked] = useState<Asked>();
  const tasks = state.items('tasks');
  const mayTake = state.isAllowed('takeTask');
  const inState = (one: TaskState) => tasks.filter(({ values }) => taskStateOf(values) === one);
  const limits = settings?.items.columns ?? [];

  const put = ({ id, values }: Task, to: TaskState) => {
    setItem(improvement, 'tasks', id, taskMovedTo(to, values, localDay(nowMs())));
    const held = inState(to).length;
    const limit = limitOf(limits, to);
    const name = t(`choice.${to}`);
    const text =
      limit !== undefined && judgeArrival(held, limit) !== 'fits'
        ? t('board.movedOver', { stage: name, count: held + 1, limit: limit.limit })
        : t('stages.moved', { stage: name });
    setSaid(`${values.title}: ${text}`);
    const { state: before, startedOn, doneOn } = values;
    showToast({
      text,
      action: {
        label: t('app.undo'),
        onClick: () => setItem(improvement, 'tasks', id, { state: before, startedOn, doneOn }),
      },
    });
  };

  const move = (task: Task, column: string) => {
    const to = taskStates.find((one) => one === column);
    if (to === undefined || to === taskStateOf(task.values) || !mayTake) return;
    const limit = limitOf(limits, to);
    if (limit !== undefined && judgeArrival(inState(to).length, limit) === 'refuses') {
      return setAsked({ task, to, limit: limit.limit });
    }
    put(task, to);
  };

  const drag = useCardDrag<Task & { readonly title: string }>(board, move);
  useEffect(
    () => (board.current === null ? undefined : holdScrollWhileDragging(board.current)),
    [],
  );

  return (
    <div class="task-board" ref={board} data-testid="task-board">
      {taskStates.map((column) => (
        <section
          key={column}
          class={`task-board__column ${drag.target === column ? 'task-board__column--target' : ''}`}
          aria-label={t(`choice.${column}`)}
          data-column={column}
        >
          <ColumnTitle
            column={column}
            count={inState(column).length}
            limit={limitOf(limits, column)}
          />
          <ul class="task-board__cards">
            {inState(column).map((task) => (
              <li
                key={task.id}
                class={`task-board__card ${drag.taken === task.id ? 'board-card--taken' : ''}`}
                onPointerDown={(event) => {
                  const isControl = (event.target as Element).closest('select') !== null;
                  if (mayTake && !isControl)
                    drag.take(event, { ...task, title: titleOfItem(task) });
                }}
              >
                <p class="task-board__title">{titleOfItem(task)}</p>
                <TaskSummary state={state} item={task} />
                {mayTake && (
                  <PlainSelect
                    label={t('plan.stateOf', { title: titleOfItem(task) })}
                    options={taskStates.map((value) => ({ value, label: t(`choice.${value}`) }))}
                    value={column}
                    onChoose={(to) => move(task, to)}
                  />
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p class="visually-hidden" role="status">
        {said}
      </p>
      {drag.ghost}
      {asked !== undefined && (
        <OverLimitSheet
          column={t(`choice.${asked.to}`)}
          held={inState(asked.to).length}
          limit={asked.limit}
          onOverride={(what) => {
            const { to, limit, task } = asked;
            const held = inState(to).length;
            improvement.addItem('limitOverrides', { what, column: to, limit, held });
            setAsked(undefined);
            put(task, to);
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  );
}

type ColumnTitleProps = {
  readonly column: TaskState;
  readonly count: number;
  readonly limit: ColumnLimit | undefined;
};

function ColumnTitle({ column, count, limit }: ColumnTitleProps) {
  const { t, format } = useWords();
  return (
    <h4 class="plan__subheading">
      {t(`choice.${column}`)}{' '}
      <span class="plan__count figures">
        {limit === undefined
          ? format.number(count)
          : t('board.ofLimit', { count, limit: limit.limit })}
      </span>
      {isOverLimit(count, limit) && (
        <span class="plan__blocked">
          <Icon name="warning" />
          {t('board.over')}
        </span>
      )}
    </h4>
  );
}
