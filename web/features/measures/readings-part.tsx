/** The readings of a measure, the latest first; one that was misread is corrected or taken out, and what was stays known. */
import { useState } from 'preact/hooks';
import type { Reading } from '../../../shared/domain/measure.ts';
import type { MeasureState, OpenMeasure } from '../../services/measures.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Section } from '../../ui/section.tsx';
import { useMomentText } from '../charts/value-text.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { nameOf } from '../improvement-words.ts';
import { useReadable } from '../use-readable.ts';
import { useMeasureValue } from './measure-words.ts';
import './measures.css';

type ReadingsPartProps = {
  readonly measure: OpenMeasure;
  readonly state: MeasureState;
  readonly isReadOnly: boolean;
  readonly onCorrect: (reading: Reading) => void;
};

const shownAtFirst = 12;
const shownMore = 100;

export function ReadingsPart({ measure, state, isReadOnly, onCorrect }: ReadingsPartProps) {
  const { showToast, services } = useEnvironment();
  const { t } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const moment = useMomentText();
  const value = useMeasureValue();
  const [shown, setShown] = useState(shownAtFirst);
  const { readings, values, scale } = state;
  if (readings.length === 0) return null;
  const latestFirst = readings.slice(-shown).toReversed();
  const times = new Map<string, number>();
  for (const { at } of readings) times.set(at, (times.get(at) ?? 0) + 1);

  const remove = (reading: Reading) => {
    void measure.removeReadings([reading.id]);
    showToast({
      text: t('measures.removed', { when: moment(reading.at) }),
      action: { label: t('record.undo'), onClick: measure.undo.undo },
    });
  };

  return (
    <Section title={t('measures.readings', { count: readings.length })}>
      <ul class="reading-list" aria-label={t('history.readings')}>
        {latestFirst.map((reading) => (
          <li key={reading.id} class="reading-list__line" data-testid="reading">
            <span class="reading-list__words">
              <span class="reading-list__value figures">
                {value({ ...values, scale }, reading.value)}
              </span>
              <span class="reading-list__meta">
                {moment(reading.at)} · {nameOf(people, me, reading.by, t)}
                {reading.isCorrected && ` · ${t('measures.corrected')}`}
                {(times.get(reading.at) ?? 0) > 1 && ` · ${t('measures.twice')}`}
              </span>
              {reading.note !== '' && <span class="reading-list__note">{reading.note}</span>}
            </span>
            {!isReadOnly && (
              <>
                <Button kind="quiet" onClick={() => onCorrect(reading)}>
                  {t('measures.correctShort')}
                  <span class="visually-hidden">{moment(reading.at)}</span>
                </Button>
                <IconButton
                  icon="close"
                  label={t('measures.removeOf', { when: moment(reading.at) })}
                  onClick={() => remove(reading)}
                />
              </>
            )}
          </li>
        ))}
      </ul>
      {readings.length > shown && (
        <Button kind="quiet" onClick={() => setShown(shown + shownMore)}>
          {t('measures.older')}
        </Button>
      )}
    </Section>
  );
}
