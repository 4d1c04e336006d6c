/** What an administrator may do for a person: roles, teams, devices, a way back in, removal. */
import { useState } from 'preact/hooks';
import { type Person, type Role, roles, sortRoles } from '../../../shared/domain/person.ts';
import type { ShownLink } from '../../services/session.ts';
import { Button } from '../../ui/button.tsx';
import { Choices } from '../../ui/choices.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section, SectionLine } from '../../ui/section.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { InvitationLink } from '../session/invitation-link.tsx';
import { PersonDevices } from './person-devices.tsx';
import { PersonGroups } from './person-groups.tsx';
import { useAct } from './use-asked.ts';
import './person-sheet.css';

type PersonSheetProps = { readonly person: Person; readonly onClose: () => void };

export function PersonSheet({ person, onClose }: PersonSheetProps) {
  const { t, format } = useWords();
  const [link, setLink] = useState<ShownLink>();
  return (
    <Sheet title={person.displayName} closeLabel={t('app.close')} onClose={onClose}>
      {link === undefined ? (
        <div class="person-sheet">
          <Roles person={person} onDone={onClose} />
          <PersonGroups person={person} onDone={onClose} />
          <PersonDevices person={person} />
          <WayBackIn person={person} onLink={setLink} />
          <Removal person={person} onDone={onClose} />
        </div>
      ) : (
        <InvitationLink
          url={link.url}
          until={t('people.linkWorksFor', { count: 1, when: format.dateTime(link.expiresAt) })}
        />
      )}
    </Sheet>
  );
}

type PartProps = { readonly person: Person; readonly onDone: () => void };

function Roles({ person, onDone }: PartProps) {
  const { showToast } = useEnvironment();
  const { t } = useWords();
  const [chosen, setChosen] = useState<readonly Role[]>(person.roles);
  const { isBusy, problem, act } = useAct();
  const isChanged = sortRoles(chosen).join() !== sortRoles(person.roles).join();
  const save = async () => {
    const done = await act((people) => people.changeRoles(person.id, sortRoles(chosen)));
    if (done === undefined) return;
    showToast({ text: t('people.rolesSaved', { name: person.displayName }) });
    onDone();
  };
  return (
    <div class="person-sheet__part">
      <Choices
        label={t('people.roles')}
        hint={t('people.rolesHint')}
        problem={chosen.length === 0 ? t('people.inviteNoRole') : problem}
        options={roles.map((role) => ({
          value: role,
          label: t(`role.${role}`),
          hint: t(`role.hint.${role}`),
        }))}
        chosen={chosen}
        onChange={setChosen}
      />
      <Button
        kind="primary"
        disabled={!isChanged || chosen.length === 0 || isBusy}
        onClick={() => void save()}
      >
        {t('people.rolesSave')}
      </Button>
    </div>
  );
}

type WayBackInProps = {
  readonly person: Person;
  readonly onLink: (link: ShownLink) => void;
};

function WayBackIn({ person, onLink }: WayBackInProps) {
  const { t } = useWords();
  const { isBusy, problem, act } = useAct();
  const make = async () => {
    const link = await act((people) => people.recover(person.id));
    if (link !== undefined) onLink(link);
  };
  return (
    <SectionLine hint={problem ?? t('people.recoverHint')}>
      <Button icon="link" disabled={isBusy} onClick={() => void make()}>
        {t('people.recover')}
      </Button>
    </SectionLine>
  );
}

function Removal({ person, onDone }: PartProps) {
  const { showToast } = useEnvironment();
  const { t } = useWords();
  const [isAsking, setAsking] = useState(false);
  const { isBusy, problem, act } = useAct();
  const name = person.displayName;
  const remove = async () => {
    const done = await act((people) => people.remove(person.id));
    if (done === undefined) return;
    showToast({ text: t('people.removed', { name }) });
    onDone();
  };
  return (
    <Section title={t('people.remove')}>
      {problem !== undefined && <Notice tone="danger" icon="warning" role="alert" text={problem} />}
      <SectionLine hint={isAsking ? t('people.removeSure', { name }) : t('people.removeHint')}>
        {isAsking ? (
          <div class="person-sheet__answer">
            <Button disabled={isBusy} onClick={() => void remove()}>
              {t('people.removeYes')}
            </Button>
            <Button kind="quiet" onClick={() => setAsking(false)}>
              {t('people.removeNo')}
            </Button>
          </div>
        ) : (
          <Button onClick={() => setAsking(true)}>{t('people.remove')}</Button>
        )}
      </SectionLine>
    </Section>
  );
}
