/** Who does a task says how far it is; what has to be done is for whoever edits the record. */
import type { ItemField } from '../domain/collections.ts';
import type { Verb } from './permissions.ts';

/** `undefined`: a field of a newer version. */
export const verbOfTask = (field: ItemField<'tasks'> | undefined): Verb =>
  field !== undefined && takingFields.has(field) ? 'takeTask' : 'editRecord';

const takingFields: ReadonlySet<ItemField<'tasks'>> = new Set<ItemField<'tasks'>>([
  'owner',
  'state',
  'blocked',
  'spent',
  'startedOn',
  'doneOn',
  'note',
  'order',
]);
