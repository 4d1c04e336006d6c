/** How an entry of a list reads in a sentence: its list, its field, its value. */
import {
  type CollectionName,
  collections,
  type FieldKind,
  type ItemField,
} from '../../shared/domain/collections.ts';
import type { Someone } from '../../shared/domain/improvement.ts';
import type { TextKey } from '../i18n/translate.ts';
import { useEnvironment, useWords } from './environment.ts';
import { nameOf } from './improvement-words.ts';
import { useReadable } from './use-readable.ts';

export type ItemWords = {
  readonly fieldName: (field: string) => string;
  /** `field` of an entry of `collection`; a value that this version does not know reads as it is. */
  readonly value: (collection: CollectionName, field: string, value: string | number) => string;
  readonly ofKind: (kind: FieldKind | undefined, value: string | number) => string;
  /** "Tasks, “Print the signs”: due". */
  readonly itemName: (place: {
    readonly collection: CollectionName;
    readonly title: string;
    readonly field: string;
  }) => string;
};

export function useItemWords(): ItemWords {
  const { services } = useEnvironment();
  const { t, format } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  // A newer program may tell of a field that has no words here.
  const fieldName = (field: string) => t(`item.${field as Exclude<ItemField, 'order'>}`);

  const choice = (value: string) => {
    const isLevel = value === 'high' || value === 'medium' || value === 'low';
    return t((isLevel ? `level.${value}` : `choice.${value}`) as TextKey);
  };

  const ofKind = (kind: FieldKind | undefined, value: string | number): string => {
    if (value === '') return t('level.none');
    switch (kind?.type) {
      case 'oneOf':
        return kind.values.includes(String(value)) ? choice(String(value)) : String(value);
      case 'day':
        return format.date(Date.parse(`${value}T00:00`));
      case 'moment':
        return format.dateTime(Number(value));
      case 'someone':
        return nameOf(people, me, value as Someone, t);
      default:
        return String(value);
    }
  };

  return {
    fieldName,
    itemName: ({ collection, title, field }) =>
      t('drafts.itemName', { list: t(`field.${collection}`), title, field: fieldName(field) }),
    ofKind,
    value: (collection, field, value) => {
      if (value !== '' && field === 'removed') return t('choice.yes');
      const kinds = collections[collection] as Readonly<Record<string, FieldKind | undefined>>;
      return ofKind(kinds[field], value);
    },
  };
}
