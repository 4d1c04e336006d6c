/** The one person accountable: nobody yet, oneself, or a colleague. */
import type { Someone } from '../../../shared/domain/improvement.ts';
import { Icon } from '../../ui/icon.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { findPerson, isMe } from '../improvement-words.ts';
import { useReadable } from '../use-readable.ts';
import './owner-field.css';

type OwnerFieldProps = {
  readonly owner: Someone | '';
  readonly onChoose: (owner: Someone | '') => void;
};

export function OwnerField({ owner, onChoose }: OwnerFieldProps) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const own = findPerson(people, me);
  const known = owner === '' || isMe(people, me, owner) || findPerson(people, owner) !== undefined;
  // A record may name one of a person's devices: the list shows persons.
  const chosen =
    owner !== '' && isMe(people, me, owner)
      ? me
      : owner === ''
        ? ''
        : (findPerson(people, owner)?.id ?? owner);
  const others = people.filter(
    (person) => person !== own && (!person.isRemoved || person.id === chosen),
  );
  return (
    <span class="owner-field">
      <select
        class="owner-field__select"
        aria-label={t('field.owner')}
        value={chosen}
        onChange={(event) => onChoose(event.currentTarget.value as Someone | '')}
      >
        <option value="">{t('record.ownerNobody')}</option>
        <option value={me}>
          {own === undefined
            ? t('record.ownerMe')
            : t('record.ownerMeNamed', { name: own.displayName })}
        </option>
        {others.map((person) => (
          <option key={person.id} value={person.id}>
            {person.displayName}
          </option>
        ))}
        {!known && <option value={owner}>{t('record.ownerUnknown')}</option>}
      </select>
      <Icon name="down" />
    </span>
  );
}
