/** What the demo's organisation has agreed on: direction, practice, catalogue, who approves what is dear. */
import { type ItemToWrite, orderBetween } from '../document/collections.ts';
import type { ItemChange, WorkspaceCollection } from '../domain/collections.ts';
import type { WorkspaceField, WorkspaceText, WorkspaceValues } from '../domain/workspace.ts';
import { type PulseValue, pulseRound } from '../process/pulse.ts';
import { drawId, happens, type Random } from './chance.ts';
import { dayMs, dayOf } from './demo-times.ts';
import type { DemoPerson, SettingsStep } from './demo-step.ts';
import type { DemoWords } from './demo-words.ts';
import { withRole } from './record-cast.ts';
import { createRandom, pick } from './seeded-random.ts';

export function tellSettings(
  random: Random,
  words: DemoWords,
  people: readonly DemoPerson[],
  { fromMs, nowMs }: { readonly fromMs: number; readonly nowMs: number },
): readonly SettingsStep[] {
  const [by] = withRole(people, 'coordinator');
  if (by === undefined) throw new Error('The cast lacks a coordinator.');
  const steps: SettingsStep[] = [];
  const orders = new Map<WorkspaceCollection, string>();
  const at = () => ({ by, atMs: fromMs + steps.length * 1_000 });
  const write = (field: WorkspaceText, text: string) =>
    steps.push({ type: 'write', field, text, ...at() });
  const set = <F extends WorkspaceField>(field: F, value: WorkspaceValues[F]) =>
    steps.push({ type: 'change', change: { type: 'setField', field, value }, ...at() });
  const append = <C extends WorkspaceCollection>(collection: C, values: ItemChange<C>): string => {
    const item = drawId<string>(random, fromMs);
    const order = orderBetween(orders.get(collection) ?? '', '');
    orders.set(collection, order);
    const entry = { collection, item, change: { ...values, order } } as ItemToWrite;
    steps.push({ type: 'change', change: { type: 'setItem', ...entry }, ...at() });
    return item;
  };

  write('vision', words.vision);
  write('guidelines', words.guidelines);
  set('reviewEveryWeeks', 4);
  set('reviewedOn', dayOf(nowMs - 17 * dayMs));
  for (const title of words.principles) append('principles', { title });
  for (const [place, title] of words.adoption.entries()) {
    append('adoption', {
      title,
      ...(place < 2 && { doneOn: dayOf(fromMs + (90 + place * 60) * dayMs), by: by.id }),
    });
  }
  const startsOn = dayOf(nowMs - 200 * dayMs);
  const endsOn = dayOf(nowMs + 165 * dayMs);
  for (const objective of words.objectives) {
    append('objectives', {
      ...objective,
      owner: pick(random, [by, ...people]).id,
      startsOn,
      endsOn,
    });
  }
  const doers = withRole(people, 'contributor');
  for (const { item, supplier, team } of words.themes) {
    const productOwner = pick(random, [by, ...doers]).id;
    append('catalogue', { title: item, kind: 'service', productOwner });
    append('catalogue', { title: supplier, kind: 'supplier' });
    append('catalogue', { title: team, kind: 'team' });
  }
  append('columns', { column: 'inProgress', limit: 130 });
  for (const { id } of withRole(people, 'approver')) {
    append('approvalRules', { size: 'high', person: id, needed: 2 });
  }
  set('pulseEveryMonths', monthsOfRound);
  return [...steps, ...tellPulses(people, nowMs)];
}

const monthsOfRound = 3;
const roundMs = 91 * dayMs;
const rounds = 6;

/** How satisfied everybody is, round by round: a little more each time. Of the last round some still have to say so. */
function tellPulses(people: readonly DemoPerson[], nowMs: number): readonly SettingsStep[] {
  const random = createRandom(Math.floor(nowMs / dayMs));
  const steps: SettingsStep[] = [];
  for (let ago = rounds - 1; ago >= 0; ago--) {
    const beginMs = nowMs - ago * roundMs - dayMs;
    const round = pulseRound(monthsOfRound, dayOf(beginMs));
    if (round === undefined) continue;
    for (const [place, by] of people.entries()) {
      if (!happens(random, ago === 0 ? 0.6 : 0.85)) continue;
      const value = pick(random, ago > rounds / 2 ? [2, 3, 3, 4] : [3, 4, 4, 5]) as PulseValue;
      const atMs = beginMs + place * 60_000;
      steps.push({ type: 'change', change: { type: 'pulse', round, value }, by, atMs });
    }
  }
  return steps;
}
