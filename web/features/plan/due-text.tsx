/** Until when something is due, whether that has passed, and how often it was moved. */
import { countMoves } from '../../../shared/process/plan-days.ts';
import type { ImprovementState } from '../../services/improvement.ts';
import { useWords } from '../environment.ts';
import { useDayText } from '../items/day-control.tsx';
import { localDay } from '../local-day.ts';
import { useNow } from '../use-now.ts';

type DueTextProps = {
  readonly state: ImprovementState;
  readonly item: string;
  readonly dueOn: string;
  readonly isOpen: boolean;
};

export function DueText({ state, item, dueOn, isOpen }: DueTextProps) {
  const { t } = useWords();
  const dayText = useDayText();
  const today = localDay(useNow());
  const moves = countMoves(state.items('movedDates'), item);
  if (dueOn === '' && moves === 0) return null;
  const isLate = isOpen && dueOn !== '' && dueOn < today;
  return (
    <span class="plan__meta">
      {dueOn !== '' && (
        <span class={isLate ? 'plan__late' : ''}>
          {t(isLate ? 'plan.overdueSince' : 'plan.dueOn', { day: dayText(dueOn) })}
        </span>
      )}
      {moves > 0 && <span>{t('plan.moved', { count: moves })}</span>}
    </span>
  );
}
