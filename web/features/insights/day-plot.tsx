/** The ground of a chart: as wide as its place, with a scale at the left and days below. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { ticksIn } from '../charts/scale.ts';
import { useWidth } from '../charts/use-width.ts';
import { useWords } from '../environment.ts';
import { utcDate } from './period-text.ts';
import './day-plot.css';

const plotHeight = 220;
const edges = { left: 40, right: 8, top: 8, bottom: 24 } as const;

export type Scale = {
  readonly x: (day: number) => number;
  readonly y: (value: number) => number;
  /** Of the ground, in pixels. */
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
};

type DayPlotProps = {
  /** What it shows, for those who hear the page; the numbers are in the table. */
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly most: number;
  /** Room at the right, for names of lines. */
  readonly roomRight?: number;
  readonly children: (scale: Scale) => ComponentChildren;
};

export function DayPlot({ label, from, to, most, roomRight = 0, children }: DayPlotProps) {
  const { language, format } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const right = width - edges.right - roomRight;
  const bottom = plotHeight - edges.bottom;
  const scale: Scale = {
    x: (day) => edges.left + ((day - from) * (right - edges.left)) / Math.max(1, to - from),
    y: (value) => bottom - (value * (bottom - edges.top)) / Math.max(1, most),
    left: edges.left,
    right,
    bottom,
  };
  // Things are counted: there is no half of one.
  const ticks = ticksIn({ low: 0, high: most }, 4).filter(Number.isInteger);
  const days = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  return (
    <div class="day-plot" ref={place} style={{ height: `${plotHeight}px` }}>
      {width > 0 && (
        <svg
          class="day-plot__drawing"
          width={width}
          height={plotHeight}
          role="img"
          aria-label={label}
        >
          {ticks.map((value) => (
            <g key={value}>
              <line
                class="day-plot__grid"
                x1={edges.left}
                x2={right}
                y1={scale.y(value)}
                y2={scale.y(value)}
              />
              <text
                class="day-plot__tick"
                x={edges.left - 6}
                y={scale.y(value) + 4}
                text-anchor="end"
              >
                {format.number(value)}
              </text>
            </g>
          ))}
          {daysBetween(from, to).map((day, at, all) => (
            <text
              class="day-plot__tick"
              key={day}
              x={scale.x(day)}
              y={plotHeight - 6}
              text-anchor={at === 0 ? 'start' : at === all.length - 1 ? 'end' : 'middle'}
            >
              {days.format(utcDate(day))}
            </text>
          ))}
          {children(scale)}
        </svg>
      )}
    </div>
  );
}

const daysBetween = (from: number, to: number): readonly number[] =>
  to - from < 2 ? [from] : [from, Math.round((from + to) / 2), to];
