/** What a record served, and what it came to beside its measure: criteria, risks that came true, cost and benefit. */
import type { Verdict } from '../domain/verdicts.ts';
import type { CommandRequest } from '../process/commands.ts';
import { between, happens, say } from './chance.ts';
import { dayOf } from './demo-times.ts';
import { pick } from './seeded-random.ts';
import { sizes } from './tell-case.ts';
import { chanceOf } from './tell-outcome.ts';
import type { Story } from './tell-record.ts';

/** Most serve one of the workspace's objectives. */
export function tellObjective(story: Story): void {
  const random = chanceOf(story, 5);
  const [first, ...others] = story.objectives;
  if (first === undefined || !happens(random, 0.8)) return;
  story.script.add('objectives', pick(random, [first, ...others]));
}

export function tellChecked(story: Story, atMs: number): void {
  const { script } = story;
  const random = chanceOf(story, 6);
  for (const criterion of script.entries('successCriteria')) {
    script.change('successCriteria', criterion, { met: happens(random, 0.7) ? 'yes' : 'no' });
  }
  for (const risk of script.entries('risks')) {
    if (happens(random, 0.25)) script.change('risks', risk, { realisedOn: dayOf(atMs) });
  }
}

type Closing = Extract<CommandRequest, { readonly type: 'confirmVerdict' }>;

/** A benefit, in the unit in which the case was written; the worse the verdict, the less of it. */
const gains: { readonly [V in Verdict]: readonly [number, number] } = {
  achieved: [40, 120],
  partlyAchieved: [20, 60],
  notAchieved: [0, 14],
  worse: [0, 4],
  notMeasurable: [0, 20],
};

/** What nobody had planned, and money where the case spoke of it. */
export function resultOf(
  story: Story,
  verdict: Verdict,
): Pick<Closing, 'unexpected' | 'actualCost' | 'actualBenefit'> {
  const { script, subject } = story;
  const random = chanceOf(story, 7);
  const unit = sizes[subject.cost];
  const [least, most] = gains[verdict];
  const text = say(random, subject.theme.risks);
  return {
    ...(happens(random, verdict === 'worse' ? 0.9 : 0.15) && {
      unexpected: [{ text, magnitude: happens(random, 0.5) ? -1 : -3 }],
    }),
    ...(script.entries('figures').length > 0 && {
      actualCost: between(random, 6, 28) * unit,
      actualBenefit: between(random, least, most) * unit,
    }),
  };
}
