/** What a record served, and what it came to beside its measure: criteria, and risks that came true. */
import { happens } from './chance.ts';
import { dayOf } from './demo-times.ts';
import { pick } from './seeded-random.ts';
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
