/** Where a key leads in a list. */

type Situation = {
  readonly active: number;
  readonly total: number;
  /** Focus is on a row; otherwise the first step only enters the list. */
  readonly inList: boolean;
  readonly letterKeys: boolean;
};

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** The index of the row to go to; undefined when the key means something else. */
export function stepTo(pressed: Pressed, situation: Situation): number | undefined {
  const { active, total, inList, letterKeys } = situation;
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || total === 0) return undefined;
  const step = letterKeys ? letterSteps[pressed.key] : undefined;
  const arrow = inList ? arrowSteps[pressed.key] : undefined;
  const by = step ?? arrow;
  if (by === undefined) return undefined;
  return Math.max(0, Math.min(total - 1, inList ? active + by : active));
}

const letterSteps: Readonly<Record<string, number>> = { j: 1, k: -1 };
const arrowSteps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  Home: -Infinity,
  End: Infinity,
};
