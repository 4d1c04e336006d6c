/** My open tasks of all records, the most urgent first, each ticked off right here. */
import { useEffect, useState } from 'preact/hooks';
import type { OpenTask } from '../../../shared/domain/improvement.ts';
import type { ItemChange } from '../../../shared/domain/collections.ts';
import { everything } from '../../projection/register-query.ts';
import { pathTo } from '../../routes.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { Section } from '../../ui/section.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useAsker } from '../find/use-ask.ts';
import { numberOf } from '../improvement-words.ts';
import { useDayText } from '../items/day-control.tsx';
import { setItem } from '../items/set-item.ts';
import { localDay } from '../local-day.ts';
import { Tick } from '../plan/tick.tsx';
import { type TaskMover, useTaskMover } from '../plan/use-task-mover.tsx';
import { useNow } from '../use-now.ts';
import '../plan/plan.css';
import './my-tasks.css';

type MyTask = OpenTask & { readonly record: ListedImprovement };

/** Records looked at; whoever has tasks in more finds them in the register. */
const mostRecords = 100;

/** Nothing for whoever has none. */
export function MyTasks() {
  const { t } = useWords();
  const tasks = useMyTasks();
  const mover = useTaskMover();
  const tick = useTick(mover);
  // The sheet outlives the last task.
  if (tasks.length === 0) return <>{mover.sheet}</>;
  return (
    <Section title={t('me.tasks')}>
      <ul aria-label={t('me.tasks')}>
        {tasks.map((task) => (
          <li class="my-tasks__task" key={`${task.record.id} ${task.id}`}>
            <Tick
              label={t('plan.tick', { title: task.title })}
              isOn={false}
              isReadOnly={false}
              onChange={() => void tick(task)}
            />
            <TaskLink task={task} />
          </li>
        ))}
      </ul>
      {mover.sheet}
    </Section>
  );
}

function TaskLink({ task }: { readonly task: MyTask }) {
  const { t } = useWords();
  const dayText = useDayText();
  const today = localDay(useNow());
  const { dueOn, record } = task;
  const isLate = dueOn !== undefined && dueOn < today;
  return (
    <a class="my-tasks__link" href={pathTo.improvement(record.id)}>
      <span>{task.title}</span>
      <span class="plan__meta">
        {dueOn !== undefined && (
          <span class={isLate ? 'plan__late' : ''}>
            {t(isLate ? 'plan.overdueSince' : 'plan.dueOn', { day: dayText(dueOn) })}
          </span>
        )}
        {task.isBlocked === true && <span class="plan__blocked">{t('board.blocked')}</span>}
        <span class="my-tasks__record">
          {numberOf(record)} {record.title}
        </span>
      </span>
    </a>
  );
}

/** Opens the record for as long as it takes: its document is where tasks are. */
function useTick(mover: TaskMover): (task: MyTask) => Promise<void> {
  const { services } = useEnvironment();
  return async ({ record, id }) => {
    const improvement = await services.improvements.open(record.id);
    const task = improvement?.state
      .get()
      .items('tasks')
      .find((one) => one.id === id);
    if (improvement === undefined || task === undefined) return improvement?.close();
    const putBack = async (change: ItemChange<'tasks'>) => {
      const again = await services.improvements.open(record.id);
      if (again !== undefined) setItem(again, 'tasks', id, change);
      await again?.close();
    };
    mover.move({
      improvement,
      task,
      to: 'done',
      putBack: (change) => void putBack(change),
      onEnd: () => void improvement.close(),
    });
  };
}

function useMyTasks(): readonly MyTask[] {
  const { services } = useEnvironment();
  const asker = useAsker();
  const [tasks, setTasks] = useState<readonly MyTask[]>([]);
  useEffect(() => {
    const ask = asker({ ...everything, tasks: 'mine' });
    let views = 0;
    return services.register.watch(ask, (view) => {
      const own = ++views;
      const read = async () => {
        const rows = await view.rows(0, Math.min(view.total, mostRecords));
        // A slow answer never replaces a later one.
        if (own === views) setTasks(tasksOf(rows, ask.myIds));
      };
      void read();
    });
  }, [asker]);
  return tasks;
}

function tasksOf(rows: readonly ListedImprovement[], own: readonly string[]): readonly MyTask[] {
  const tasks = rows.flatMap((record) =>
    (record.openTasks ?? [])
      .filter(({ owner }) => own.includes(owner))
      .map((task) => ({ ...task, record })),
  );
  return tasks.toSorted((a, b) => compareDays(a.dueOn, b.dueOn));
}

/** What has no day comes last. */
const compareDays = (a = '9', b = '9'): number => (a < b ? -1 : a > b ? 1 : 0);
