/** One record on the board: what it is, whose it is, how long it has stood here, what keeps it. */
import { useEffect, useRef } from 'preact/hooks';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { pathTo } from '../../routes.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { findPerson, nameOf, numberOf } from '../improvement-words.ts';
import { useDayText } from '../items/day-control.tsx';
import { localDay } from '../local-day.ts';
import { useNow } from '../use-now.ts';
import { useReadable } from '../use-readable.ts';
import './board-card.css';

type BoardCardProps = {
  readonly row: ListedImprovement;
  readonly index: number;
  readonly count: number;
  readonly topPx: number;
  readonly stage: string;
  readonly isTaken: boolean;
  readonly toFocus: { current: DocumentId | undefined };
  readonly onTake: (event: PointerEvent, row: ListedImprovement) => void;
  readonly onAsk: (row: ListedImprovement) => void;
};

export function BoardCard(props: BoardCardProps) {
  const { row, index, toFocus } = props;
  const { t } = useWords();
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (toFocus.current !== row.id) return;
    toFocus.current = undefined;
    link.current?.focus();
  }, []);
  const title = row.title === '' ? t('register.untitled') : row.title;
  return (
    <li
      class={`board-card ${props.isTaken ? 'board-card--taken' : ''}`}
      style={{ transform: `translateY(${props.topPx}px)` }}
      aria-setsize={props.count}
      aria-posinset={index + 1}
      data-testid="board-card"
      onPointerDown={(event) => props.onTake(event, row)}
    >
      <p class="board-card__head">
        <span class="board-card__number figures">{numberOf(row)}</span>
        <Flags row={row} />
      </p>
      <a
        class="board-card__link"
        ref={link}
        href={pathTo.improvement(row.id)}
        draggable={false}
        data-card={row.id}
        data-index={index}
        aria-keyshortcuts="m Shift+ArrowLeft Shift+ArrowRight"
      >
        {title}
      </a>
      <Facts row={row} />
      <span class="board-card__move">
        <IconButton
          icon="columns"
          label={t('board.moveTitle', { title })}
          onClick={() => props.onAsk(row)}
        />
      </span>
    </li>
  );
}

function Flags({ row }: { readonly row: ListedImprovement }) {
  const { t } = useWords();
  const isBlocked = row.isBlocked === true || (row.tasks?.blocked ?? 0) > 0;
  return (
    <>
      {isBlocked && (
        <span class="board-card__flag">
          <Icon name="warning" />
          {t('board.blocked')}
        </span>
      )}
      {row.conflicts.length > 0 && (
        <span class="board-card__flag">
          <Icon name="fork" />
          {t('register.conflict')}
        </span>
      )}
      {row.pending !== undefined && (
        <span class="board-card__flag">
          <Icon name="sync" />
          {t('register.pending')}
        </span>
      )}
    </>
  );
}

function Facts({ row }: { readonly row: ListedImprovement }) {
  const { services } = useEnvironment();
  const { t, format } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const nowMs = useNow();
  const dayText = useDayText();
  const { tasks, dueOn } = row;
  const owner = row.owner === '' ? undefined : findPerson(people, row.owner);
  const isLate = dueOn !== undefined && dueOn < localDay(nowMs);
  const age = format.age(nowMs - (row.stageSince ?? row.createdAt));
  return (
    <p class="board-card__facts figures">
      <span title={t('board.ageHint')}>
        {age}
        <span class="visually-hidden"> {t('board.ageHint')}</span>
      </span>
      {tasks !== undefined && (
        <span class="board-card__tasks">
          <Icon name="check" />
          <span class="visually-hidden">{t('field.tasks')} </span>
          {t('board.tasks', { done: tasks.done, count: tasks.done + tasks.open })}
        </span>
      )}
      {dueOn !== undefined && (
        <span class={isLate ? 'board-card__late' : ''}>
          {t(isLate ? 'plan.overdueSince' : 'plan.dueOn', { day: dayText(dueOn) })}
        </span>
      )}
      {row.owner !== '' && (
        <span class="board-card__owner">
          <Avatar id={owner?.id ?? row.owner} name={owner?.displayName ?? ''} />
          <span class="visually-hidden">{nameOf(people, me, row.owner, t)}</span>
        </span>
      )}
    </p>
  );
}
