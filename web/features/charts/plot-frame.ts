/** Where the parts of a chart stand on the drawing, in pixels. */
import { type Extent, extentOf } from './scale.ts';
import type { ChartModel } from './chart-model.ts';

export type Panel = {
  readonly top: number;
  readonly height: number;
  readonly extent: Extent;
};

export type Frame = {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  /** Names stand beside the drawing. */
  readonly isWide: boolean;
  readonly values: Panel;
  /** Of the moving ranges; a run chart has none. */
  readonly ranges: Panel | undefined;
  readonly count: number;
};

const left = 44;
/** With room for the names of lines beside the drawing; where it is narrow they stand in it. */
const right = { wide: 132, narrow: 12 };
/** For the numbers of the interventions. */
const topRoom = 24;
const axisRoom = 24;
const between = 28;

export function frameOf(model: ChartModel, width: number): Frame {
  const isWide = width >= 560;
  const valuesHeight = isWide ? 260 : 210;
  const rangesHeight = isWide ? 76 : 60;
  const hasRanges = model.kind === 'xmr' && model.ranges.length > 0;
  const lines = model.lines.map(({ value }) => value);
  const rangesTop = topRoom + valuesHeight + between;
  return {
    width,
    height: topRoom + valuesHeight + axisRoom + (hasRanges ? between + rangesHeight : 0),
    left,
    right: width - (isWide ? right.wide : right.narrow),
    isWide,
    values: {
      top: topRoom,
      height: valuesHeight,
      extent: extentOf([...model.values, ...lines]),
    },
    ranges: hasRanges
      ? {
          top: rangesTop,
          height: rangesHeight,
          extent: {
            low: 0,
            high: extentOf([0, ...model.ranges, ...model.rangeLines.map(({ value }) => value)])
              .high,
          },
        }
      : undefined,
    count: model.values.length,
  };
}

/** Readings stand at even distances, as they were taken; half of one is free at both ends. */
export const xOf = ({ left, right, count }: Frame, place: number): number =>
  left + ((place + 0.5) * (right - left)) / Math.max(1, count);

export const placeAt = ({ left, right, count }: Frame, x: number): number =>
  Math.max(0, Math.min(count - 1, Math.floor(((x - left) * count) / (right - left))));

export const yOf = ({ top, height, extent: { low, high } }: Panel, value: number): number =>
  top + height - ((value - low) * height) / (high - low);

/** Places for words beside `ys`, in the same order, moved down where two would run into each other. */
export function spread(ys: readonly number[], gap: number): readonly number[] {
  const placed = [...ys];
  const order = ys.map((_, at) => at).toSorted((a, b) => (ys[a] ?? 0) - (ys[b] ?? 0));
  let least = -Infinity;
  for (const at of order) {
    const y = Math.max(ys[at] ?? 0, least);
    placed[at] = y;
    least = y + gap;
  }
  return placed;
}
