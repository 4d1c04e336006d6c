/** Counts by day or week as bars. */
import { useDayText } from './use-day-text.ts';
import { DayPlot } from './day-plot.tsx';
import './bar-chart.css';

type BarChartProps = {
  readonly label: string;
  readonly bars: readonly { readonly day: number; readonly count: number }[];
};

export function BarChart({ label, bars }: BarChartProps) {
  const dayText = useDayText();
  const [first, last] = [bars[0], bars.at(-1)];
  if (first === undefined || last === undefined) return null;
  const most = bars.reduce((peak, { count }) => Math.max(peak, count), 1);
  return (
    <DayPlot label={label} from={first.day} to={last.day} most={most}>
      {({ y, left, right, bottom }) => {
        const step = (right - left) / bars.length;
        return bars.map(({ day, count }, at) => (
          <rect
            class="bar-chart__bar"
            key={day}
            x={left + at * step + step * 0.15}
            y={y(count)}
            width={step * 0.7}
            height={bottom - y(count)}
          >
            <title>{`${dayText(day)}: ${count}`}</title>
          </rect>
        ));
      }}
    </DayPlot>
  );
}
