/** A day of the calendar; it is kept when one leaves the box, because half a date is none. */
import { useId, useState } from 'preact/hooks';
import { isDay } from '../../../shared/domain/day.ts';
import { FieldProblem } from '../../ui/field.tsx';
import { useWords } from '../environment.ts';
import { localDay } from '../local-day.ts';
import './short-text-field.css';

type DayFieldProps = {
  readonly label: string;
  /** '' = none. */
  readonly value: string;
  /** Unix ms; the day must not lie before the one that this falls on. */
  readonly notBeforeMs: number;
  readonly onChange: (value: string) => void;
};

export function DayField({ label, value, notBeforeMs, onChange }: DayFieldProps) {
  const { t, format } = useWords();
  const problemId = useId();
  /** Kept apart from the value: a redraw while somebody types would put the old one back. */
  const [typed, setTyped] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const earliest = localDay(notBeforeMs);

  const commit = (box: HTMLInputElement) => {
    const next = box.value;
    if (box.validity.badInput || (next !== '' && !isDay(next))) {
      setTyped(undefined);
      setProblem(t('record.dueIncomplete'));
      box.value = value;
      return;
    }
    if (next !== '' && next !== value && next < earliest) {
      return setProblem(t('record.dueTooEarly', { day: format.date(notBeforeMs) }));
    }
    setTyped(undefined);
    setProblem(undefined);
    if (next !== value) onChange(next);
  };

  return (
    <div class="short-text-field">
      <input
        class="short-text-field__box"
        type="date"
        aria-label={label}
        aria-describedby={problemId}
        aria-invalid={problem === undefined ? undefined : true}
        value={typed ?? value}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onBlur={(event) => commit(event.currentTarget)}
        onKeyDown={(event) => event.key === 'Enter' && commit(event.currentTarget)}
      />
      <FieldProblem id={problemId} text={problem} />
    </div>
  );
}
