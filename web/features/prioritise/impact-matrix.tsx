/**
 * Value against effort: a card is picked up and put down in a cell, by drag, by tap or by key, and its record's
 * two fields follow. Cells are the quadrants of the PICK chart in thirds.
 */
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { levels } from '../../../shared/domain/improvement.ts';
import { isQuickWin, pickQuadrantOf } from '../../../shared/process/rank.ts';
import { pathTo } from '../../routes.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useWords } from '../environment.ts';
import { numberOf } from '../improvement-words.ts';
import { backlog } from './backlog.ts';
import { type Place, placeWords, usePlacing } from './use-placing.ts';
import { useRanked } from './use-ranked.ts';
import './impact-matrix.css';

const shownRows = 200;
/** From easy to hard; values stand from high down. */
const efforts = [...levels].reverse();

export function ImpactMatrix() {
  const { t } = useWords();
  const found = useRanked(backlog, shownRows);
  const [picked, setPicked] = useState<DocumentId>();
  const place = usePlacing();
  const board = useRef<HTMLDivElement>(null);
  if (found === undefined) return null;
  if (found.total === 0) {
    return (
      <EmptyState title={t('prioritise.empty')} hint={t('prioritise.emptyHint')} role="status" />
    );
  }
  const { rows } = found;
  const put = (to: Place) => {
    const row = rows.find(({ id }) => id === picked);
    setPicked(undefined);
    if (row === undefined) return;
    void place(row, to);
    board.current?.querySelector<HTMLElement>(`[data-card="${row.id}"]`)?.focus();
  };
  const cards = (some: readonly ListedImprovement[]) =>
    some.map((row) => (
      <Card
        key={row.id}
        row={row}
        isPicked={row.id === picked}
        onPick={() => setPicked(row.id === picked ? undefined : row.id)}
        onStep={(to) => void place(row, to)}
      />
    ));
  const unplaced = rows.filter((row) => pickQuadrantOf(row) === undefined);
  return (
    <div
      class="impact-matrix"
      ref={board}
      onKeyDown={(event) => event.key === 'Escape' && setPicked(undefined)}
    >
      <p class="impact-matrix__hint" role="status">
        {t(picked === undefined ? 'matrix.hint' : 'matrix.picked')}
      </p>
      {unplaced.length > 0 && (
        <section class="impact-matrix__tray" aria-label={t('matrix.unplaced')}>
          <h2 class="impact-matrix__heading">{t('matrix.unplaced')}</h2>
          <div class="impact-matrix__cards">{cards(unplaced)}</div>
        </section>
      )}
      <div class="impact-matrix__grid" role="group" aria-label={t('prioritise.matrix')}>
        {levels.map((value) =>
          efforts.map((effort) => (
            <Cell
              key={`${value} ${effort}`}
              value={value}
              effort={effort}
              isTarget={picked !== undefined}
              onPut={() => put({ value, effort })}
            >
              {cards(rows.filter((row) => row.value === value && row.effort === effort))}
            </Cell>
          )),
        )}
      </div>
      {found.total > rows.length && (
        <p class="impact-matrix__hint">{t('matrix.first', { count: rows.length })}</p>
      )}
    </div>
  );
}

type CellProps = Place & {
  readonly isTarget: boolean;
  readonly onPut: () => void;
  readonly children: ComponentChildren;
};

function Cell({ value, effort, isTarget, onPut, children }: CellProps) {
  const { t } = useWords();
  const quadrant = pickQuadrantOf({ value, effort }) ?? 'possible';
  const place = t('matrix.cell', placeWords({ value, effort }, t));
  return (
    <section
      class={`impact-matrix__cell impact-matrix__cell--${quadrant}`}
      aria-label={`${t(`pick.${quadrant}`)}, ${place}`}
      data-testid={`cell-${value}-${effort}`}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onPut();
      }}
    >
      <p class="impact-matrix__place">
        <strong>{t(`pick.${quadrant}`)}</strong> {place}
      </p>
      <div class="impact-matrix__cards">{children}</div>
      {isTarget && (
        <button type="button" class="impact-matrix__put" onClick={onPut}>
          {t('matrix.put')}
        </button>
      )}
    </section>
  );
}

type CardProps = {
  readonly row: ListedImprovement;
  readonly isPicked: boolean;
  readonly onPick: () => void;
  /** One cell on. */
  readonly onStep: (to: Place) => void;
};

function Card({ row, isPicked, onPick, onStep }: CardProps) {
  const { t } = useWords();
  const handleKey = (event: KeyboardEvent) => {
    const to = stepFrom(row, event.key);
    if (to === undefined) return;
    event.preventDefault();
    onStep(to);
  };
  return (
    <div class="impact-matrix__card">
      <button
        type="button"
        class="impact-matrix__pick"
        aria-pressed={isPicked}
        aria-keyshortcuts="ArrowLeft ArrowRight ArrowUp ArrowDown"
        data-card={row.id}
        data-testid="matrix-card"
        draggable
        onDragStart={() => !isPicked && onPick()}
        onClick={onPick}
        onKeyDown={handleKey}
      >
        <span>{row.title === '' ? t('register.untitled') : row.title}</span>
        {isQuickWin(row) && <span class="impact-matrix__win">{t('find.mark.quickWin')}</span>}
      </button>
      <a class="impact-matrix__open figures" href={pathTo.improvement(row.id)}>
        {numberOf(row)}
      </a>
    </div>
  );
}

/** Left is easier and up is worth more; what is not placed yet begins in the middle. */
function stepFrom({ value, effort }: ListedImprovement, key: string): Place | undefined {
  const step = steps[key];
  if (step === undefined) return undefined;
  if (value === undefined || effort === undefined) return { value: 'medium', effort: 'medium' };
  const next = {
    value: levels[levels.indexOf(value) + step.down],
    effort: efforts[efforts.indexOf(effort) + step.right],
  };
  return next.value === undefined || next.effort === undefined ? undefined : (next as Place);
}

const steps: { readonly [key: string]: { readonly down: number; readonly right: number } } = {
  ArrowUp: { down: -1, right: 0 },
  ArrowDown: { down: 1, right: 0 },
  ArrowLeft: { down: 0, right: -1 },
  ArrowRight: { down: 0, right: 1 },
};
