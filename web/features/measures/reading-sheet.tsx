/** Takes a reading, one measure after the other: the value first, today unless said otherwise, and a note. */
import { useRef, useState } from 'preact/hooks';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { NewReading, Reading } from '../../../shared/domain/measure.ts';
import {
  type ReadingField,
  readReading,
  type RefusedReading,
} from '../../../shared/process/read-reading.ts';
import type { OpenMeasure } from '../../services/measures.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { FormSheet } from '../form-sheet.tsx';
import { localDay } from '../local-day.ts';
import { useReadable } from '../use-readable.ts';
import { nameOfMeasure, useMeasureValue } from './measure-words.ts';
import { readingContextOf } from './reading-context.ts';
import { useTakeBack } from './use-take-back.ts';
import { useOpenMeasure } from './use-measures.ts';
import './measures.css';

type ReadingSheetProps = {
  /** Measures to be taken one after the other. */
  readonly queue: readonly DocumentId[];
  /** Of the only measure: what is to be corrected; absent = a new one. */
  readonly correcting?: Reading;
  readonly onClose: () => void;
};

export function ReadingSheet({ queue, correcting, onClose }: ReadingSheetProps) {
  const [place, setPlace] = useState(0);
  const id = queue[place];
  if (id === undefined) return null;
  const isLast = place === queue.length - 1;
  return (
    <OneReading
      key={id}
      id={id}
      correcting={correcting}
      onKept={(isGoingOn) => (isGoingOn && !isLast ? setPlace(place + 1) : onClose())}
      left={queue.length - 1 - place}
      onClose={onClose}
    />
  );
}

type OneReadingProps = {
  readonly id: DocumentId;
  readonly correcting: Reading | undefined;
  /** Measures that wait behind this one. */
  readonly left: number;
  readonly onKept: (isGoingOn: boolean) => void;
  readonly onClose: () => void;
};

function OneReading({ id, ...props }: OneReadingProps) {
  const opened = useOpenMeasure(id);
  if (typeof opened === 'string') return null;
  return <ReadingForm measure={opened} {...props} />;
}

type ReadingFormProps = Omit<OneReadingProps, 'id'> & { readonly measure: OpenMeasure };

function ReadingForm({ measure, correcting, left, onKept, onClose }: ReadingFormProps) {
  const { nowMs, showToast } = useEnvironment();
  const { t } = useWords();
  const takeBack = useTakeBack();
  const value = useMeasureValue();
  const state = useReadable(measure.state);
  const { values, scale, readings } = state;
  const isScale = values.kind === 'qualitative';
  const firstBox = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(() => ({
    value: correcting?.label ?? (correcting === undefined ? '' : String(correcting.value)),
    day: correcting?.at.slice(0, 10) ?? localDay(nowMs()),
    time: correcting?.at.slice(11) ?? '',
    note: correcting?.note ?? '',
  }));
  const [refused, setRefused] = useState<RefusedReading>();
  const latest = readings.at(-1);
  const problemOf = (field: ReadingField) =>
    refused?.field === field
      ? t(`measures.refused.${refused.code}`, { unit: values.unit })
      : undefined;

  const keep = (isGoingOn: boolean) => {
    const { day, time, note } = typed;
    const at = time === '' ? day : `${day}T${time}`;
    // What is corrected stands in the program's own figures until somebody types.
    const context = readingContextOf(state, nowMs(), correcting?.id);
    const isAsItWas = correcting !== undefined && typed.value === String(correcting.value);
    const decimal = isAsItWas ? '.' : context.decimal;
    const reading = readReading({ value: typed.value, at, note }, { ...context, decimal });
    if (!reading.ok) {
      setRefused(reading.error);
      if (reading.error.field === 'value') firstBox.current?.focus();
      return;
    }
    if (correcting === undefined) void add(reading.value);
    else measure.correctReading(correcting.id, reading.value);
    onKept(isGoingOn);
  };
  const add = async (reading: NewReading) => {
    const ids = await measure.addReadings([reading]);
    showToast({
      text: t('measures.kept', { name: nameOfMeasure(values, t) }),
      action: { label: t('record.undo'), onClick: () => void takeBack(measure.id, ids) },
    });
  };
  const put = (change: Partial<typeof typed>) => {
    setTyped({ ...typed, ...change });
    setRefused(undefined);
  };

  return (
    <FormSheet
      title={t(correcting === undefined ? 'measures.take' : 'measures.correct')}
      hint={nameOfMeasure(values, t)}
      answer={t(left > 0 ? 'measures.keepAndNext' : 'measures.keep')}
      onAnswer={() => keep(true)}
      onClose={onClose}
    >
      {values.method !== '' && <p class="reading-sheet__method">{values.method}</p>}
      {isScale ? (
        <>
          <Segments
            label={t('measures.value')}
            options={scale.map(({ id, title }) => ({ value: id, label: title }))}
            value={typed.value}
            onChoose={(chosen) => put({ value: chosen })}
          />
          <p class="field__problem" role="alert">
            {problemOf('value')}
          </p>
        </>
      ) : (
        <Field
          label={
            values.unit === '' ? t('measures.value') : t('measures.valueIn', { unit: values.unit })
          }
          hint={
            latest === undefined
              ? undefined
              : t('measures.last', { value: value({ ...values, scale }, latest.value) })
          }
          problem={problemOf('value')}
        >
          {(control) => (
            <input
              {...control}
              class="field__input reading-sheet__value figures"
              type="text"
              inputMode="decimal"
              autocomplete="off"
              autofocus
              ref={firstBox}
              value={typed.value}
              onInput={(event) => put({ value: event.currentTarget.value })}
            />
          )}
        </Field>
      )}
      <div class="reading-sheet__when">
        <Field label={t('measures.day')} problem={problemOf('at')}>
          {(control) => (
            <input
              {...control}
              class="field__input"
              type="date"
              max={localDay(nowMs())}
              value={typed.day}
              onInput={(event) => put({ day: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label={t('measures.time')}>
          {(control) => (
            <input
              {...control}
              class="field__input"
              type="time"
              value={typed.time}
              onInput={(event) => put({ time: event.currentTarget.value })}
            />
          )}
        </Field>
      </div>
      <Field label={t('measures.note')} problem={problemOf('note')}>
        {(control) => (
          <input
            {...control}
            class="field__input"
            type="text"
            value={typed.note}
            onInput={(event) => put({ note: event.currentTarget.value })}
          />
        )}
      </Field>
      {left > 0 && (
        <Button kind="quiet" onClick={() => keep(false)}>
          {t('measures.keepAndClose', { count: left })}
        </Button>
      )}
    </FormSheet>
  );
}
