/** OODA loops: which turn is going on, at which phase it is, and how long turns take. */
import type { Item } from '../document/collections.ts';
import type { ItemValues } from '../domain/collections.ts';

export const loopPhases = ['observe', 'orient', 'decide', 'act'] as const;
export type LoopPhase = (typeof loopPhases)[number];

type Turn = Pick<ItemValues<'loops'>, 'startedAt' | 'endedAt'>;

/** The one going on: of several that were started apart, the latest. */
export function runningLoop(loops: readonly Item<'loops'>[]): Item<'loops'> | undefined {
  const running = loops.filter(({ values }) => values.startedAt !== '' && values.endedAt === '');
  return running.reduce<Item<'loops'> | undefined>(
    (latest, loop) => (latest === undefined || startOf(loop) >= startOf(latest) ? loop : latest),
    undefined,
  );
}

/** The first that nothing is written for; at the end it stays at acting. */
export const phaseAtHand = (loop: ItemValues<'loops'>): LoopPhase =>
  loopPhases.find((phase) => loop[phase].trim() === '') ?? 'act';

/** How long a turn took; undefined while it goes on, and where a clock was set back in it. */
export function cycleMs({ startedAt, endedAt }: Turn): number | undefined {
  if (startedAt === '' || endedAt === '' || endedAt < startedAt) return undefined;
  return endedAt - startedAt;
}

/** Of the turns that have ended; undefined = none has. */
export function medianCycleMs(turns: readonly Turn[]): number | undefined {
  const times = turns.flatMap((turn) => cycleMs(turn) ?? []).sort((a, b) => a - b);
  const [low, high] = [times[Math.ceil(times.length / 2) - 1], times[times.length >> 1]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

const startOf = ({ values }: Item<'loops'>): number =>
  values.startedAt === '' ? -1 : values.startedAt;
