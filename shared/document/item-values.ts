/** What may stand in each field of an entry of a list. */
import {
  type CollectionName,
  collections,
  type FieldKind,
  type ItemField,
} from '../domain/collections.ts';
import { isDay } from '../domain/day.ts';
import { isUuid } from '../domain/ids.ts';
import { isWebAddress } from '../domain/web-address.ts';

/** True when `value` may stand there; admission refuses what fails it, reading passes it over. */
export function isItemValue<C extends CollectionName>(
  collection: C,
  field: ItemField<C>,
  value: unknown,
): boolean {
  if (value === '') return true;
  if (field === 'removed') return value === 'yes';
  if (field === 'order') return typeof value === 'string' && isOrder(value);
  const kind = kindOf(collection, field);
  return kind !== undefined && isOfKind(kind, value);
}

/** undefined when entries have no such field. */
const kindOf = (collection: CollectionName, field: string): FieldKind | undefined =>
  (collections[collection] as Readonly<Record<string, FieldKind>>)[field];

export const isItemField = (collection: CollectionName, field: string): field is ItemField =>
  field === 'order' || field === 'removed' || kindOf(collection, field) !== undefined;

const orderLength = 200;
const isOrder = (text: string): boolean =>
  text.length <= orderLength && /^[A-Za-z][0-9A-Za-z]+$/.test(text);

/** True when it is a value of the kind, and not "not set". */
export function isOfKind(kind: FieldKind, value: unknown): boolean {
  if (kind.type === 'number') {
    return typeof value === 'number' && value >= kind.from && value <= kind.to;
  }
  if (kind.type === 'moment') return Number.isInteger(value) && isMoment(value as number);
  return typeof value === 'string' && isTextOfKind(kind, value);
}

/** From 1970 to the year 9999. */
const isMoment = (ms: number): boolean => ms >= 0 && ms < 253_402_300_800_000;

type TextKind = Exclude<FieldKind, { readonly type: 'number' | 'moment' }>;

function isTextOfKind(kind: TextKind, text: string) {
  switch (kind.type) {
    case 'text':
      return text.length <= kind.atMost;
    case 'day':
      return isDay(text);
    case 'oneOf':
      return kind.values.includes(text);
    case 'someone':
    case 'id':
      return isUuid(text);
    case 'link':
      return isWebAddress(text);
  }
}
