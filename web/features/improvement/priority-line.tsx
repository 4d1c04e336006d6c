/** The priority that follows from urgency, value and cost, with its arithmetic, or what it still needs. */
import { type PriorityField, priorityOf } from '../../../shared/process/priority.ts';
import type { ImprovementState } from '../../services/improvement.ts';
import { useWords } from '../environment.ts';

export function PriorityLine({ fields }: Pick<ImprovementState, 'fields'>) {
  const { t, format } = useWords();
  const priority = priorityOf({
    urgency: fields.urgency.value,
    value: fields.value.value,
    cost: fields.cost.value,
  });
  const nameOf = (field: PriorityField) => t(`field.${field}`).toLocaleLowerCase();
  return (
    <div class="details__line" data-testid="priority">
      <div class="details__label">{t('priority.title')}</div>
      <div class="details__value details__priority">
        {priority.type === 'defined' ? (
          <p>
            <strong class="figures">{format.number(Math.round(priority.score * 10) / 10)}</strong>{' '}
            <span class="details__why figures">
              {t('priority.formula', {
                urgency: priority.urgency,
                value: priority.value,
                cost: priority.cost,
              })}
            </span>
          </p>
        ) : (
          <p class="details__why">
            {t('priority.notDefined', { fields: format.list(priority.missing.map(nameOf)) })}
          </p>
        )}
      </div>
    </div>
  );
}
