/** Shapes of points, so that a chart reads without its colours. */
import type { Side } from '../../../shared/statistics/rules.ts';

/** Up and down for a side, a diamond for a pattern of neither. */
export function markerPath(side: Side, x: number, y: number, size: number): string {
  const [left, right, top, bottom] = [x - size, x + size, y - size, y + size].map(rounded);
  const [middle, centre] = [rounded(x), rounded(y)];
  switch (side) {
    case 'high':
      return `M${middle} ${top}L${right} ${bottom}H${left}Z`;
    case 'low':
      return `M${middle} ${bottom}L${right} ${top}H${left}Z`;
    case 'both':
      return `M${middle} ${top}L${right} ${centre}L${middle} ${bottom}L${left} ${centre}Z`;
  }
}

export function dotPath(x: number, y: number, size: number): string {
  return `M${rounded(x - size)} ${rounded(y)}a${size} ${size} 0 1 0 ${2 * size} 0a${size} ${size} 0 1 0 ${-2 * size} 0Z`;
}

export const linePath = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], place) => `${place === 0 ? 'M' : 'L'}${rounded(x)} ${rounded(y)}`).join('');

/** A tenth of a pixel is more than an eye sees. */
const rounded = (value: number): number => Math.round(value * 10) / 10;
