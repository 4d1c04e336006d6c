/** One person: nobody, oneself, or a colleague. */
import type { Someone } from '../../../shared/domain/improvement.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { findPerson, isMe, personName } from '../improvement-words.ts';
import { useReadable } from '../use-readable.ts';
import { PlainSelect } from './plain-select.tsx';

type PersonFieldProps = {
  readonly label: string;
  readonly value: Someone | '';
  readonly onChoose: (someone: Someone | '') => void;
};

export function PersonField({ label, value, onChoose }: PersonFieldProps) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const own = findPerson(people, me);
  const isMine = value !== '' && isMe(people, me, value);
  const known = value === '' || isMine || findPerson(people, value) !== undefined;
  // A record may name one of a person's devices: the list shows persons.
  const chosen = isMine ? me : value === '' ? '' : (findPerson(people, value)?.id ?? value);
  const others = people.filter(
    (person) => person !== own && (!person.isRemoved || person.id === chosen),
  );
  const options = [
    { value: '', label: t('record.ownerNobody') },
    {
      value: me,
      label:
        own === undefined
          ? t('record.ownerMe')
          : t('record.ownerMeNamed', { name: own.displayName }),
    },
    ...others.map((person) => ({ value: person.id, label: personName(person, t) })),
    ...(known ? [] : [{ value, label: t('record.ownerUnknown') }]),
  ];
  return (
    <PlainSelect
      label={label}
      options={options}
      value={chosen}
      onChoose={(next) => onChoose(next as Someone | '')}
    />
  );
}
