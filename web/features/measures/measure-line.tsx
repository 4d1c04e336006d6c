/** One measure of a list: its name, where it stands, its course, whether it is due, and the way to a reading. */
import type { MeasureRow } from '../../../shared/domain/measure.ts';
import { isReadingDue } from '../../../shared/process/reading-due.ts';
import { pathToPage } from '../../page-paths.ts';
import { Button } from '../../ui/button.tsx';
import { Sparkline } from '../charts/sparkline.tsx';
import { useMomentText } from '../charts/value-text.ts';
import { useWords } from '../environment.ts';
import { useDayText } from '../items/day-control.tsx';
import { nameOfMeasure, rhythmText, useMeasureValue } from './measure-words.ts';
import './measures.css';

type MeasureLineProps = {
  readonly row: MeasureRow;
  /** By this device's calendar. */
  readonly today: string;
  /** Absent for those who may not. */
  readonly onTake: (() => void) | undefined;
};

export function MeasureLine({ row, today, onTake }: MeasureLineProps) {
  const { t } = useWords();
  const value = useMeasureValue();
  const moment = useMomentText();
  const dayText = useDayText();
  const name = nameOfMeasure(row, t);
  const { latest, dueOn } = row;
  const isDue = isReadingDue(row, today);
  const rhythm = rhythmText(row, t);
  return (
    <li class="measure-line" data-testid="measure">
      <a class="measure-line__link" href={pathToPage.measure(row.id)}>
        <span class="measure-line__name">{name}</span>
        <span class="measure-line__meta figures">
          {latest === undefined
            ? t('measures.noReading')
            : t('measures.latest', { value: value(row, latest.value), when: moment(latest.at) })}
          {rhythm !== '' && ` · ${rhythm}`}
          {row.archived === 'yes' && ` · ${t('field.archived')}`}
        </span>
        {isDue && (
          <span class="measure-line__due">
            {dueOn < today
              ? t('measures.dueSince', { day: dayText(dueOn) })
              : t('measures.dueToday')}
          </span>
        )}
      </a>
      <span class="measure-line__course">
        <Sparkline values={row.recent} />
      </span>
      {onTake !== undefined && (
        <Button icon="plus" onClick={onTake}>
          {t('measures.take')}
          <span class="visually-hidden">{name}</span>
        </Button>
      )}
    </li>
  );
}
