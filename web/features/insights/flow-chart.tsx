/** What stood in each stage at the end of each day or week, as bands upon each other. */
import { type FlowPoint, type FlowStage, flowStages } from '../../../shared/process/kpis/flow.ts';
import { useWords } from '../environment.ts';
import { DayPlot, type Scale } from './day-plot.tsx';
import './flow-chart.css';

/** Names stand beside the bands where there is room for them. */
const roomForNames = 96;
/** A band lower than a name is left without one; the table has them all. */
const leastBand = 13;

export function FlowChart({ points }: { readonly points: readonly FlowPoint[] }) {
  const { t } = useWords();
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return null;
  const most = points.reduce((peak, point) => Math.max(peak, topOf(point, flowStages.length)), 1);
  return (
    <DayPlot
      label={t('insights.cumulative')}
      from={first.day}
      to={last.day}
      most={most}
      roomRight={roomForNames}
    >
      {(scale) =>
        flowStages.map((stage, place) => (
          <Band key={stage} stage={stage} place={place} points={points} scale={scale} />
        ))
      }
    </DayPlot>
  );
}

type BandProps = {
  readonly stage: FlowStage;
  readonly place: number;
  readonly points: readonly FlowPoint[];
  readonly scale: Scale;
};

function Band({ stage, place, points, scale }: BandProps) {
  const { t } = useWords();
  const { x, y } = scale;
  const upper = points.map((point) => `${x(point.day)},${y(topOf(point, place + 1))}`);
  const lower = points.map((point) => `${x(point.day)},${y(topOf(point, place))}`).toReversed();
  const last = points.at(-1);
  const [high, low] = last ? [y(topOf(last, place + 1)), y(topOf(last, place))] : [0, 0];
  // Of one bucket alone there is no stretch to fill: it is drawn as wide as the plot.
  const outline =
    points.length > 1
      ? `M${[...upper, ...lower].join('L')}Z`
      : `M${scale.left},${high}L${scale.right},${high}L${scale.right},${low}L${scale.left},${low}Z`;
  return (
    <g>
      <path class={`flow-chart__band flow-chart__band--${stage}`} d={outline} />
      {low - high >= leastBand && (
        <text class="flow-chart__name" x={scale.right + 6} y={(high + low) / 2 + 4}>
          {t(`stage.${stage}`)}
        </text>
      )}
    </g>
  );
}

/** How many stand in the first `bands` stages together. */
const topOf = ({ counts }: FlowPoint, bands: number): number =>
  flowStages.slice(0, bands).reduce((sum, stage) => sum + counts[stage], 0);
