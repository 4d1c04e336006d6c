/** How long each closed improvement took, by the day of its closing, with the lines that half, 85 and 95 of a hundred stay below. */
import type { CycleTimes, Percentiles } from '../../../shared/process/kpis/cycle-times.ts';
import { useWords } from '../environment.ts';
import { useDayText } from './use-day-text.ts';
import { DayPlot } from './day-plot.tsx';
import './cycle-chart.css';

type CycleChartProps = {
  readonly cycle: CycleTimes & { readonly percentiles: Percentiles };
  readonly from: number;
  readonly to: number;
};

const roomForNames = 44;
/** Names of lines that lie closer would stand upon each other: the upper one keeps its own. */
const nameHeight = 13;

const isFree = (
  at: number,
  above: readonly { readonly days: number }[],
  y: (days: number) => number,
): boolean => above.every(({ days }) => at - y(days) >= nameHeight);

export function CycleChart({ cycle: { points, percentiles }, from, to }: CycleChartProps) {
  const { t } = useWords();
  const dayText = useDayText();
  const most = points.reduce((peak, { days }) => Math.max(peak, days), percentiles.p95) * 1.05;
  const { p50, p85, p95 } = percentiles;
  const lines = [
    { days: p50, percent: 50 },
    { days: p85, percent: 85 },
    { days: p95, percent: 95 },
  ];
  return (
    <DayPlot label={t('insights.cycle')} from={from} to={to} most={most} roomRight={roomForNames}>
      {({ x, y, left, right }) => (
        <>
          {lines.map(({ days, percent }, at) => (
            <g key={percent}>
              <line
                class={`cycle-chart__line cycle-chart__line--${percent}`}
                x1={left}
                x2={right}
                y1={y(days)}
                y2={y(days)}
              />
              {isFree(y(days), lines.slice(at + 1), y) && (
                <text class="cycle-chart__name" x={right + 6} y={y(days) + 4}>
                  {t('insights.percentile', { percent })}
                </text>
              )}
            </g>
          ))}
          {points.map(({ day, days, count }) => (
            <circle
              class="cycle-chart__point"
              key={`${day} ${days}`}
              cx={x(day)}
              cy={y(days)}
              r={Math.min(9, 3 + Math.sqrt(count - 1))}
            >
              <title>{`${dayText(day)}: ${t('insights.age', { count: days })} × ${count}`}</title>
            </circle>
          ))}
        </>
      )}
    </DayPlot>
  );
}
