/** One idea in the register: a line of a table at a desk, a card with the same words elsewhere. */
import type { ComponentChildren } from 'preact';
import type { Person } from '../../../shared/domain/person.ts';
import type { Someone } from '../../../shared/domain/improvement.ts';
import { pathTo } from '../../routes.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { Badge } from '../../ui/badge.tsx';
import { StageMark } from '../../ui/stage-mark.tsx';
import { useWords } from '../environment.ts';
import { nameOf, numberOf, stageShapes, whereIcons } from '../improvement-words.ts';
import './register-row.css';

export type RowLook = 'table' | 'cards' | 'compact';

export type RegisterRowProps = {
  readonly row: ListedImprovement;
  readonly index: number;
  readonly look: RowLook;
  readonly people: readonly Person[];
  readonly me: Someone;
  readonly nowMs: number;
  /** The row that Tab leads to; arrow keys lead to the others. */
  readonly active: boolean;
  readonly open: boolean;
  readonly onFocus?: () => void;
  /** Stands before the row's own words. */
  readonly lead?: ComponentChildren;
};

export function RegisterRow({ row, index, look, people, me, nowMs, ...state }: RegisterRowProps) {
  const { t, format } = useWords();
  return (
    <div
      class={`register-row register-row--${look} ${state.open ? 'register-row--open' : ''}`}
      role="row"
      data-testid="register-row"
      aria-rowindex={index + (look === 'table' ? 2 : 1)}
    >
      {state.lead}
      <span class="register-row__number figures" role="cell">
        {numberOf(row)}
      </span>
      <span class="register-row__title" role="cell">
        <a
          class="register-row__link"
          href={pathTo.improvement(row.id)}
          data-index={index}
          tabIndex={state.active ? 0 : -1}
          aria-current={state.open ? 'true' : undefined}
          onFocus={state.onFocus}
        >
          {row.title === '' ? t('register.untitled') : row.title}
        </a>
      </span>
      <span class="register-row__stage" role="cell">
        <StageMark shape={stageShapes[row.stage]} />
        {t(`stage.${row.stage}`)}
      </span>
      <span class="register-row__owner" role="cell">
        {row.owner !== ''
          ? nameOf(people, me, row.owner, t)
          : look === 'table' && t('register.nobody')}
      </span>
      <span class="register-row__where" role="cell">
        {row.conflicts.length > 0 ? (
          <Badge icon="fork" text={t('register.conflict')} tone="warn" />
        ) : row.pending !== undefined ? (
          <Badge icon="sync" text={t('register.pending')} tone="warn" />
        ) : (
          <Badge icon={whereIcons[row.where]} text={t(`where.${row.where}`)} />
        )}
      </span>
      {look === 'table' && (
        <span class="register-row__kept" role="cell">
          {format.ago(row.createdAt, nowMs)}
        </span>
      )}
    </div>
  );
}

export function RegisterHeadings() {
  const { t } = useWords();
  const columns = ['number', 'name', 'stage', 'owner', 'stored', 'kept'] as const;
  return (
    <div role="rowgroup">
      <div
        class="register-row register-row--table register-row--headings"
        role="row"
        aria-rowindex={1}
      >
        {columns.map((column) => (
          <span key={column} role="columnheader">
            {t(`register.${column}`)}
          </span>
        ))}
      </div>
    </div>
  );
}
