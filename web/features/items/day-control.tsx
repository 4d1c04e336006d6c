/** A day of an entry: one that contradicts the rest is refused with the fix; moving an agreed one asks why. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { isDay } from '../../../shared/domain/day.ts';
import {
  type DayRoom,
  findDayProblem,
  isAgreedDayMoved,
} from '../../../shared/process/plan-days.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { useWords } from '../environment.ts';

type DayControlProps = {
  readonly label: string;
  readonly isReadOnly: boolean;
  /** '' = none. */
  readonly value: string;
  readonly room: DayRoom;
  /** Others count on the day once it is set. */
  readonly isAgreed: boolean;
  /** "moved once"; undefined = never. */
  readonly note: string | undefined;
  /** `reason`: why an agreed day is moved. */
  readonly onChange: (day: string, reason?: string) => void;
};

export function DayControl(props: DayControlProps) {
  const { value, room, onChange } = props;
  const { t } = useWords();
  const dayText = useDayText();
  /** Kept apart from the value: a redraw while somebody types would put the old one back. */
  const [typed, setTyped] = useState<string>();
  const [problem, setProblem] = useState<string>();
  /** The new day, while its reason is asked for. */
  const [asked, setAsked] = useState<string>();

  const commit = (box: HTMLInputElement) => {
    const next = box.value;
    if (box.validity.badInput || (next !== '' && !isDay(next))) {
      box.value = value;
      setTyped(undefined);
      return setProblem(t('record.dueIncomplete'));
    }
    if (next === (asked ?? value)) {
      setTyped(undefined);
      return setProblem(undefined);
    }
    const found = findDayProblem(next, room);
    if (found !== undefined) {
      const { bound, type } = found;
      return setProblem(
        t(`plan.${type}`, { day: dayText(bound.day), why: t(`plan.because.${bound.because}`) }),
      );
    }
    setTyped(undefined);
    setProblem(undefined);
    if (props.isAgreed && isAgreedDayMoved(value, next)) return setAsked(next);
    setAsked(undefined);
    if (next !== value) onChange(next);
  };

  return (
    <>
      <Field label={props.label} hint={props.note} problem={problem}>
        {(control) => (
          <input
            {...control}
            class="field__input item-fields__day"
            type="date"
            readOnly={props.isReadOnly}
            value={typed ?? asked ?? value}
            onInput={(event) => setTyped(event.currentTarget.value)}
            onBlur={(event) => commit(event.currentTarget)}
            onKeyDown={(event) => event.key === 'Enter' && commit(event.currentTarget)}
          />
        )}
      </Field>
      {asked !== undefined && (
        <MoveReason
          question={t('plan.whyMoved', { day: dayText(value) })}
          onMove={(reason) => {
            setAsked(undefined);
            onChange(asked, reason);
          }}
          onLeave={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

type MoveReasonProps = {
  readonly question: string;
  readonly onMove: (reason: string) => void;
  readonly onLeave: () => void;
};

const longestReason = 2_000;

function MoveReason({ question, onMove, onLeave }: MoveReasonProps) {
  const { t } = useWords();
  const box = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  useEffect(() => box.current?.focus(), []);
  const move = () => {
    setTried(true);
    if (reason.trim() !== '') onMove(reason.trim().slice(0, longestReason));
  };
  return (
    <div class="item-fields__reason" data-testid="move-reason">
      <Field
        label={question}
        problem={isTried && reason.trim() === '' ? t('decide.reasonMissing') : undefined}
      >
        {(control) => (
          <input
            {...control}
            class="field__input"
            type="text"
            value={reason}
            ref={box}
            onInput={(event) => setReason(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.isComposing) move();
              if (event.key === 'Escape') onLeave();
            }}
          />
        )}
      </Field>
      <div class="item-fields__actions">
        <Button kind="primary" onClick={move}>
          {t('plan.move')}
        </Button>
        <Button kind="quiet" onClick={onLeave}>
          {t('plan.leaveDay')}
        </Button>
      </div>
    </div>
  );
}

/** A day of the calendar in the reader's language. */
export function useDayText(): (day: string) => string {
  const { format } = useWords();
  return (day) => (day === '' ? '' : format.date(Date.parse(`${day}T00:00`)));
}
