/** The drawing of a chart: readings over their lines, moving ranges below. Nothing in it moves or is pressed. */
import { useWords } from '../environment.ts';
import type { ChartModel, Line, Tone } from './chart-model.ts';
import { dotPath, linePath, markerPath } from './markers.ts';
import { type Frame, type Panel, spread, xOf, yOf } from './plot-frame.ts';
import { placesToDraw, ticksIn } from './scale.ts';
import { useMomentText, type ValueText } from './value-text.ts';
import './plot.css';

type PlotProps = {
  readonly model: ChartModel;
  readonly frame: Frame;
  readonly text: ValueText;
  /** Values are places on a scale of words: ticks stand at whole numbers. */
  readonly isWorded: boolean;
};

/** Two a pixel: their line is the same as that of all. */
const pointsPerPixel = 2;
/** In pixels, so that names stand clear of each other. */
const lineOfText = 15;
/** Where they stand closer, dots would run into one another. */
const pixelsPerDot = 7;

export function Plot({ model, frame, text, isWorded }: PlotProps) {
  const { values, ranges } = frame;
  return (
    <g class="plot">
      <BaselineBand model={model} frame={frame} />
      <Ticks panel={values} frame={frame} text={text.plain} count={5} isWhole={isWorded} />
      <Lines lines={model.lines} panel={values} frame={frame} />
      <Interventions model={model} frame={frame} />
      <Course values={model.values} first={0} panel={values} frame={frame} />
      {tones.map((tone) => (
        <Markers key={tone} tone={tone} model={model} frame={frame} />
      ))}
      <Names lines={model.lines} panel={values} frame={frame} text={text.limit} />
      {ranges !== undefined && (
        <>
          <Ticks panel={ranges} frame={frame} text={text.range} count={2} isWhole={false} />
          <Lines lines={model.rangeLines} panel={ranges} frame={frame} />
          <Course values={model.ranges} first={1} panel={ranges} frame={frame} />
          <Names lines={model.rangeLines} panel={ranges} frame={frame} text={text.range} />
        </>
      )}
      <Days model={model} frame={frame} />
    </g>
  );
}

const tones: readonly Tone[] = ['neutral', 'better', 'worse'];

type InFrame = { readonly model: ChartModel; readonly frame: Frame };

function BaselineBand({ model: { baseline, limits }, frame }: InFrame) {
  if (limits === undefined || baseline.by === 'all') return null;
  const half = (frame.right - frame.left) / Math.max(1, frame.count) / 2;
  const from = xOf(frame, baseline.from) - half;
  return (
    <rect
      class="plot__baseline"
      x={from}
      y={frame.values.top}
      width={Math.max(0, xOf(frame, baseline.to) + half - from)}
      height={frame.values.height}
    />
  );
}

type TicksProps = {
  readonly panel: Panel;
  readonly frame: Frame;
  readonly text: (value: number) => string;
  readonly count: number;
  readonly isWhole: boolean;
};

function Ticks({ panel, frame, text, count, isWhole }: TicksProps) {
  const ticks = ticksIn(panel.extent, count).filter((tick) => !isWhole || Number.isInteger(tick));
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            class="plot__tick"
            x1={frame.left}
            x2={frame.right}
            y1={yOf(panel, tick)}
            y2={yOf(panel, tick)}
          />
          <text
            class="plot__number"
            x={frame.left - 6}
            y={yOf(panel, tick)}
            text-anchor="end"
            dy="0.32em"
          >
            {text(tick)}
          </text>
        </g>
      ))}
    </>
  );
}

type LinesProps = {
  readonly lines: readonly Line[];
  readonly panel: Panel;
  readonly frame: Frame;
  readonly text: (value: number) => string;
};

const Lines = ({ lines, panel, frame }: Omit<LinesProps, 'text'>) => (
  <>
    {lines.map(({ name, value }) => (
      <line
        key={name}
        class={`plot__line plot__line--${name}`}
        x1={frame.left}
        x2={frame.right}
        y1={yOf(panel, value)}
        y2={yOf(panel, value)}
      />
    ))}
  </>
);

/** What the lines are: beside them, or outside their ends, where the fewest readings are. */
function Names({ lines, panel, frame, text }: LinesProps) {
  const { t } = useWords();
  const { isWide, right } = frame;
  const ys = spread(
    lines.map(({ value }) => yOf(panel, value)),
    lineOfText,
  );
  return (
    <>
      {lines.map(({ name, value }, at) => (
        <text
          key={name}
          class="plot__name"
          x={isWide ? right + 8 : right}
          y={ys[at]}
          dy={isWide ? '0.35em' : name === 'lower' ? '1.1em' : '-0.35em'}
          text-anchor={isWide ? 'start' : 'end'}
        >
          {t('charts.line', { name: t(`charts.line.${name}`), value: text(value) })}
        </text>
      ))}
    </>
  );
}

/** By number, which the list below explains; in words too where there is room for them. */
function Interventions({ model: { interventions }, frame }: InFrame) {
  const { t } = useWords();
  const half = (frame.right - frame.left) / Math.max(1, frame.count) / 2;
  const { top, height } = frame.values;
  const xs = interventions.map(({ place }) => Math.min(frame.right, xOf(frame, place) - half));
  return (
    <>
      {interventions.map(({ label }, at) => {
        const x = xs[at] ?? 0;
        const room = (xs[at + 1] ?? frame.right) - x - 24;
        return (
          <g key={at}>
            <line class="plot__change" x1={x} x2={x} y1={top - 6} y2={top + height} />
            <circle class="plot__change-number" cx={x} cy={top - 13} r={9} />
            <text class="plot__change-text" x={x} y={top - 13} dy="0.35em" text-anchor="middle">
              {t('charts.number', { number: at + 1 })}
            </text>
            {widthOf(label) <= room && (
              <text class="plot__number" x={x + 14} y={top - 13} dy="0.35em">
                {label}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

/** Of small type, in pixels, rather too wide than too narrow: Chinese characters are square. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? 12 : 7.5), 0);

type CourseProps = {
  readonly values: readonly number[];
  /** The place of the first: ranges begin at the second reading. */
  readonly first: number;
  readonly panel: Panel;
  readonly frame: Frame;
};

function Course({ values, first, panel, frame }: CourseProps) {
  const width = frame.right - frame.left;
  const points = placesToDraw(values, width * pointsPerPixel).map(
    (place) => [xOf(frame, place + first), yOf(panel, values[place] ?? 0)] as const,
  );
  const hasDots = values.length * pixelsPerDot <= width;
  return (
    <>
      <path class="plot__course" d={linePath(points)} />
      {hasDots && (
        <path class="plot__dots" d={points.map(([x, y]) => dotPath(x, y, 2.5)).join('')} />
      )}
    </>
  );
}

function Markers({ model: { marked, values }, frame, tone }: InFrame & { readonly tone: Tone }) {
  const places = [...marked].filter(([, mark]) => mark.tone === tone);
  if (places.length === 0) return null;
  const isDense = frame.count * 10 > frame.right - frame.left;
  const size = isDense ? 3.5 : 6;
  // One spot holds one marker: more of them would only blacken it.
  const spotSize = isDense ? 2 * size : 1;
  const shapes = new Map<string, string>();
  for (const [place, { side }] of places) {
    const [x, y] = [xOf(frame, place), yOf(frame.values, values[place] ?? 0)];
    const spot = `${side} ${Math.round(x / spotSize)} ${Math.round(y / spotSize)}`;
    if (!shapes.has(spot)) shapes.set(spot, markerPath(side, x, y, size));
  }
  return <path class={`plot__mark plot__mark--${tone}`} d={[...shapes.values()].join('')} />;
}

/** Days below the drawing, as many as have room. */
function Days({ model: { readings }, frame }: InFrame) {
  const moment = useMomentText();
  const most = Math.max(1, Math.floor((frame.right - frame.left) / 130));
  const count = Math.min(readings.length, most + 1);
  const places = Array.from({ length: count }, (_, tick) =>
    count === 1 ? 0 : Math.round((tick * (readings.length - 1)) / (count - 1)),
  );
  return (
    <>
      {places.map((place, tick) => (
        <text
          key={place}
          class="plot__number"
          x={tick === 0 ? frame.left : tick === count - 1 ? frame.right : xOf(frame, place)}
          y={frame.height - 6}
          text-anchor={tick === 0 ? 'start' : tick === count - 1 ? 'end' : 'middle'}
        >
          {moment((readings[place]?.at ?? '').slice(0, 10))}
        </text>
      ))}
    </>
  );
}
