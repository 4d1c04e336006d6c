/** Queries in words: what a filter, a view, an order or a heading is called. */
import { localNumber } from '../../../shared/domain/ids.ts';
import type { Someone } from '../../../shared/domain/improvement.ts';
import type { Person } from '../../../shared/domain/person.ts';
import type { Format } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/translate.ts';
import {
  type DayRange,
  type FilterName,
  type Grouping,
  noObjective,
  type RegisterQuery,
} from '../../projection/register-query.ts';
import { figureText } from '../insights/figure-text.ts';
import { nameOf } from '../improvement-words.ts';

export type Speaker = {
  readonly t: Translate;
  readonly language: string;
  readonly format: Format;
  readonly people: readonly Person[];
  readonly me: Someone;
  /** undefined: not known here. */
  readonly objective: (id: string) => string | undefined;
};

/** One filter of a query, as it stands on its chip. */
export function filterText(name: FilterName, query: RegisterQuery, speaker: Speaker): string {
  const { t, format } = speaker;
  const list = (values: readonly string[]) => format.list(values);
  switch (name) {
    case 'text':
      return t('find.words', { text: query.text });
    case 'stages':
      return list(query.stages.map((stage) => t(`stage.${stage}`)));
    case 'owner':
      return t('find.is', { field: t('field.owner'), value: ownerText(query.owner, speaker) });
    case 'urgency':
    case 'cost': {
      const value = list(query[name].map((level) => t(`level.${level}`)));
      return t('find.is', { field: t(`field.${name}`), value });
    }
    case 'tags':
    case 'affectedItems':
      return t('find.is', { field: t(`field.${name}`), value: list(query[name]) });
    case 'objectives': {
      const names = query.objectives.map((id) =>
        id === noObjective
          ? t('find.noObjective')
          : (speaker.objective(id) ?? t('direction.unknown')),
      );
      return list(names);
    }
    case 'where':
      return t('find.onThisDevice');
    case 'marks':
      return list(query.marks.map((mark) => t(`find.mark.${mark}`)));
    case 'tasks':
      return t('find.myTasks');
    case 'waitsFor':
      return query.waitsFor === '' ? '' : t(`find.waits.${query.waitsFor}`);
    case 'assessment':
      return query.assessment === '' ? '' : t(`find.assessment.${query.assessment}`);
    case 'linkedTo':
      return t('find.linkedTo', {
        record: query.linkedTo === '' ? '' : localNumber(query.linkedTo),
      });
    case 'figure':
      return figureText(query.figure, speaker);
    case 'updated':
    case 'created':
      return query[name] === undefined ? '' : dayRangeText(name, query[name], t);
  }
}

export const dayRangeText = (
  name: 'updated' | 'created',
  { type, days }: DayRange,
  t: Translate,
): string => t(`find.${name}.${type}`, { count: days });

function ownerText(owner: string, { t, people, me }: Speaker): string {
  switch (owner) {
    case 'me':
      return t('someone.me');
    case 'anyone':
      return t('find.owner.anyone');
    case 'nobody':
      return t('register.nobody');
    default:
      return nameOf(people, me, owner as Someone, t);
  }
}

/** A group's heading; '' of it stands for what is not set. */
export function groupText(group: Grouping, key: string, { t, people, me }: Speaker): string {
  switch (group) {
    case 'stage':
      return t(`stage.${key as RegisterQuery['stages'][number]}`);
    case 'owner':
      return key === '' ? t('register.nobody') : nameOf(people, me, key as Someone, t);
    case 'urgency':
      return t(`level.${(key === '' ? 'none' : key) as RegisterQuery['urgency'][number]}`);
    case 'affectedItem':
      return key === '' ? t('find.noItem') : key;
  }
}
