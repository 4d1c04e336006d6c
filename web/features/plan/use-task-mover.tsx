/** Moves a task to another state, wherever that is asked for: within the limit of that state, or over it for a reason. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Item } from '../../../shared/document/collections.ts';
import type { ItemChange } from '../../../shared/domain/collections.ts';
import { taskMovedTo, type TaskState, taskStateOf } from '../../../shared/process/task-states.ts';
import { judgeArrival, limitOf } from '../../../shared/process/wip-limits.ts';
import type { OpenImprovement } from '../../services/improvement.ts';
import { OverLimitSheet } from '../board/over-limit-sheet.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { setItem } from '../items/set-item.ts';
import { localDay } from '../local-day.ts';
import { useSettings } from '../use-settings.ts';

export type TaskMove = {
  readonly improvement: OpenImprovement;
  readonly task: Pick<Item<'tasks'>, 'id' | 'values'>;
  readonly to: TaskState;
  /** Absent: the record is still open when it is taken back. */
  readonly putBack?: (change: ItemChange<'tasks'>) => void;
  /** It stands where it was asked to, and `said` says so. */
  readonly onMoved?: (said: string) => void;
  /** Nothing more is done with the record. */
  readonly onEnd?: () => void;
};

export type TaskMover = {
  readonly move: (move: TaskMove) => void;
  readonly sheet: ComponentChildren;
};

type Asked = { readonly move: TaskMove; readonly held: number; readonly limit: number };

export function useTaskMover(): TaskMover {
  const { nowMs, showToast } = useEnvironment();
  const { t } = useWords();
  const settings = useSettings();
  const [asked, setAsked] = useState<Asked>();
  const limitFor = (to: TaskState) => limitOf(settings?.items.columns ?? [], to);

  function put({ improvement, task: { id, values }, to, ...move }: TaskMove, held: number): void {
    const limit = limitFor(to);
    const isOver = limit !== undefined && judgeArrival(held, limit) !== 'fits';
    const text = isOver
      ? t('board.movedOver', { stage: t(`choice.${to}`), count: held + 1, limit: limit.limit })
      : to === 'done'
        ? t('plan.done', { title: values.title })
        : t('stages.moved', { stage: t(`choice.${to}`) });
    const { state, startedOn, doneOn } = values;
    const back =
      move.putBack ?? ((change: ItemChange<'tasks'>) => setItem(improvement, 'tasks', id, change));
    setItem(improvement, 'tasks', id, taskMovedTo(to, values, localDay(nowMs())));
    showToast({
      text,
      action: { label: t('app.undo'), onClick: () => back({ state, startedOn, doneOn }) },
    });
    move.onMoved?.(text);
    move.onEnd?.();
  }

  function move(wanted: TaskMove): void {
    const { improvement, task, to } = wanted;
    const held = heldIn(improvement, to, task.id);
    const limit = limitFor(to);
    if (limit === undefined || judgeArrival(held, limit) !== 'refuses') return put(wanted, held);
    setAsked({ move: wanted, held, limit: limit.limit });
  }

  return {
    move,
    sheet: asked !== undefined && (
      <OverLimitSheet
        column={t(`choice.${asked.move.to}`)}
        held={asked.held}
        limit={asked.limit}
        onOverride={(what) => {
          const { move: wanted, held, limit } = asked;
          const { improvement, to } = wanted;
          improvement.addItem('limitOverrides', { what, column: to, limit, held });
          setAsked(undefined);
          put(wanted, held);
        }}
        onClose={() => {
          setAsked(undefined);
          asked.move.onEnd?.();
        }}
      />
    ),
  };
}

/** Without the task that comes. */
const heldIn = ({ state }: OpenImprovement, to: TaskState, id: string): number =>
  state
    .get()
    .items('tasks')
    .filter((task) => task.id !== id && taskStateOf(task.values) === to).length;
