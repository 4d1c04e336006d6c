/** Readings from a spreadsheet or a CSV file: what can be taken is shown first, and each other row with what is wrong. */
import { useMemo, useState } from 'preact/hooks';
import { readReadingTable, roomFor } from '../../../shared/process/reading-table.ts';
import type { MeasureState, OpenMeasure } from '../../services/measures.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { useMomentText } from '../charts/value-text.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { FormSheet } from '../form-sheet.tsx';
import { PlainSelect } from '../improvement/plain-select.tsx';
import { useMeasureValue } from './measure-words.ts';
import { readingContextOf } from './reading-context.ts';
import { useTakeBack } from './use-take-back.ts';
import './measures.css';

type PasteSheetProps = {
  readonly measure: OpenMeasure;
  readonly state: MeasureState;
  readonly onClose: () => void;
};

/** Of a file: more than the readings of a measure weigh. */
const fileBytes = 4 * 1024 * 1024;
const shownGood = 5;
const shownBad = 50;

export function PasteSheet({ measure, state, onClose }: PasteSheetProps) {
  const { nowMs, showToast } = useEnvironment();
  const { t } = useWords();
  const takeBack = useTakeBack();
  const [text, setText] = useState('');
  const [series, setSeries] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [isTaking, setTaking] = useState(false);
  const table = useMemo(() => {
    const context = readingContextOf(state, nowMs());
    return readReadingTable(text, { ...context, room: roomFor(state.readings.length), series });
  }, [text, series, state]);
  const { good, bad } = table;

  const readFile = async (file: File | undefined) => {
    if (file === undefined) return;
    if (file.size > fileBytes) return setProblem(t('measures.fileTooLarge'));
    setProblem(undefined);
    setSeries(undefined);
    setText(await file.text());
  };
  const take = async () => {
    if (good.length === 0) return setProblem(t('measures.nothingToTake'));
    setTaking(true);
    const ids = await measure.addReadings(good);
    onClose();
    showToast({
      text: t('measures.taken', { count: good.length }),
      action: { label: t('record.undo'), onClick: () => void takeBack(measure.id, ids) },
    });
  };

  return (
    <FormSheet
      title={t('measures.paste')}
      hint={t('measures.pasteHint')}
      answer={t(bad.length > 0 ? 'measures.takeRest' : 'measures.takeAll', { count: good.length })}
      isBusy={isTaking || (text !== '' && good.length === 0)}
      onAnswer={() => void take()}
      onClose={onClose}
    >
      <Field label={t('measures.table')} hint={t('measures.tableHint')} problem={problem}>
        {(control) => (
          <textarea
            {...control}
            class="field__input measures__table"
            rows={6}
            spellcheck={false}
            placeholder={'2026-11-02,12.5\n2026-11-09,11'}
            value={text}
            onInput={(event) => {
              setProblem(undefined);
              setText(event.currentTarget.value);
            }}
          />
        )}
      </Field>
      <label class="measures__file button button--plain">
        {t('measures.chooseFile')}
        <input
          class="visually-hidden"
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          onChange={(event) => void readFile(event.currentTarget.files?.[0])}
        />
      </label>
      {table.series.length > 1 && (
        <div class="measures__choice">
          <span class="field__label">{t('measures.series')}</span>
          <PlainSelect
            label={t('measures.series')}
            options={table.series.map((value) => ({ value, label: value }))}
            value={series ?? table.series[0] ?? ''}
            onChoose={setSeries}
          />
        </div>
      )}
      {text !== '' && <Preview table={table} state={state} />}
    </FormSheet>
  );
}

type PreviewProps = {
  readonly table: ReturnType<typeof readReadingTable>;
  readonly state: MeasureState;
};

function Preview({ table: { good, bad }, state }: PreviewProps) {
  const { t } = useWords();
  const moment = useMomentText();
  const value = useMeasureValue();
  const [isAllShown, setAllShown] = useState(false);
  const { values, scale } = state;
  const shown = (reading: number | string) =>
    typeof reading === 'string'
      ? (scale.find(({ id }) => id === reading)?.title ?? '')
      : value({ ...values, scale }, reading);
  return (
    <div class="paste-preview" role="status" data-testid="paste-preview">
      <p>{t('measures.good', { count: good.length })}</p>
      <ul class="paste-preview__good figures">
        {good.slice(0, shownGood).map(({ at, value: reading }) => (
          <li key={at}>
            {moment(at)} · {shown(reading)}
          </li>
        ))}
        {good.length > shownGood && <li aria-hidden="true">…</li>}
      </ul>
      {bad.length > 0 && (
        <>
          <p class="paste-preview__title">{t('measures.bad', { count: bad.length })}</p>
          <ul class="paste-preview__bad">
            {bad.slice(0, isAllShown ? bad.length : shownBad).map((row) => (
              <li key={row.line} data-testid="bad-row">
                <strong>{t('measures.line', { line: row.line })}</strong>{' '}
                <span>{row.text === '' ? '–' : row.text.slice(0, 60)}</span>
                <span class="paste-preview__why">
                  {t(`measures.refused.${row.code}`, { unit: values.unit })}
                </span>
              </li>
            ))}
          </ul>
          {!isAllShown && bad.length > shownBad && (
            <Button kind="quiet" onClick={() => setAllShown(true)}>
              {t('measures.allBad')}
            </Button>
          )}
        </>
      )}
    </div>
  );
}
