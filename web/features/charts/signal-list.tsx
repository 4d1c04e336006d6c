/** The signals of a chart in words, each with the shape that marks its points; and what the limits were taken from. */
import { useWords } from '../environment.ts';
import type { ChartModel, Signal } from './chart-model.ts';
import { markerPath } from './markers.ts';
import { useSignalWords } from './signal-words.ts';
import { useMomentText } from './value-text.ts';
import './signal-list.css';

type SignalListProps = {
  readonly model: ChartModel;
  /** Shows the point on the chart. */
  readonly onShow: (place: number) => void;
};

export function SignalList({ model, onShow }: SignalListProps) {
  const { t } = useWords();
  const words = useSignalWords();
  const signals = groupsOf(model.signals);
  if (model.kind === 'run') return <RunSays model={model} />;
  if (model.limits === undefined) return <p class="signal-list__note">{t('charts.tooFew')}</p>;
  return (
    <div class="signal-list">
      <BaselineNote model={model} />
      {!model.hasSignals ? null : signals.length === 0 ? (
        <p class="signal-list__note">{t('charts.noSignals')}</p>
      ) : (
        <ul class="signal-list__signals" aria-label={t('charts.signals')}>
          {signals.map(({ signal, count }) => (
            <li key={`${signal.rule} ${signal.side}`} data-testid="signal">
              <button
                type="button"
                class="signal-list__signal"
                onClick={() => onShow(signal.points.at(-1) ?? 0)}
              >
                <Marker signal={signal} />
                <span>
                  <strong>{t(`charts.tone.${signal.tone}`)}</strong>{' '}
                  {words.full(signal, model.readings)}
                  {count > 1 && (
                    <span class="signal-list__more">
                      {' '}
                      {t('charts.andBefore', { count: count - 1 })}
                    </span>
                  )}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

type Group = { readonly signal: Signal; readonly count: number };

/** The last signal of each kind and how many there are of it; what happened last stands first. */
function groupsOf(signals: readonly Signal[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const signal of signals) {
    const key = `${signal.rule} ${signal.side}`;
    groups.set(key, { signal, count: (groups.get(key)?.count ?? 0) + 1 });
  }
  const endOf = ({ signal }: Group) => signal.points.at(-1) ?? 0;
  return [...groups.values()].toSorted((a, b) => endOf(b) - endOf(a));
}

const Marker = ({ signal }: { readonly signal: Signal }) => (
  <svg class="signal-list__marker" viewBox="0 0 18 18" aria-hidden="true" focusable="false">
    <path class={`plot__mark plot__mark--${signal.tone}`} d={markerPath(signal.side, 9, 9, 6)} />
  </svg>
);

function BaselineNote({ model: { baseline, readings, limits } }: { readonly model: ChartModel }) {
  const { t } = useWords();
  const moment = useMomentText();
  const day = (place: number) => moment((readings[place]?.at ?? '').slice(0, 10));
  const { count } = baseline;
  const said =
    baseline.by === 'chosen'
      ? t('charts.baseline.chosen', { from: day(baseline.from), to: day(baseline.to), count })
      : t(`charts.baseline.${baseline.by}`, { count });
  return (
    <p class="signal-list__note">
      {said}
      {limits?.isProvisional === true && ` ${t('charts.provisional')}`}
      {limits !== undefined &&
        limits.droppedRanges > 0 &&
        ` ${t('charts.dropped', { count: limits.droppedRanges })}`}
    </p>
  );
}

function RunSays({ model: { runs } }: { readonly model: ChartModel }) {
  const { t } = useWords();
  if (runs === undefined) return <p class="signal-list__note">{t('charts.runTooFew')}</p>;
  const { crossings, leastCrossings, longest, longestExpected, isShifted } = runs;
  return (
    <div class="signal-list">
      <p class="signal-list__note">
        {t('charts.runSays', { crossings, leastCrossings, longest, longestExpected })}
      </p>
      <p class="signal-list__note">
        <strong>{t(isShifted ? 'charts.runShift' : 'charts.runCalm')}</strong>
      </p>
    </div>
  );
}
