/** One person: their name and what they may do; for administrators the way to change it. */
import type { Person } from '../../../shared/domain/person.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { isMe, personName } from '../improvement-words.ts';
import { useGroups } from '../use-groups.ts';
import { useReadable } from '../use-readable.ts';

type PersonLineProps = {
  readonly person: Person;
  readonly onOpen?: (() => void) | undefined;
};

export function PersonLine({ person, onOpen }: PersonLineProps) {
  const { services } = useEnvironment();
  const { t, format } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const groups = useGroups();
  const { id } = person;
  const name = personName(person, t);
  const content = (
    <>
      <Avatar id={id} name={name} />
      <span class="people-screen__person">
        <span>{isMe(people, me, id) ? t('people.me', { name }) : name}</span>
        {!person.isRemoved && (
          <span class="people-screen__roles">
            {[
              format.list(person.roles.map((role) => t(`role.${role}`))),
              ...groups.flatMap(({ id: group, title }) =>
                person.belongsTo?.includes(group) === true ? [title] : [],
              ),
            ].join(' · ')}
          </span>
        )}
      </span>
    </>
  );
  return (
    <li data-testid="person">
      {onOpen === undefined ? (
        <div class="people-screen__line">{content}</div>
      ) : (
        <button
          type="button"
          class="people-screen__line people-screen__line--opens"
          onClick={onOpen}
        >
          {content}
          <Icon name="forward" />
        </button>
      )}
    </li>
  );
}
