/** My open tasks of all records, the most urgent first, each leading to its record. */
import { useEffect, useState } from 'preact/hooks';
import type { OpenTask } from '../../../shared/domain/improvement.ts';
import { everything } from '../../projection/register-query.ts';
import { pathTo } from '../../routes.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { Section } from '../../ui/section.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useAsker } from '../find/use-ask.ts';
import { numberOf } from '../improvement-words.ts';
import { useDayText } from '../items/day-control.tsx';
import { localDay } from '../local-day.ts';
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
  if (tasks.length === 0) return null;
  return (
    <Section title={t('me.tasks')}>
      <ul aria-label={t('me.tasks')}>
        {tasks.map((task) => (
          <li class="my-tasks__task" key={`${task.record.id} ${task.id}`}>
            <TaskLink task={task} />
          </li>
        ))}
      </ul>
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
