/** What a typed reading is held against, on this device and now. */
import type { ReadingContext } from '../../../shared/process/read-reading.ts';
import type { DayOrder } from '../../../shared/process/read-moment.ts';
import type { MeasureState } from '../../services/measures.ts';
import { localMinute } from '../local-day.ts';
import { regionOf } from './region.ts';

/** `besides`: a reading that is being corrected, whose moment is free. */
export function readingContextOf(
  { values, scale, readings }: MeasureState,
  nowMs: number,
  besides?: string,
): ReadingContext & { readonly order: DayOrder } {
  const others = readings.filter(({ id }) => id !== besides);
  return {
    kind: values.kind,
    unit: values.unit,
    scale,
    now: localMinute(nowMs),
    taken: new Set(others.map(({ at }) => at)),
    ...regionOf(navigator.language),
  };
}
