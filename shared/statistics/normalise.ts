/** How much of the way from a threshold to a target was gone: R = (K − M) ÷ (T − M), held within 0 and 1. */
import { err, ok, type Result } from '../result.ts';

export type Normalised = {
  /** 0 to 1. */
  readonly value: number;
  /** Green: the target is reached; red: nothing of the way; yellow: between. */
  readonly light: 'green' | 'yellow' | 'red';
};

export type NormaliseRefusal = { readonly code: 'targetIsThreshold' | 'notANumber' };

/** Works for targets below the threshold too. */
export function normaliseResult(
  actual: number,
  target: number,
  threshold: number,
): Result<Normalised, NormaliseRefusal> {
  if (![actual, target, threshold].every(Number.isFinite)) return err({ code: 'notANumber' });
  if (target === threshold) return err({ code: 'targetIsThreshold' });
  const value = Math.max(0, Math.min(1, (actual - threshold) / (target - threshold)));
  return ok({ value, light: value === 1 ? 'green' : value === 0 ? 'red' : 'yellow' });
}
