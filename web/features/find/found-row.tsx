/** A row with a box to choose it by, and at a desk with the columns that this device shows. */
import type { ComponentType } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { Format } from '../../i18n/format.ts';
import { Badge } from '../../ui/badge.tsx';
import { StageMark } from '../../ui/stage-mark.tsx';
import { pathTo } from '../../routes.ts';
import { useWords } from '../environment.ts';
import { nameOf, numberOf, stageShapes, whereIcons } from '../improvement-words.ts';
import { RegisterRow, type RegisterRowProps } from '../register/register-row.tsx';
import { useReadable } from '../use-readable.ts';
import { type Column, type ColumnChoice, gridOf } from './columns.ts';
import type { Selection } from './selection.ts';

/** One component for as long as the screen lives: another one would be drawn anew, and lose focus. */
export function createFoundRow(
  selection: Selection,
  choice: ColumnChoice,
): ComponentType<RegisterRowProps> {
  return function FoundRow(props: RegisterRowProps) {
    const { t } = useWords();
    const isSelecting = useReadable(selection.isOn);
    const isSelected = useReadable(selection.ids).has(props.row.id);
    const columns = useReadable(choice.columns);
    // The row without a box, which had focus, is gone.
    useLayoutEffect(() => {
      if (!selection.takeFocus(props.row.id)) return;
      const link = `.register-row__link[data-index="${props.index}"]`;
      document.querySelector<HTMLElement>(link)?.focus({ preventScroll: true });
    }, []);
    const lead = isSelecting && (
      <span class="found-row__lead" role="cell">
        <label class="found-row__touch">
          <input
            type="checkbox"
            class="found-row__box"
            aria-label={t('find.selectOne', { title: props.row.title })}
            checked={isSelected}
            onChange={(event) => selection.set(props.row.id, event.currentTarget.checked)}
          />
        </label>
      </span>
    );
    if (props.look !== 'table') return <RegisterRow {...props} lead={lead} />;
    return (
      <div
        class={`register-row register-row--table ${props.open ? 'register-row--open' : ''}`}
        role="row"
        data-testid="register-row"
        aria-rowindex={props.index + 2}
        style={{ gridTemplateColumns: gridOf(columns, isSelecting) }}
      >
        {lead}
        {columns.map((column) => (
          <Cell key={column} column={column} {...props} />
        ))}
      </div>
    );
  };
}

type CellProps = RegisterRowProps & { readonly column: Column };

function Cell({ column, row, ...props }: CellProps) {
  const { t, format } = useWords();
  switch (column) {
    case 'name':
      return (
        <span class="register-row__title" role="cell">
          <a
            class="register-row__link"
            href={pathTo.improvement(row.id)}
            data-index={props.index}
            tabIndex={props.active ? 0 : -1}
            aria-current={props.open ? 'true' : undefined}
            onFocus={props.onFocus}
          >
            {row.title === '' ? t('register.untitled') : row.title}
          </a>
        </span>
      );
    case 'stage':
      return (
        <span class="register-row__stage" role="cell">
          <StageMark shape={stageShapes[row.stage]} />
          {t(`stage.${row.stage}`)}
        </span>
      );
    case 'stored':
      return (
        <span class="register-row__where" role="cell">
          {row.conflicts.length > 0 ? (
            <Badge icon="fork" text={t('register.conflict')} tone="warn" />
          ) : row.pending !== undefined ? (
            <Badge icon="sync" text={t('register.pending')} tone="warn" />
          ) : (
            <Badge icon={whereIcons[row.where]} text={t(`where.${row.where}`)} />
          )}
        </span>
      );
    case 'owner':
      return (
        <span class="register-row__owner" role="cell">
          {row.owner === '' ? t('register.nobody') : nameOf(props.people, props.me, row.owner, t)}
        </span>
      );
    case 'urgency':
    case 'cost':
      return (
        <span class="found-row__cell" role="cell">
          {row[column] === '' ? '' : t(`level.${row[column]}`)}
        </span>
      );
    default:
      return (
        <span class="found-row__cell figures" role="cell">
          {plainText(column, row, format, props.nowMs)}
        </span>
      );
  }
}

function plainText(
  column: 'number' | 'votes' | 'tags' | 'affectedItems' | 'updated' | 'kept',
  row: RegisterRowProps['row'],
  format: Format,
  nowMs: number,
): string {
  switch (column) {
    case 'number':
      return numberOf(row);
    case 'votes':
      return row.supporters === 0 ? '' : format.number(row.supporters);
    case 'tags':
    case 'affectedItems':
      return row[column].join(', ');
    case 'updated':
      return format.ago(row.updatedAt, nowMs);
    case 'kept':
      return format.ago(row.createdAt, nowMs);
  }
}
