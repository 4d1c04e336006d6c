/** What shows that the practice is lived: a checklist that every workspace begins with, and adds to. */
import type { SettingsItem } from '../domain/workspace.ts';

/** Under these ids a workspace says which step is done; they are UUIDs because the list's are. */
export const adoptionSteps = {
  sponsor: '00000000-0000-7000-8000-00000000a001',
  roles: '00000000-0000-7000-8000-00000000a002',
  cadence: '00000000-0000-7000-8000-00000000a003',
  channels: '00000000-0000-7000-8000-00000000a004',
  criteria: '00000000-0000-7000-8000-00000000a005',
  goals: '00000000-0000-7000-8000-00000000a006',
  leaders: '00000000-0000-7000-8000-00000000a007',
  learning: '00000000-0000-7000-8000-00000000a008',
} as const;
export type AdoptionStep = keyof typeof adoptionSteps;

export type AdoptionEntry = {
  readonly id: string;
  /** Absent: one of the workspace's own, which has a title. */
  readonly step?: AdoptionStep;
  readonly title: string;
  /** '' = not done. */
  readonly doneOn: string;
  readonly by: string;
};

/** Those that every workspace begins with, as far as they were not taken out; then its own, in their order. */
export function adoptionList(items: readonly SettingsItem<'adoption'>[]): readonly AdoptionEntry[] {
  const itemsById = new Map(items.map((item) => [item.id, item]));
  const steps = Object.entries(adoptionSteps) as readonly (readonly [AdoptionStep, string])[];
  const known = new Set<string>(steps.map(([, id]) => id));
  return [
    ...steps.flatMap(([step, id]) => {
      const item = itemsById.get(id);
      return item?.isRemoved === true ? [] : [{ ...entryOf(id, item), step }];
    }),
    ...items
      .filter(({ id, isRemoved, values }) => !known.has(id) && !isRemoved && values.title !== '')
      .map((item) => entryOf(item.id, item)),
  ];
}

const entryOf = (id: string, item: SettingsItem<'adoption'> | undefined): AdoptionEntry => ({
  id,
  title: item?.values.title ?? '',
  doneOn: item?.values.doneOn ?? '',
  by: item?.values.by ?? '',
});
