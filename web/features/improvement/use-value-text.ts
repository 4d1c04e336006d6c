/** How the value of a field reads. */
import type { FieldValue, RegisterField } from '../../../shared/domain/improvement.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { nameOf } from '../improvement-words.ts';
import { useReadable } from '../use-readable.ts';

export function useValueText(): <F extends RegisterField>(
  field: F,
  value: FieldValue[F],
) => string {
  const { services } = useEnvironment();
  const { t } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  return (field, value) => {
    if (value === '') return t(field === 'owner' ? 'record.ownerNobody' : 'level.none');
    switch (field) {
      case 'urgency':
      case 'cost':
        return t(`level.${value as Exclude<FieldValue['urgency'], ''>}`);
      case 'stage':
        return t(`stage.${value as FieldValue['stage']}`);
      case 'visibility':
        return t(`visibility.${value as FieldValue['visibility']}`);
      case 'owner':
        return nameOf(people, me, value as Exclude<FieldValue['owner'], ''>, t);
      default:
        return value;
    }
  };
}
