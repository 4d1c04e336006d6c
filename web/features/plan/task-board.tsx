/** The tasks of one record as a board: to do, doing, done; moved by hand, by key, or by choosing a state. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Item, titleOfItem } from '../../../shared/document/collections.ts';
import { type TaskState, taskStateOf, taskStates } from '../../../shared/process/task-states.ts';
import { type ColumnLimit, isOverLimit, limitOf } from '../../../shared/process/wip-limits.ts';
import { Icon } from '../../ui/icon.tsx';
import { holdScrollWhileDragging } from '../../ui/pointer-drag.ts';
import { useCardDrag } from '../board/use-card-drag.tsx';
import { useWords } from '../environment.ts';
import { PlainSelect } from '../improvement/plain-select.tsx';
import { useSettings } from '../use-settings.ts';
import type { PlanProps } from './plan-part.tsx';
import { TaskSummary } from './task-summary.tsx';
import { useTaskMover } from './use-task-mover.tsx';
import '../board/board-card.css';
import './task-board.css';

type Task = Item<'tasks'>;

export function TaskBoard({ improvement, state }: PlanProps) {
  const { t } = useWords();
  const settings = useSettings();
  const board = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  const mover = useTaskMover();
  const tasks = state.items('tasks');
  const mayTake = state.isAllowed('takeTask');
  const inState = (one: TaskState) => tasks.filter(({ values }) => taskStateOf(values) === one);
  const limits = settings?.items.columns ?? [];

  const move = (task: Task, column: string) => {
    const to = taskStates.find((one) => one === column);
    if (to === undefined || to === taskStateOf(task.values) || !mayTake) return;
    const onMoved = (text: string) => setSaid(`${task.values.title}: ${text}`);
    mover.move({ improvement, task, to, onMoved });
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
      {mover.sheet}
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
