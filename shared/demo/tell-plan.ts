/** The work on a record: tasks, milestones and risks, how they go, and what is left of them at the end. */
import { between, fill, happens, pickSome, say } from './chance.ts';
import { dayMs, dayOf } from './demo-times.ts';
import { pick } from './seeded-random.ts';
import { taskMovedTo, type TaskState } from '../process/task-states.ts';
import type { Story } from './tell-record.ts';

export function tellPlan(
  { script, cast, random, words, subject, life }: Story,
  atMs: number,
): void {
  const { theme } = subject;
  script.turnTo(cast.owner, atMs);
  script.set('stage', 'planned');
  script.set('dueOn', dayOf(atMs + between(random, 40, 220) * dayMs));
  const tasks = pickSome(random, theme.tasks, between(random, 2, theme.tasks.length));
  for (const [place, title] of tasks.entries()) {
    script.append('tasks', {
      title: fill(random, title),
      owner: pick(random, [cast.owner, ...cast.others]).id,
      dueOn: dayOf(atMs + (14 + place * between(random, 8, 24)) * dayMs),
      state: 'todo',
      estimate: between(random, 1, 20),
    });
  }
  for (const [place, title] of words.milestones.entries()) {
    if (subject.effort === 'low' && place > 0) break;
    script.append('milestones', { title, dueOn: dayOf(atMs + (30 + place * 45) * dayMs) });
  }
  if (happens(random, 0.6)) {
    script.append('risks', {
      title: pick(random, theme.risks),
      likelihood: pick(random, ['low', 'medium', 'high']),
      impact: pick(random, ['low', 'medium', 'high']),
      owner: cast.owner.id,
    });
  }
  if (subject.effort === 'high') {
    script.append('references', {
      kind: pick(random, ['change', 'project', 'problem']),
      key: `CHG-${between(random, 1_000, 9_999)}`,
    });
    script.append('involved', { name: theme.supplier, kind: 'supplier' });
  }
  if (life.stage === 'planned' && happens(random, 0.1)) {
    script.set('blocked', say(random, words.blocked));
  }
}

export function tellAdvance(story: Story, atMs: number): void {
  const { script, cast, random, words, life } = story;
  script.turnTo(cast.owner, atMs);
  const tasks = script.entries('tasks');
  const done = Math.max(1, Math.floor(tasks.length * (0.2 + random() * 0.6)));
  for (const [place, task] of tasks.entries()) {
    if (place <= done) moveTask(story, task, place < done ? 'done' : 'doing', atMs);
  }
  const last = tasks.at(-1);
  if (life.stage === 'inProgress' && last !== undefined && happens(random, 0.2)) {
    script.change('tasks', last, { blocked: say(random, words.blocked) });
  }
  script.comment(say(random, words.progress));
}

export function tellReview(story: Story, atMs: number): void {
  const { script, cast, random, words } = story;
  script.turnTo(cast.owner, atMs);
  for (const task of script.entries('tasks')) moveTask(story, task, 'done', atMs);
  script.set('stage', 'reviewing');
  if (happens(random, 0.5)) script.comment(say(random, words.progress));
}

const moveTask = ({ script }: Story, task: string, state: TaskState, atMs: number): void =>
  script.change('tasks', task, taskMovedTo(state, { startedOn: '' }, dayOf(atMs)));
