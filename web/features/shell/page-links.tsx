/** The pages of the practice, for whom they are, and the ways to them: in the rail at a desk, in Me on a phone. */
import { may, type Verb } from '../../../shared/process/permissions.ts';
import type { TextKey } from '../../i18n/translate.ts';
import { pathToPage } from '../../page-paths.ts';
import { ButtonLink } from '../../ui/button.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { Section } from '../../ui/section.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import type { SessionState } from '../../services/session.ts';
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

type PageGroup = { readonly title: TextKey; readonly links: readonly PageLink[] };

const pageGroups: readonly PageGroup[] = [
  {
    title: 'pages.work',
    links: [
      { path: pathToPage.notices, label: 'notices.title', icon: 'bell' },
      { path: pathToPage.triage, label: 'nav.triage', icon: 'inbox', verb: 'triage' },
      { path: pathToPage.prioritise, label: 'nav.prioritise', icon: 'up' },
      { path: pathToPage.decisions, label: 'nav.decisions', icon: 'check', verb: 'decideApproval' },
      { path: pathToPage.board, label: 'nav.board', icon: 'columns' },
      { path: pathToPage.reviews, label: 'reviews.title', icon: 'eye' },
    ],
  },
  {
    title: 'pages.learn',
    links: [
      { path: pathToPage.measures, label: 'measures.title', icon: 'history' },
      { path: pathToPage.insights, label: 'insights.title', icon: 'chart', verb: 'readRegister' },
      { path: pathToPage.lessons, label: 'lessons.title', icon: 'redo' },
      { path: pathToPage.celebrate, label: 'celebrate.title', icon: 'person' },
    ],
  },
  {
    title: 'pages.agree',
    links: [
      {
        path: pathToPage.direction,
        label: 'direction.title',
        icon: 'target',
        verb: 'readRegister',
      },
      { path: pathToPage.practice, label: 'practice.nav', icon: 'check', verb: 'readRegister' },
      { path: pathToPage.scoring, label: 'nav.scoring', icon: 'filter', verb: 'configureRegister' },
      {
        path: pathToPage.catalogue,
        label: 'field.catalogue',
        icon: 'register',
        verb: 'configureRegister',
      },
    ],
  },
];

/** Those that this device's person is led to. */
function usePageGroups(): readonly PageGroup[] {
  const { services } = useEnvironment();
  const session = useReadable(services.session.state);
  const isFor = ({ verb }: PageLink): boolean =>
    verb === undefined || (session.type === 'joined' && may(asked(session), verb));
  return pageGroups
    .map(({ title, links }) => ({ title, links: links.filter(isFor) }))
    .filter(({ links }) => links.length > 0);
}

const asked = ({ person, editing }: Extract<SessionState, { readonly type: 'joined' }>) => ({
  roles: person.roles,
  editing,
});

/** All of them by name, for the palette. */
export function usePagePlaces(): readonly { readonly path: string; readonly label: string }[] {
  const { t } = useWords();
  return pageGroups.flatMap(({ links }) =>
    links.map(({ path, label }) => ({ path, label: t(label) })),
  );
}

export function RailLinks() {
  const { t } = useWords();
  return (
    <>
      {usePageGroups().map(({ title, links }) => (
        <li key={title} class="page-group">
          <span id={`rail-${title}`} class="page-group__title">
            {t(title)}
          </span>
          <ul class="page-group__links" aria-labelledby={`rail-${title}`}>
            {links.map(({ path, label, icon }) => (
              <NavItem key={path} icon={icon} label={t(label)} path={path}>
                {path === pathToPage.notices && <NoticeBadge />}
              </NavItem>
            ))}
          </ul>
        </li>
      ))}
    </>
  );
}

export function PageDoors() {
  const { t } = useWords();
  const unread = useUnread();
  return (
    <>
      {usePageGroups().map(({ title, links }) => (
        <Section key={title} title={t(title)}>
          <div class="page-links">
            {links.map(({ path, label, icon }) => (
              <ButtonLink key={path} icon={icon} href={path}>
                {t(label)}
                {path === pathToPage.notices && unread > 0 && ` · ${unread}`}
              </ButtonLink>
            ))}
          </div>
        </Section>
      ))}
    </>
  );
}
