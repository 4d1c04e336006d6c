/**
 * A measure over time: its readings between the limits of its own noise, signals marked and told in words,
 * changes of the way of working, the target. Also as a run chart, as a table, and as a file.
 */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { saveFile } from '../sync-status/save-file.ts';
import { type ChartKind, chartModelOf, type Measured, signalsAt } from './chart-model.ts';
import { drawingToSvg, svgToPng } from './export-image.ts';
import { Plot } from './plot.tsx';
import { frameOf } from './plot-frame.ts';
import { ReadingsTable } from './readings-table.tsx';
import { ScrubArea } from './scrub-area.tsx';
import { SignalList } from './signal-list.tsx';
import { useSignalWords } from './signal-words.ts';
import { useWidth } from './use-width.ts';
import { useMomentText, useValueText } from './value-text.ts';
import './measure-chart.css';

type View = ChartKind | 'table';

/** `measured` should stay the same object while nothing of it changes: what is drawn is kept by it. */
export function MeasureChart({ measured }: { readonly measured: Measured }) {
  const { showToast } = useEnvironment();
  const { t } = useWords();
  const moment = useMomentText();
  const signalWords = useSignalWords();
  const text = useValueText(measured);
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const [view, setView] = useState<View>('xmr');
  const [read, setRead] = useState<number>();
  const kind = view === 'run' ? 'run' : 'xmr';
  const hasSignals = useLater(measured.readings.length > drawnAtOnce);
  const model = useMemo(
    () => chartModelOf(measured, kind, hasSignals),
    [measured, kind, hasSignals],
  );
  const frame = useMemo(() => frameOf(model, width), [model, width]);
  const isWorded = measured.labelOf !== undefined;
  // The same drawing again is not compared again: scrubbing moves one line.
  const drawing = useMemo(
    () => <Plot model={model} frame={frame} text={text} isWorded={isWorded} />,
    [model, frame, text, isWorded],
  );
  if (model.readings.length === 0) {
    return <EmptyState level={3} title={t('charts.none')} hint={t('charts.noneHint')} />;
  }
  const place = Math.min(read ?? Infinity, model.readings.length - 1);
  const reading = model.readings[place];
  const rules = signalsAt(model, place).map(signalWords.rule);
  const said = [
    t('charts.reading', { when: moment(reading?.at ?? ''), value: text.full(reading?.value ?? 0) }),
    ...rules,
  ].join('. ');

  const save = async (type: 'png' | 'svg') => {
    const svg = box.current?.querySelector<SVGSVGElement>('svg.scrub-area__drawing');
    if (svg === null || svg === undefined) return;
    const source = drawingToSvg(svg, measured.title);
    const blob =
      type === 'svg' ? new Blob([source], { type: 'image/svg+xml' }) : await svgToPng(source, svg);
    if (blob === undefined) return showToast({ text: t('charts.saveFailed') });
    saveFile({ name: `${fileName(measured.title)}.${type}`, blob });
  };

  return (
    <figure class="measure-chart" data-testid="measure-chart">
      <div class="measure-chart__head">
        <figcaption class="visually-hidden">{measured.title}</figcaption>
        <Segments
          label={t('charts.view')}
          labelHidden
          options={(['xmr', 'run', 'table'] as const).map((value) => ({
            value,
            label: t(`charts.view.${value}`),
          }))}
          value={view}
          onChoose={setView}
        />
      </div>
      <div ref={box} class="measure-chart__box">
        {view !== 'table' && width > 0 && (
          <>
            <p class="measure-chart__read figures">
              <strong>{text.full(reading?.value ?? 0)}</strong>{' '}
              <span class="measure-chart__when">{moment(reading?.at ?? '')}</span>
              {(reading?.note ?? '') !== '' && (
                <span class="measure-chart__note">{reading?.note}</span>
              )}
            </p>
            <ScrubArea
              frame={frame}
              label={t('charts.label', { title: measured.title })}
              place={place}
              said={said}
              isScrubbing={read !== undefined}
              onRead={setRead}
            >
              {drawing}
            </ScrubArea>
          </>
        )}
      </div>
      {view === 'table' ? (
        <ReadingsTable model={model} title={measured.title} text={text} />
      ) : (
        <>
          {model.interventions.length > 0 && (
            <ol class="measure-chart__changes" aria-label={t('charts.changes')}>
              {model.interventions.map(({ at, label }, number) => (
                <li key={number}>{t('charts.intervention', { day: moment(at), label })}</li>
              ))}
            </ol>
          )}
          <SignalList model={model} onShow={setRead} />
          <div class="measure-chart__tools">
            <Button kind="quiet" onClick={() => void save('png')}>
              <Icon name="download" />
              {t('charts.savePng')}
            </Button>
            <Button kind="quiet" onClick={() => void save('svg')}>
              {t('charts.saveSvg')}
            </Button>
          </div>
        </>
      )}
    </figure>
  );
}

/** More readings than that are looked through for signals after they have been drawn. */
const drawnAtOnce = 1_000;

/** True at once, or after what is drawn first where that is `isMuch`. */
function useLater(isMuch: boolean): boolean {
  const [isLater, setLater] = useState(!isMuch);
  useEffect(() => {
    const timer = setTimeout(() => setLater(true));
    return () => clearTimeout(timer);
  }, []);
  return isLater || !isMuch;
}

/** Without what file systems refuse. */
const fileName = (title: string): string =>
  title.replace(/[\\/:*?"<>|\s]+/gu, '-').slice(0, 80) || 'chart';
