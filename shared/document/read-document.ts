/** Reads a record's Y.Doc into what it means. Total: nonsense in a document is passed over, never thrown. */
import type { FieldValue, RegisterField, SetField } from '../domain/improvement.ts';
import { registerFields } from '../domain/record-fields.ts';
import type { ActorId, DeviceId } from '../domain/ids.ts';
import type { Hlc } from '../domain/hlc.ts';
import { isFieldValue } from './field-values.ts';
import type { ReadableDocument } from './readable-document.ts';
import { type ReadableMap, readRegister, readRegisters, type RegisterEntry } from './registers.ts';
import { roots, setRoot } from './schema.ts';

export type StandingValue<F extends RegisterField = RegisterField> = {
  readonly value: FieldValue[F];
  readonly hlc: Hlc;
  readonly by: ActorId;
  readonly device: DeviceId;
};

/** The value that counts, and every value that stands beside it. */
export type ReadField<F extends RegisterField = RegisterField> = {
  readonly value: FieldValue[F];
  /** Empty: never set. One: agreed. More: set while apart; the first one counts until a person chooses. */
  readonly standing: readonly StandingValue<F>[];
};

const defaults: FieldValue = {
  title: '',
  urgency: '',
  cost: '',
  owner: '',
  stage: 'idea',
  visibility: 'workspace',
  visibleTeam: '',
  value: '',
  effort: '',
  timescale: '',
  dueOn: '',
  route: '',
  source: '',
  requesterName: '',
  sponsor: '',
  team: '',
  site: '',
  supplier: '',
  waitingForRequester: '',
  changesUse: '',
  affectsConsumers: '',
  currency: '',
  fundingAsked: '',
  peopleAsked: '',
  budgetHolder: '',
  fundingGranted: '',
  fundedOn: '',
  fundingSource: '',
  blocked: '',
  routine: '',
  kataAchieveBy: '',
};

export const readField = <F extends RegisterField>(doc: ReadableDocument, field: F): ReadField<F> =>
  toField(field, readRegister(doc.getMap(roots.registers), field));

export type ReadFields = { readonly [F in RegisterField]: ReadField<F> };

/** Every field, in one pass over the document. */
export function readFields(doc: ReadableDocument): ReadFields {
  const registers = readRegisters(doc.getMap(roots.registers));
  const fields = registerFields.map((field) => [field, toField(field, registers.get(field) ?? [])]);
  return Object.fromEntries(fields) as ReadFields;
}

function toField<F extends RegisterField>(
  field: F,
  entries: readonly RegisterEntry[],
): ReadField<F> {
  const standing = entries.filter(({ value }) =>
    isFieldValue(field, value),
  ) as readonly StandingValue<F>[];
  return { value: standing[0]?.value ?? defaults[field], standing };
}

export const isRegisterField = (name: string): name is RegisterField =>
  (registerFields as readonly string[]).includes(name);

/** Entries that are on, in alphabetical order by code unit, so that every replica lists them alike. */
export function readSet(doc: ReadableDocument, field: SetField): readonly string[] {
  return entriesThatAreOn(doc.getMap(setRoot(field)));
}

/** Who supports the improvement: actors and persons, one entry each; a reader counts persons. */
export function readSupporters(doc: ReadableDocument): readonly ActorId[] {
  return entriesThatAreOn(doc.getMap(roots.votes)) as readonly ActorId[];
}

export function readCreation(doc: ReadableDocument): {
  readonly at: number;
  readonly by: ActorId | '';
} {
  const scalars = doc.getMap(roots.scalars);
  const at = scalars.get('createdAt');
  const by = scalars.get('createdBy');
  return {
    at: typeof at === 'number' && Number.isFinite(at) ? at : 0,
    by: typeof by === 'string' ? (by as ActorId) : '',
  };
}

function entriesThatAreOn(map: ReadableMap): readonly string[] {
  const on: string[] = [];
  map.forEach((stored, entry) => {
    if ((stored as { on?: unknown } | null)?.on === true) on.push(entry);
  });
  return on.sort();
}
