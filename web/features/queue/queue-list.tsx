/** Records that wait for somebody, as a list: one is shown beside it, and several may be chosen to be answered at once. */
import type { ComponentChildren } from 'preact';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { useWords } from '../environment.ts';
import { numberOf } from '../improvement-words.ts';
import './queue.css';

type QueueListProps = {
  readonly label: string;
  readonly rows: readonly ListedImprovement[];
  /** The one that is shown. */
  readonly at: number;
  /** Of each, what is said beside its number. */
  readonly about: (row: ListedImprovement) => ComponentChildren;
  readonly onShow: (at: number) => void;
  /** Absent: nothing can be chosen. */
  readonly choice?: QueueChoice | undefined;
};

export type QueueChoice = {
  readonly chosen: ReadonlySet<DocumentId>;
  readonly label: (title: string) => string;
  /** False for what can be answered alone only. */
  readonly isOffered: (row: ListedImprovement) => boolean;
  readonly onChoose: (id: DocumentId) => void;
};

export function QueueList({ label, rows, at, about, onShow, choice }: QueueListProps) {
  const { t } = useWords();
  const titleOf = ({ title }: ListedImprovement) => (title === '' ? t('register.untitled') : title);
  return (
    <ol class="queue-list" aria-label={label}>
      {rows.map((row, index) => (
        <li key={row.id} class="queue-list__entry">
          {choice?.isOffered(row) === true && (
            <label class="queue-list__choose">
              <input
                type="checkbox"
                checked={choice.chosen.has(row.id)}
                aria-label={choice.label(titleOf(row))}
                onChange={() => choice.onChoose(row.id)}
              />
            </label>
          )}
          <button
            type="button"
            class={`queue-list__row ${index === at ? 'queue-list__row--here' : ''}`}
            aria-current={index === at ? 'true' : undefined}
            data-testid="queue-row"
            onClick={() => onShow(index)}
          >
            <span class="queue-list__name">{titleOf(row)}</span>
            <span class="queue-list__about figures">
              {numberOf(row)} · {about(row)}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
