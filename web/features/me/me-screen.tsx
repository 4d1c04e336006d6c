/** Who I am here, what became of my ideas, how this device behaves, and inviting others. */
import type { ComponentChildren } from 'preact';
import type { Role } from '../../../shared/domain/person.ts';
import { type Language, languages } from '../../i18n/language.ts';
import { pathToPage } from '../../page-paths.ts';
import { pathTo } from '../../routes.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section, SectionLine } from '../../ui/section.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { DemoDoor } from '../demo/demo-door.tsx';
import { useDemo } from '../demo/use-demo.ts';
import { PersonDevices } from '../people/person-devices.tsx';
import type { InvitationFor } from '../session/invite-panel.tsx';
import { LeftWorkNotices } from '../session/left-work.tsx';
import { DeviceName } from '../session/device-name.tsx';
import { LinkAccount } from '../session/link-account.tsx';
import { OwedSignOutNotices } from '../session/owed-sign-outs.tsx';
import { OwnPasskeys } from '../session/own-passkeys.tsx';
import { PageDoors } from '../shell/page-links.tsx';
import { PulseNotice } from '../reviews/pulse-notice.tsx';
import { ReviewsDue } from '../reviews/reviews-due.tsx';
import { ReviewNotice } from '../practice/review-notice.tsx';
import { themes } from '../shell/preferences.ts';
import { useArrivalFocus, useScreenTitle } from '../shell/use-screen.ts';
import { StorageLine } from '../sync-status/storage-line.tsx';
import { useMedia, widths } from '../use-media.ts';
import { useReadable } from '../use-readable.ts';
import { TourLine } from '../tour/tour-line.tsx';
import { DeviceWorkspaces } from './device-workspaces.tsx';
import { ReadingsDue } from '../measures/readings-due.tsx';
import { MyTasks } from './my-tasks.tsx';
import { OwnIdeas } from './own-ideas.tsx';
import './me-screen.css';

export function MeScreen() {
  const { t } = useWords();
  const heading = useArrivalFocus<HTMLHeadingElement>();
  useScreenTitle(t('me.title'));
  const desk = useMedia(widths.desk);
  const { services } = useEnvironment();
  const session = useReadable(services.session.state);
  const isDemo = useDemo();
  return (
    <div class="me-screen">
      <h1 class="visually-hidden" ref={heading} tabIndex={-1}>
        {t('me.title')}
      </h1>
      <Profile />
      <DraftsNotice />
      <ReviewNotice />
      <PulseNotice />
      <LeftWorkNotices />
      <OwedSignOutNotices />
      {!desk && <PageDoors />}
      <MyTasks />
      <ReadingsDue />
      <ReviewsDue />
      <Section title={t('me.ideas')}>
        <OwnIdeas />
      </Section>
      <DeviceWorkspaces />
      {isDemo === false && <Invitations />}
      <ThisDevice />
      <Section title={t('help.title')}>
        <TourLine />
        <SectionLine hint={t('help.lead')}>
          <ButtonLink href={pathToPage.help}>{t('help.all')}</ButtonLink>
        </SectionLine>
      </Section>
      {isDemo === false && <SigningIn />}
      {session.type === 'local' && <DemoDoor />}
    </div>
  );
}

function Profile() {
  const { services } = useEnvironment();
  const { t, format } = useWords();
  const session = useReadable(services.session.state);
  if (session.type === 'local') {
    return (
      <Lead name={t('me.local')} text={t('me.localHint')}>
        <ButtonLink kind="primary" href={pathTo.join}>
          {t('me.join')}
        </ButtonLink>
      </Lead>
    );
  }
  const { person, workspaceName } = session;
  const rolesText = (roles: readonly Role[]) => format.list(roles.map((role) => t(`role.${role}`)));
  return (
    <Lead
      avatar={<Avatar id={person.id} name={person.displayName} />}
      name={person.displayName}
      text={t('me.workspace', { roles: rolesText(person.roles), workspace: workspaceName })}
    />
  );
}

function DraftsNotice() {
  const { services } = useEnvironment();
  const { t } = useWords();
  const { drafts } = useReadable(services.sync.status);
  if (drafts === 0) return null;
  return (
    <Notice tone="warn" icon="warning" text={t('sync.draftsHint', { count: drafts })}>
      <ButtonLink href={pathTo.drafts}>{t('drafts.show')}</ButtonLink>
    </Notice>
  );
}

type LeadProps = {
  readonly avatar?: ComponentChildren;
  readonly name: string;
  readonly text: string;
  readonly children?: ComponentChildren;
};

const Lead = ({ avatar, name, text, children }: LeadProps) => (
  <div class="me-screen__lead">
    {avatar}
    <div>
      <p class="me-screen__name">{name}</p>
      <p class="me-screen__text">{text}</p>
    </div>
    {children}
  </div>
);

function Invitations() {
  const { services, openPanel } = useEnvironment();
  const { t } = useWords();
  const session = useReadable(services.session.state);
  if (session.type === 'local') return null;
  const whoms: readonly InvitationFor[] = session.person.roles.includes('admin')
    ? ['contributor', 'admin', 'ownDevice']
    : ['ownDevice'];
  return (
    <Section title={t('people.title')}>
      <SectionLine hint={t('me.peopleHint')}>
        <ButtonLink icon="person" href={pathTo.people}>
          {t('people.title')}
        </ButtonLink>
      </SectionLine>
      {whoms.map((whom) => (
        <SectionLine key={whom} hint={t(`invite.hint.${whom}`)}>
          <Button icon="invite" onClick={() => openPanel({ type: 'invite', whom })}>
            {t(`invite.for.${whom}`)}
          </Button>
        </SectionLine>
      ))}
    </Section>
  );
}

function SigningIn() {
  const { services, openPanel } = useEnvironment();
  const { t } = useWords();
  const session = useReadable(services.session.state);
  if (session.type === 'local') return null;
  return (
    <>
      <OwnPasskeys />
      <LinkAccount />
      <PersonDevices person={session.person} />
      <DeviceName person={session.person} />
      <Section title={t('signOut.title')}>
        <SectionLine hint={t('signOut.hint')}>
          <Button onClick={() => openPanel({ type: 'signOut' })}>{t('signOut.action')}</Button>
        </SectionLine>
      </Section>
    </>
  );
}

function ThisDevice() {
  const { preferences, openPanel } = useEnvironment();
  const { t } = useWords();
  const language = useReadable(preferences.language);
  const theme = useReadable(preferences.theme);
  const desk = useMedia(widths.desk);
  return (
    <Section title={t('me.device')}>
      <SectionLine label={t('me.language')}>
        <Segments
          label={t('me.language')}
          labelHidden
          options={Object.entries(languages).map(([value, label]) => ({
            value: value as Language,
            label,
          }))}
          value={language}
          onChoose={preferences.setLanguage}
        />
      </SectionLine>
      <SectionLine label={t('me.theme')}>
        <Segments
          label={t('me.theme')}
          labelHidden
          options={themes.map((value) => ({ value, label: t(`me.theme.${value}`) }))}
          value={theme}
          onChoose={preferences.setTheme}
        />
      </SectionLine>
      {desk && (
        <SectionLine label={t('me.keys')}>
          <Button icon="keyboard" onClick={() => openPanel({ type: 'keys' })}>
            {t('me.keysShow')}
          </Button>
        </SectionLine>
      )}
      <StorageLine />
    </Section>
  );
}
