/** How a record is closed: by what its figures say, with what came unexpected, what it cost, what it brought. */
import type { RecordCollection } from '../domain/collections.ts';
import type { Verdict } from '../domain/verdicts.ts';
import type { CommandRequest } from '../process/commands.ts';
import { happens, pickSome, pickWeighed, type Random, say } from './chance.ts';
import { dayMs } from './demo-times.ts';
import { roundTo } from './draw-course.ts';
import { verdictAt } from './plan-measures.ts';
import { pick } from './seeded-random.ts';
import type { Story } from './tell-record.ts';

type Closing = Extract<CommandRequest, { readonly type: 'confirmVerdict' }>;

/** Where nobody measured: as those who were there saw it. */
const verdictOdds: { readonly [V in Verdict]: number } = {
  achieved: 55,
  partlyAchieved: 27,
  notAchieved: 11,
  worse: 2,
  notMeasurable: 5,
};

/** `random`: of what is told here alone. */
export function closingOf(story: Story, random: Random, endedMs: number): Closing {
  const { words, life } = story;
  const found = figuresOf(story, endedMs) ?? ownCount(story, random);
  const { verdict } = found;
  const begunMs = life.at('decided');
  const reviewedMs = life.at('reviewed') ?? endedMs;
  const unexpected = unexpectedIn(story, random, verdict);
  return {
    type: 'confirmVerdict',
    ...found,
    reason: say(random, words.outcome.reasons[verdict]),
    ...(unexpected.length > 0 && { unexpected }),
    ...amountsOf(story, random, verdict),
    ...(begunMs !== undefined && { actualDays: Math.round((reviewedMs - begunMs) / dayMs) }),
  };
}

type Found = Pick<Closing, 'verdict' | 'proposed' | 'was' | 'came'>;

function figuresOf({ measuring, life }: Story, endedMs: number): Found | undefined {
  const begunMs = life.at('begun');
  if (measuring === undefined || begunMs === undefined) return undefined;
  const proposed = verdictAt(measuring.promise, begunMs, endedMs - dayMs);
  const { verdict } = proposed;
  if (proposed.type === 'notMeasurable') return { verdict, proposed: verdict };
  const { limits, came } = proposed.figures;
  return { verdict, proposed: verdict, was: limits.centre, came };
}

/** From before there was a library of measures, or without one: what the figures came to by hand. */
function ownCount({ script }: Story, random: Random): Found {
  const verdict = pickWeighed<Verdict>(random, verdictOdds);
  const target = script
    .steps()
    .flatMap((step) =>
      step.type === 'decide' && step.said.type === 'freezeTarget' ? [step.said] : [],
    )
    .at(-1);
  if (target === undefined || target.baseline === null || verdict === 'notMeasurable') {
    return { verdict };
  }
  const gap = target.baseline - target.target;
  const share = {
    achieved: 1 + random() * 0.3,
    partlyAchieved: 0.4 + random() * 0.5,
    notAchieved: random() * 0.15,
    worse: -0.2 - random() * 0.2,
  }[verdict];
  const came = Math.max(0, roundTo(target.baseline - gap * share, 1));
  return { verdict, was: target.baseline, came };
}

/** By verdict: how many of those closed had something good and something bad that nobody had planned. */
const oddsOfUnexpected: { readonly [V in Verdict]: readonly [good: number, bad: number] } = {
  achieved: [0.35, 0.08],
  partlyAchieved: [0.25, 0.2],
  notAchieved: [0.15, 0.35],
  worse: [0.05, 1],
  notMeasurable: [0.2, 0.3],
};

function unexpectedIn({ words }: Story, random: Random, verdict: Verdict) {
  const [good, bad] = oddsOfUnexpected[verdict];
  const { unexpected } = words.outcome;
  return [
    ...pickSome(random, unexpected.good, happens(random, good) ? 1 : 0).map((text) => ({
      text,
      magnitude: pick(random, [1, 1, 2, 3] as const),
    })),
    ...pickSome(random, unexpected.bad, happens(random, bad) ? 1 : 0).map((text) => ({
      text,
      magnitude: pick(random, verdict === 'worse' ? ([-2, -3] as const) : ([-1, -1, -2] as const)),
    })),
  ];
}

/** Of what was expected to come back. */
const shareThatCame: { readonly [V in Verdict]: number } = {
  achieved: 0.95,
  partlyAchieved: 0.5,
  notAchieved: 0.1,
  worse: 0,
  notMeasurable: 0.4,
};

/** Over the horizon that cases are usually counted over. */
const months = 36;

function amountsOf(
  story: Story,
  random: Random,
  verdict: Verdict,
): Pick<Closing, 'actualCost' | 'actualBenefit'> {
  const figures = changesIn(story, 'figures');
  if (figures.length === 0) return {};
  const sumOf = (kind: 'cost' | 'benefit') =>
    figures
      .filter((figure) => figure.kind === kind)
      .reduce(
        (sum, { likely, timing }) => sum + Number(likely) * (timing === 'once' ? 1 : months),
        0,
      );
  const about = (amount: number) => Math.round((amount * (0.8 + random() * 0.5)) / 10) * 10;
  return {
    actualCost: about(sumOf('cost')),
    actualBenefit: about(sumOf('benefit') * shareThatCame[verdict]),
  };
}

/** What was written of the entries of a list. */
const changesIn = ({ script }: Story, collection: RecordCollection) =>
  script
    .steps()
    .flatMap((step) =>
      step.type === 'change' &&
      step.change.type === 'setItem' &&
      step.change.collection === collection
        ? [step.change.change as Readonly<Record<string, unknown>>]
        : [],
    );
