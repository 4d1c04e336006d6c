/** Several assessors score a record; now and then they are far apart, and the board has to rule. */
import { type Level, levels } from '../domain/improvement.ts';
import { builtInCriteria } from '../process/scoring-model.ts';
import { between, happens, type Random, say } from './chance.ts';
import type { Story } from './tell-record.ts';

const shareOfContested = 0.16;

export function tellScores(story: Story, atMs: number): void {
  const { script, cast, random } = story;
  const truth = trueScores(story);
  const isContested = happens(random, shareOfContested);
  const assessors = cast.assessors.slice(0, between(random, isContested ? 3 : 1, 4));
  // Either everybody is a little kinder than the truth or a little stricter: together they don't look torn.
  const lean = happens(random, 0.5) ? 1 : -1;
  for (const [place, assessor] of assessors.entries()) {
    script.turnTo(assessor, atMs + place * 5 * 60 * 60 * 1000);
    const isApart = isContested && place === 0;
    for (const [name, value] of truth) {
      if (happens(random, 0.04)) continue;
      const noisy = value + (happens(random, 0.35) ? lean : 0);
      const given = isApart && (name === 'benefit' || name === 'urgency') ? 6 - value : noisy;
      script.score(builtInCriteria[name], Math.max(1, Math.min(5, given)));
    }
  }
  if (isContested && happens(random, 0.6)) tellDispute(story, atMs);
}

/** Only what goes on is ruled on; the rest still waits for the board. */
function tellDispute({ script, cast, words, random, life }: Story, atMs: number): void {
  const [assessor] = cast.assessors;
  const [approver] = cast.approvers;
  if (assessor === undefined || approver === undefined) return;
  script.turnTo(assessor, atMs + 2 * 24 * 60 * 60 * 1000);
  script.decide({ type: 'escalate', reason: say(random, words.escalated) });
  if (life.reached === 'scored') return;
  script.turnTo(approver, life.at('argued') ?? atMs);
  script.decide({ type: 'ruleEscalation', ruling: 'returned', reason: say(random, words.ruled) });
}

type CriterionName = keyof typeof builtInCriteria;

/** What the record's own levels say, one to five. */
function trueScores({ subject, random }: Story): readonly (readonly [CriterionName, number])[] {
  const { value, urgency, cost, effort } = subject;
  return [
    ['benefit', scoreOf(random, value)],
    ['urgency', scoreOf(random, urgency)],
    ['riskReduction', between(random, 1, 5)],
    ['reach', between(random, 1, 5)],
    ['cost', scoreOf(random, cost)],
    ['effort', scoreOf(random, effort)],
  ];
}

function scoreOf(random: Random, level: Level): number {
  const most = 5 - 2 * levels.indexOf(level);
  return Math.max(1, most - (happens(random, 0.5) ? 1 : 0));
}
