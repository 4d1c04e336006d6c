/** The readings of a chart as a table, the latest first. */
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../environment.ts';
import { type ChartModel, signalsAt } from './chart-model.ts';
import { useSignalWords } from './signal-words.ts';
import { useMomentText, type ValueText } from './value-text.ts';
import './readings-table.css';

type ReadingsTableProps = {
  readonly model: ChartModel;
  readonly title: string;
  readonly text: ValueText;
};

const shownAtOnce = 50;

export function ReadingsTable({ model, title, text }: ReadingsTableProps) {
  const { t } = useWords();
  const moment = useMomentText();
  const words = useSignalWords();
  const [shown, setShown] = useState(shownAtOnce);
  const { readings, ranges } = model;
  const places = readings.map((_, place) => place).toReversed();
  return (
    <>
      <table class="readings-table figures">
        <caption class="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('charts.when')}</th>
            <th scope="col">{t('charts.value')}</th>
            <th scope="col">{t('charts.change')}</th>
            <th scope="col">{t('charts.signal')}</th>
          </tr>
        </thead>
        <tbody>
          {places.slice(0, shown).map((place) => {
            const range = ranges[place - 1];
            return (
              <tr key={readings[place]?.id}>
                <th scope="row">
                  {moment(readings[place]?.at ?? '')}
                  {(readings[place]?.note ?? '') !== '' && (
                    <span class="readings-table__note">{readings[place]?.note}</span>
                  )}
                </th>
                <td>{text.full(readings[place]?.value ?? 0)}</td>
                <td>{range === undefined ? '' : text.range(range)}</td>
                <td class="readings-table__signals">
                  {signalsAt(model, place).map(words.rule).join('; ')}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {shown < places.length && (
        <Button kind="quiet" onClick={() => setShown(shown + shownAtOnce)}>
          {t('charts.more', { count: Math.min(shownAtOnce, places.length - shown) })}
        </Button>
      )}
    </>
  );
}
