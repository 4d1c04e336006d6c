/** Several persons, each taken off on their own; others are added from the list of people. */
import type { PersonId } from '../../../shared/domain/ids.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { Icon } from '../../ui/icon.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { nameOf } from '../improvement-words.ts';
import { PlainSelect } from '../improvement/plain-select.tsx';
import { useReadable } from '../use-readable.ts';
import type { Group } from '../use-groups.ts';
import '../../ui/chips.css';

type PeopleFieldProps = {
  readonly label: string;
  readonly addLabel: string;
  readonly entries: readonly string[];
  /** Of those who are no entry yet; absent = everybody. */
  readonly isOffered?: (person: Person) => boolean;
  /** Which may stand for all their people; absent = none. */
  readonly organisations?: readonly Group[];
  readonly onChange: (person: string, on: boolean) => void;
};

export function PeopleField(props: PeopleFieldProps) {
  const { label, addLabel, entries, onChange, isOffered = () => true } = props;
  const { organisations = [] } = props;
  const { services } = useEnvironment();
  const { t } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const others = people.filter(
    (person) => !person.isRemoved && !entries.includes(person.id) && isOffered(person),
  );
  const options = [
    ...organisations
      .filter(({ id }) => !entries.includes(id))
      .map(({ id, title }) => ({ value: id, label: title })),
    ...others.map(({ id, displayName }) => ({ value: id, label: displayName })),
  ];
  return (
    <div class="chips">
      <ul class="chips__list" aria-label={label}>
        {entries.map((entry) => {
          const name =
            organisations.find(({ id }) => id === entry)?.title ??
            nameOf(people, me, entry as PersonId, t);
          return (
            <li class="chips__chip" key={entry}>
              <span class="chips__text">{name}</span>
              <button
                type="button"
                class="chips__remove"
                aria-label={t('record.removeEntry', { entry: name })}
                onClick={() => onChange(entry, false)}
              >
                <Icon name="close" />
              </button>
            </li>
          );
        })}
      </ul>
      {options.length > 0 && (
        <PlainSelect
          label={addLabel}
          options={[{ value: '', label: addLabel }, ...options]}
          value=""
          onChoose={(person) => person !== '' && onChange(person, true)}
        />
      )}
    </div>
  );
}
