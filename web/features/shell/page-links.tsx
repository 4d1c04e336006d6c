/** The pages of the practice, for whom they are, and the ways to them: in the rail at a desk, in Me on a phone. */
import { may, type Verb } from '../../../shared/process/permissions.ts';
import type { TextKey } from '../../i18n/translate.ts';
import { pathToPage } from '../../page-paths.ts';
import { ButtonLink } from '../../ui/button.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { Section } from '../../ui/section.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useReadable } from '../use-readable.ts';
import { NoticeBadge } from '../notices/notice-badge.tsx';
import { useUnread } from '../notices/use-notices.ts';
import { NavItem } from './nav-item.tsx';
import './page-links.css';

type PageLink = {
  readonly path: string;
  readonly label: TextKey;
  readonly icon: IconName;
  /** Led there is whoever may do it; everybody may look. */
  readonly verb?: Verb;
};

const pageLinks: readonly PageLink[] = [
  { path: pathToPage.notices, label: 'notices.title', icon: 'bell' },
  { path: pathToPage.triage, label: 'nav.triage', icon: 'inbox', verb: 'triage' },
  { path: pathToPage.decisions, label: 'nav.decisions', icon: 'check', verb: 'decideApproval' },
  { path: pathToPage.board, label: 'nav.board', icon: 'columns' },
  { path: pathToPage.prioritise, label: 'nav.prioritise', icon: 'up' },
  { path: pathToPage.scoring, label: 'nav.scoring', icon: 'filter', verb: 'configureRegister' },
  {
    path: pathToPage.catalogue,
    label: 'field.catalogue',
    icon: 'register',
    verb: 'configureRegister',
  },
  { path: pathToPage.direction, label: 'direction.title', icon: 'target', verb: 'readRegister' },
  { path: pathToPage.reviews, label: 'reviews.title', icon: 'eye' },
  { path: pathToPage.lessons, label: 'lessons.title', icon: 'redo' },
  { path: pathToPage.insights, label: 'insights.title', icon: 'eye', verb: 'readRegister' },
  { path: pathToPage.measures, label: 'measures.title', icon: 'history' },
  { path: pathToPage.celebrate, label: 'celebrate.title', icon: 'person' },
  { path: pathToPage.practice, label: 'practice.nav', icon: 'check', verb: 'readRegister' },
];

/** Those that this device's person is led to. */
function usePageLinks(): readonly PageLink[] {
  const { services } = useEnvironment();
  const session = useReadable(services.session.state);
  if (session.type === 'local') return pageLinks.filter(({ verb }) => verb === undefined);
  const { person, editing } = session;
  return pageLinks.filter(
    ({ verb }) => verb === undefined || may({ roles: person.roles, editing }, verb),
  );
}

/** All of them by name, for the palette. */
export function usePagePlaces(): readonly { readonly path: string; readonly label: string }[] {
  const { t } = useWords();
  return pageLinks.map(({ path, label }) => ({ path, label: t(label) }));
}

export function RailLinks() {
  const { t } = useWords();
  return (
    <>
      {usePageLinks().map(({ path, label, icon }) => (
        <NavItem key={path} icon={icon} label={t(label)} path={path}>
          {path === pathToPage.notices && <NoticeBadge />}
        </NavItem>
      ))}
    </>
  );
}

export function PageDoors() {
  const { t } = useWords();
  const unread = useUnread();
  return (
    <Section title={t('me.pages')}>
      <div class="page-links">
        {usePageLinks().map(({ path, label, icon }) => (
          <ButtonLink key={path} icon={icon} href={path}>
            {t(label)}
            {path === pathToPage.notices && unread > 0 && ` · ${unread}`}
          </ButtonLink>
        ))}
      </div>
    </Section>
  );
}
