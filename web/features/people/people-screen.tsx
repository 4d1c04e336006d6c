/** Who is in the workspace and what they may do; for administrators also how people get in. */
import { useState } from 'preact/hooks';
import type { Person } from '../../../shared/domain/person.ts';
import { type Editing, may } from '../../../shared/process/permissions.ts';
import { pathTo } from '../../routes.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Section, SectionLine } from '../../ui/section.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useArrivalFocus, useScreenTitle } from '../shell/use-screen.ts';
import { useReadable } from '../use-readable.ts';
import { EditingRule } from './editing-rule.tsx';
import { InviteSheet } from './invite-sheet.tsx';
import { OpenLinks } from './open-links.tsx';
import { PersonLine } from './person-line.tsx';
import { PersonSheet } from './person-sheet.tsx';
import './people-screen.css';

export function PeopleScreen() {
  const { services } = useEnvironment();
  const { t } = useWords();
  const heading = useArrivalFocus<HTMLHeadingElement>();
  const session = useReadable(services.session.state);
  useScreenTitle(t('people.title'));
  return (
    <div class="people-screen">
      <h1 ref={heading} tabIndex={-1}>
        {t('people.title')}
      </h1>
      {session.type === 'joined' ? (
        <Workspace
          isAdministrator={session.person.roles.includes('admin')}
          isGuest={!may({ roles: session.person.roles, editing: 'involved' }, 'readRegister')}
          editing={session.editing}
        />
      ) : (
        <EmptyState title={t('people.local')} hint={t('people.localHint')}>
          <ButtonLink kind="primary" href={pathTo.join}>
            {t('me.join')}
          </ButtonLink>
        </EmptyState>
      )}
    </div>
  );
}

type WorkspaceProps = {
  readonly isAdministrator: boolean;
  readonly isGuest: boolean;
  readonly editing: Editing;
};

function Workspace({ isAdministrator, isGuest, editing }: WorkspaceProps) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const people = useReadable(services.session.people);
  const [opened, setOpened] = useState<Person['id']>();
  const [isInviting, setInviting] = useState(false);
  const [linkCount, setLinkCount] = useState(0);
  const members = people.filter(({ isRemoved }) => !isRemoved);
  const former = people.filter(({ isRemoved }) => isRemoved);
  const openedPerson = people.find(({ id }) => id === opened);

  return (
    <>
      {isAdministrator && (
        <SectionLine hint={t('people.inviteHint')}>
          <Button kind="primary" icon="invite" onClick={() => setInviting(true)}>
            {t('people.invite')}
          </Button>
        </SectionLine>
      )}
      <Section title={t('people.members', { count: members.length })}>
        <ul class="people-screen__list">
          {members.map((person) => (
            <PersonLine
              key={person.id}
              person={person}
              onOpen={isAdministrator ? () => setOpened(person.id) : undefined}
            />
          ))}
        </ul>
        {!isAdministrator && (
          <p class="people-screen__hint">{t(isGuest ? 'people.ofGuest' : 'people.noChanges')}</p>
        )}
      </Section>
      {isAdministrator && <EditingRule editing={editing} />}
      {isAdministrator && <OpenLinks key={linkCount} />}
      {former.length > 0 && (
        <Section title={t('people.former')}>
          <p class="people-screen__hint">{t('people.formerHint')}</p>
          <ul class="people-screen__list">
            {former.map((person) => (
              <PersonLine key={person.id} person={person} />
            ))}
          </ul>
        </Section>
      )}
      {openedPerson !== undefined && (
        <PersonSheet person={openedPerson} onClose={() => setOpened(undefined)} />
      )}
      {isInviting && (
        <InviteSheet
          onClose={() => {
            setInviting(false);
            setLinkCount(linkCount + 1);
          }}
        />
      )}
    </>
  );
}
