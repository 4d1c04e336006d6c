/** What one wants to know of a record at first sight: whose it is, when it is due, how much it matters. */
import { priorityOf } from '../../../shared/process/priority.ts';
import type { ImprovementState } from '../../services/improvement.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { findPerson, nameOf } from '../improvement-words.ts';
import { useReadable } from '../use-readable.ts';
import './key-facts.css';

export function KeyFacts({ state }: { readonly state: ImprovementState }) {
  const { services } = useEnvironment();
  const { t, format } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const { owner, dueOn, urgency, value, cost } = state.fields;
  const priority = priorityOf({ urgency: urgency.value, value: value.value, cost: cost.value });
  const name = owner.value === '' ? '' : nameOf(people, me, owner.value, t);
  const person = owner.value === '' ? undefined : findPerson(people, owner.value);
  return (
    <ul class="key-facts" data-testid="key-facts">
      <li class="key-facts__fact">
        {owner.value === '' ? (
          t('story.noOwner')
        ) : (
          <>
            <Avatar id={person?.id ?? owner.value} name={person?.displayName || name} />
            {t('story.owner', { name })}
          </>
        )}
      </li>
      {dueOn.value !== '' && (
        <li class="key-facts__fact figures">
          {t('story.due', { day: format.date(Date.parse(`${dueOn.value}T00:00`)) })}
        </li>
      )}
      {priority.type === 'defined' && (
        <li class="key-facts__fact figures">
          {t('story.priority', {
            score: format.number(Math.round(priority.score * 10) / 10),
          })}
        </li>
      )}
    </ul>
  );
}
