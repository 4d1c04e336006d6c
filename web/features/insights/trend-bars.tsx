/** A few values as bars, the last one stronger; says nothing to those who hear the page, who have the table. */
import './trend-bars.css';

const [width, height, gap] = [88, 28, 3];
/** Of a value that is not defined: a line on the ground. */
const least = 2;

/** Oldest first; undefined = not defined then. */
export function TrendBars({ values }: { readonly values: readonly (number | undefined)[] }) {
  const known = values.filter((value) => value !== undefined);
  const most = Math.max(0, ...known);
  const low = Math.min(0, ...known);
  const span = most - low || 1;
  const step = width / values.length;
  const zero = (most / span) * height;
  return (
    <svg
      class="trend-bars"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      focusable="false"
    >
      {values.map((value, at) => {
        const tall = Math.max(least, (Math.abs(value ?? 0) / span) * height);
        const top = value !== undefined && value < 0 ? zero : zero - tall;
        const isLast = at === values.length - 1;
        return (
          <rect
            key={at}
            class={`trend-bars__bar ${isLast ? 'trend-bars__bar--last' : ''} ${value === undefined ? 'trend-bars__bar--none' : ''}`}
            x={at * step}
            y={Math.max(0, Math.min(height - least, top))}
            width={step - gap}
            height={tall}
          />
        );
      })}
    </svg>
  );
}
