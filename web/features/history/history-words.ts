/** What a change says in a sentence: "Ana changed urgency from low to high". */
import { isDay } from '../../../shared/domain/day.ts';
import type { PersonId } from '../../../shared/domain/ids.ts';
import type { FieldValue, RegisterField } from '../../../shared/domain/improvement.ts';
import type { SettingField } from '../../../shared/document/setting-wishes.ts';
import { isRegisterField } from '../../../shared/document/read-document.ts';
import { isPulse } from '../../../shared/process/pulse.ts';
import { type HistoryChange, historyChange } from '../../../shared/protocol/history.ts';
import * as z from 'zod/mini';
import { useMomentText } from '../charts/value-text.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { useEntryText } from '../improvement/use-entry-text.ts';
import { useValueText } from '../improvement/use-value-text.ts';
import { isMe, nameOf } from '../improvement-words.ts';
import { useItemWords } from '../item-words.ts';
import type { HistorySubject, ValueChange } from './history-subject.ts';
import { useReadable } from '../use-readable.ts';
import { useSettingText } from '../setting-text.ts';

/** undefined: a newer server tells of something that this version does not know. */
export type KnownChange = HistoryChange | undefined;

export function knownChange(change: { readonly type: string }): KnownChange {
  const parsed = z.safeParse(historyChange, change);
  return parsed.success ? parsed.data : undefined;
}

export type ChangeWords = {
  readonly who: (people: readonly string[]) => string;
  readonly say: (change: KnownChange, who: string) => string;
  /** What stood before, as it reads. */
  readonly old: (change: ValueChange) => string;
};

/** `nameOfItem`: of an entry that has no title of its own. */
export function useChangeWords(nameOfItem: HistorySubject['nameOfItem'] = () => ''): ChangeWords {
  const { services } = useEnvironment();
  const { t, format } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const valueText = useValueText();
  const entryText = useEntryText();
  const items = useItemWords();
  const settingText = useSettingText();
  const moment = useMomentText();

  const who = (ids: readonly string[]) =>
    format.list(
      (ids as readonly PersonId[]).map((id) =>
        isMe(people, me, id) ? t('history.i') : nameOf(people, me, id, t),
      ),
    );

  const value = (field: RegisterField | SettingField, text: string) => {
    if (!isRegisterField(field)) return settingText(field, text);
    const shown = valueText(field, text as FieldValue[RegisterField]);
    return isName(field) ? shown : shown.toLocaleLowerCase();
  };

  const sayField = (change: HistoryChange & { readonly type: 'field' }, name: string) => {
    const field = t(`field.${change.field}`).toLocaleLowerCase();
    const values = {
      who: name,
      field,
      old: value(change.field, change.old),
      new: value(change.field, change.new),
    };
    if (change.standing !== undefined) return t(`history.${change.standing}`, values);
    if (change.field === 'title')
      return t(change.old === '' ? 'history.titled' : 'history.renamed', values);
    if (change.new === '') return t('history.cleared', values);
    return t(change.old === '' ? 'history.set' : 'history.changed', values);
  };

  const sayItem = (change: HistoryChange & { readonly type: 'item' }, name: string) => {
    const { collection, field } = change;
    const named = change.title === '' ? nameOfItem(collection, change.item) : change.title;
    // An entry that is called by its day is read in the reader's language.
    const title = isDay(named) ? format.date(Date.parse(`${named}T00:00`)) : named;
    const values = {
      who: name,
      title,
      list: t(`field.${collection}`).toLocaleLowerCase(),
      field: items.fieldName(field),
      old: items.value(collection, field, change.old),
      new: items.value(collection, field, change.new),
    };
    if (change.standing !== undefined) {
      return t(
        change.standing === 'disputed' ? 'history.itemDisputed' : 'history.itemSettled',
        values,
      );
    }
    if (field === 'removed') {
      return t(change.new === 'yes' ? 'history.itemRemoved' : 'history.itemPutBack', values);
    }
    const isName =
      field === 'title' ||
      field === 'name' ||
      field === 'goal' ||
      field === 'key' ||
      field === 'happened';
    if (isName && change.old === '') return t('history.itemAdded', values);
    if (change.new === '') return t('history.itemCleared', values);
    return t(change.old === '' ? 'history.itemSet' : 'history.itemChanged', values);
  };

  const sayReading = (change: HistoryChange & { readonly type: 'reading' }, name: string) => {
    const values = { who: name, at: moment(change.at), old: change.old, new: change.new };
    if (change.new === '') return t('history.readingRemoved', values);
    return t(change.old === '' ? 'history.readingTaken' : 'history.readingCorrected', values);
  };

  const say = (change: KnownChange, name: string): string => {
    switch (change?.type) {
      case 'field':
        return sayField(change, name);
      case 'entry': {
        const field = t(`field.${change.field}`).toLocaleLowerCase();
        const sentence = change.on ? 'history.added' : 'history.removed';
        return t(sentence, { who: name, entry: entryText(change.field, change.entry), field });
      }
      case 'item':
        return sayItem(change, name);
      case 'score':
        return t(scoreSentence(change), { who: name });
      case 'reading':
        return sayReading(change, name);
      case 'support':
        return t(change.on ? 'history.supported' : 'history.unsupported', { who: name });
      case 'text': {
        const field = t(`field.${change.field}`).toLocaleLowerCase();
        return t('history.edited', { who: name, field });
      }
      case 'created':
        return t('history.created', { who: name });
      case 'comment':
        return t('history.commented', { who: name });
      case 'erased':
        return t(`history.erased.${change.what}`, { who: name });
      case undefined:
        return t('history.other', { who: name });
    }
  };

  const old = (change: ValueChange) =>
    change.type === 'field'
      ? value(change.field, change.old)
      : items.value(change.collection, change.field, change.old);

  return { who, say, old };
}

function scoreSentence(change: HistoryChange & { readonly type: 'score' }) {
  const isTaken = change.new === '';
  if (isPulse(change.criterion)) return isTaken ? 'history.unpulsed' : 'history.pulsed';
  return isTaken ? 'history.unscored' : 'history.scored';
}

const namingFields: ReadonlySet<RegisterField> = new Set([
  'title',
  'owner',
  'sponsor',
  'requesterName',
  'team',
  'visibleTeam',
  'site',
  'supplier',
  'timescale',
]);

const isName = (field: RegisterField): boolean => namingFields.has(field);
