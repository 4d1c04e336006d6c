/** What changes in a task with its state: when it was begun and when it was done follow by themselves. */
import type { ItemChange, ItemValues } from '../domain/collections.ts';

export const taskStates = ['todo', 'doing', 'done'] as const;
export type TaskState = (typeof taskStates)[number];

/** '' stands for a task that nobody has begun. */
export const taskStateOf = ({ state }: Pick<ItemValues<'tasks'>, 'state'>): TaskState =>
  state === '' ? 'todo' : state;

/** `today`: a day as in day.ts. */
export function taskMovedTo(
  state: TaskState,
  { startedOn }: Pick<ItemValues<'tasks'>, 'startedOn'>,
  today: string,
): ItemChange<'tasks'> {
  switch (state) {
    case 'todo':
      return { state, startedOn: '', doneOn: '' };
    case 'doing':
      return { state, startedOn: startedOn === '' ? today : startedOn, doneOn: '' };
    case 'done':
      return { state, startedOn, doneOn: today };
  }
}
