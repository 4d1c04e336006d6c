/** How far a record has come by its age, and when it got there. */
import type { Stage } from '../domain/improvement.ts';
import { happens, pickWeighed, type Random } from './chance.ts';
import { atWork, dayMs } from './demo-times.ts';

/** The instants of a life, in their order. */
export const instants = [
  'captured',
  'answered',
  'assessed',
  'scored',
  'argued',
  'decided',
  'planned',
  'begun',
  'advanced',
  'reviewed',
  'ended',
] as const;
export type Instant = (typeof instants)[number];

/** Days from the instant before, as it usually is. */
const usualDays: { readonly [I in Instant]: number } = {
  captured: 0,
  answered: 4,
  assessed: 6,
  scored: 9,
  argued: 8,
  decided: 9,
  planned: 8,
  begun: 10,
  advanced: 24,
  reviewed: 30,
  ended: 35,
};

export type Life = {
  readonly stage: Stage;
  /** The last instant that was reached on the way to work; `hold`, `decline` … come after it. */
  readonly reached: Instant;
  /** Unix ms of every instant up to `reached`; undefined = never came. */
  readonly at: (instant: Instant) => number | undefined;
  /** Of what ended it, or stopped it, out of turn. */
  readonly turnedAt: number;
};

type Odds = { readonly [S in Stage]?: number };

/** By days of age: what becomes of a hundred records. */
const odds: readonly { readonly upToDays: number; readonly of: Odds }[] = [
  { upToDays: 14, of: { idea: 68, assessing: 24, declined: 3, duplicate: 4, withdrawn: 1 } },
  {
    upToDays: 60,
    of: {
      idea: 22,
      assessing: 38,
      approved: 9,
      planned: 5,
      inProgress: 3,
      declined: 12,
      duplicate: 6,
      onHold: 3,
      withdrawn: 2,
    },
  },
  {
    upToDays: 180,
    of: {
      idea: 4,
      assessing: 14,
      approved: 9,
      planned: 10,
      inProgress: 19,
      reviewing: 9,
      closed: 10,
      declined: 14,
      duplicate: 5,
      onHold: 4,
      withdrawn: 2,
    },
  },
  {
    upToDays: Number.POSITIVE_INFINITY,
    of: {
      idea: 0.5,
      assessing: 2,
      approved: 2,
      planned: 2,
      inProgress: 6,
      reviewing: 5,
      closed: 54,
      declined: 17,
      duplicate: 6,
      onHold: 2.5,
      withdrawn: 3,
    },
  },
];

const reachedBy: { readonly [S in Stage]: readonly [Instant, ...Instant[]] } = {
  idea: ['captured', 'answered'],
  assessing: ['assessed', 'scored', 'argued'],
  approved: ['decided'],
  planned: ['planned'],
  inProgress: ['begun', 'advanced'],
  reviewing: ['reviewed'],
  closed: ['ended'],
  onHold: ['scored', 'planned', 'begun'],
  declined: ['answered', 'answered', 'scored', 'argued'],
  duplicate: ['answered', 'assessed'],
  withdrawn: ['captured', 'answered', 'assessed'],
};

export function drawLife(random: Random, capturedMs: number, nowMs: number): Life {
  const ageMs = nowMs - capturedMs;
  const { of } = odds.find(({ upToDays }) => ageMs < upToDays * dayMs) ?? { of: { idea: 1 } };
  const stage = pickWeighed<Stage>(random, of);
  const ways = reachedBy[stage];
  const way = ways[Math.floor(random() * ways.length)] ?? ways[0];
  // Nobody answers within the hour.
  const reached = way === 'answered' && stage === 'idea' && ageMs < dayMs ? 'captured' : way;
  const count = instants.indexOf(reached) + 1;
  const gaps = instants.slice(0, count).map((instant) => usualDays[instant] * (0.3 + random()));
  // What turns it is a step of its own.
  gaps.push(stage === 'idea' ? 0 : 1 + random() * 5);
  const totalMs = gaps.reduce((sum, gap) => sum + gap, 0) * dayMs;
  const pace = paceOf(random, totalMs, ageMs - dayMs / 24);
  let atMs = capturedMs;
  const times = gaps.map((gap, i) => {
    const planned = Math.floor(atMs + gap * dayMs * pace);
    const seen = happens(random, 0.9) ? atWork(random, planned) : planned;
    if (i > 0) atMs = Math.max(atMs + 60_000, Math.min(seen, nowMs - (gaps.length - i) * 60_000));
    return atMs;
  });
  return {
    stage,
    reached,
    at: (instant) => times.slice(0, count)[instants.indexOf(instant)],
    turnedAt: times[count] ?? atMs,
  };
}

/** What must fit is made to; what has long stood still went a little slower, and then stood. */
function paceOf(random: Random, totalMs: number, availableMs: number): number {
  const most = availableMs / Math.max(1, totalMs);
  return most < 1 ? Math.max(0, most) : 1 + random() * (Math.min(most, 3) - 1);
}
