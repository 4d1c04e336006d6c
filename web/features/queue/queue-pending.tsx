/** What was answered without a network stays in sight until the server has taken it. */
import { pathTo } from '../../routes.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { useWords } from '../environment.ts';
import { numberOf } from '../improvement-words.ts';
import './queue.css';

type QueuePendingProps = {
  readonly title: string;
  readonly rows: readonly ListedImprovement[];
};

export function QueuePending({ title, rows }: QueuePendingProps) {
  const { t } = useWords();
  if (rows.length === 0) return null;
  return (
    <section class="queue-pending" data-testid="queue-pending">
      <p>{title}</p>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <a href={pathTo.improvement(row.id)}>
              {numberOf(row)} {row.title}
            </a>
            {row.pending !== undefined && ` · ${t(`command.${row.pending}`)}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
