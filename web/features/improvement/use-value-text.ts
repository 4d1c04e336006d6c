/** How the value of a field reads. */
import type { FieldValue, RegisterField } from '../../../shared/domain/improvement.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { nameOf } from '../improvement-words.ts';
import { useGroups } from '../use-groups.ts';
import { useReadable } from '../use-readable.ts';

export function useValueText(): <F extends RegisterField>(
  field: F,
  value: FieldValue[F],
) => string {
  const { services } = useEnvironment();
  const { t, format } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const groups = useGroups();
  return (field, value) => {
    const isPerson = field === 'owner' || field === 'sponsor' || field === 'budgetHolder';
    if (value === '') return t(isPerson ? 'record.ownerNobody' : 'level.none');
    switch (field) {
      case 'urgency':
      case 'cost':
      case 'value':
      case 'effort':
        return t(`level.${value as Exclude<FieldValue['urgency'], ''>}`);
      case 'stage':
        return t(`stage.${value as FieldValue['stage']}`);
      case 'visibility':
        return t(`visibility.${value as FieldValue['visibility']}`);
      case 'visibleTeam':
        return groups.find(({ id }) => id === value)?.title ?? t('access.formerTeam');
      case 'route':
        return t(`route.${value as Exclude<FieldValue['route'], ''>}`);
      case 'source':
        return t(`source.${value as Exclude<FieldValue['source'], ''>}`);
      case 'routine':
        return t(`routine.${value as Exclude<FieldValue['routine'], ''>}`);
      case 'dueOn':
      case 'fundedOn':
      case 'kataAchieveBy':
        return format.date(Date.parse(`${value}T00:00`));
      case 'waitingForRequester':
      case 'changesUse':
      case 'affectsConsumers':
        return t('flag.yes');
      case 'owner':
      case 'sponsor':
      case 'budgetHolder':
        return nameOf(people, me, value as Exclude<FieldValue['owner'], ''>, t);
      default:
        return value;
    }
  };
}
