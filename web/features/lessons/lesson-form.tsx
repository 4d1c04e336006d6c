/** Notes a lesson in a moment: what happened, what to do next time. The rest of it can follow. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { OpenImprovement } from '../../services/improvement.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { localDay } from '../local-day.ts';
import { useReadable } from '../use-readable.ts';
import { type LessonKind, lessonKinds } from './lesson-kind.tsx';
import './lesson-form.css';

type LessonFormProps = {
  readonly improvement: OpenImprovement;
  /** Left out: whether something was learned. */
  readonly title?: string;
  readonly onNoted?: () => void;
};

/** As the list of lessons takes it. */
const longest = 2_000;

export function LessonForm({ improvement, title, onNoted }: LessonFormProps) {
  const { services, nowMs, showToast } = useEnvironment();
  const { t } = useWords();
  const me = useReadable(services.session.me);
  const titleId = useId();
  const [kind, setKind] = useState<LessonKind | ''>('');
  const [happened, setHappened] = useState('');
  const [nextTime, setNextTime] = useState('');
  const isTooLong = Math.max(happened.trim().length, nextTime.trim().length) > longest;
  const isReady = happened.trim() !== '' && !isTooLong;

  const noteLatest = useRef<() => void>(() => undefined);
  const note = () => {
    if (!isReady) return;
    noteLatest.current = () => undefined;
    const item = improvement.addItem('lessons', {
      ...(kind !== '' && { kind }),
      happened: happened.trim(),
      ...(nextTime.trim() !== '' && { nextTime: nextTime.trim() }),
      by: me,
      on: localDay(nowMs()),
    });
    setKind('');
    setHappened('');
    setNextTime('');
    onNoted?.();
    showToast({
      text: t('lessons.noted'),
      action: {
        label: t('app.undo'),
        onClick: () =>
          improvement.change({
            type: 'setItem',
            collection: 'lessons',
            item,
            change: { removed: 'yes' },
          }),
      },
    });
  };

  // What is written when the form goes away, as when the record is closed, is noted as well.
  noteLatest.current = note;
  useEffect(() => () => noteLatest.current(), []);

  return (
    <section class="lesson-form" aria-labelledby={titleId}>
      <p class="lesson-form__title" id={titleId}>
        {title ?? t('lessons.new')}
      </p>
      <Field
        label={t('lessons.happened')}
        hint={t('lessons.happenedHint')}
        problem={isTooLong ? t('items.tooLong', { count: longest }) : undefined}
      >
        {(control) => (
          <textarea
            {...control}
            class="field__input lesson-form__words"
            rows={2}
            value={happened}
            onInput={(event) => setHappened(event.currentTarget.value)}
          />
        )}
      </Field>
      {happened.trim() !== '' && (
        <>
          <Segments
            label={t('lessons.kind')}
            options={lessonKinds.map((value) => ({ value, label: t(`choice.${value}`) }))}
            value={kind}
            onChoose={setKind}
          />
          <Field label={t('lessons.nextTime')} hint={t('lessons.nextTimeHint')}>
            {(control) => (
              <textarea
                {...control}
                class="field__input lesson-form__words"
                rows={2}
                value={nextTime}
                onInput={(event) => setNextTime(event.currentTarget.value)}
              />
            )}
          </Field>
          <div>
            <Button disabled={!isReady} onClick={note}>
              {t('lessons.note')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
