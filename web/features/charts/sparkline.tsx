/** The course of some values, small enough for a line of a list; says nothing to those who hear the page. */
import { dotPath, linePath } from './markers.ts';
import { extentOf } from './scale.ts';
import './sparkline.css';

const [width, height, edge] = [96, 28, 3];

/** Oldest first. Nothing is drawn of fewer than two. */
export function Sparkline({ values }: { readonly values: readonly number[] }) {
  if (values.length < 2) return null;
  const { low, high } = extentOf(values);
  const points = values.map(
    (value, place) =>
      [
        edge + (place * (width - 2 * edge)) / (values.length - 1),
        height - ((value - low) * height) / (high - low),
      ] as const,
  );
  const [x, y] = points.at(-1) ?? [0, 0];
  return (
    <svg
      class="sparkline"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      focusable="false"
    >
      <path class="sparkline__course" d={linePath(points)} />
      <path class="sparkline__last" d={dotPath(x, y, 2.5)} />
    </svg>
  );
}
