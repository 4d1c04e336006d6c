/** The frame around every screen: the way to others, where one's work is, what needs an answer. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { pathTo, type Route } from '../../routes.ts';
import { Icon } from '../../ui/icon.tsx';
import { Mark } from '../../ui/mark.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { HelpLink, NoticeBadge, RailLinks, TourNotice } from '../lazy-parts.ts';
import { useReadable } from '../use-readable.ts';
import { useMedia, widths } from '../use-media.ts';
import { SyncBadge } from '../sync-status/sync-badge.tsx';
import { EvictedBanner } from '../sync-status/evicted-banner.tsx';
import { NavItem } from './nav-item.tsx';
import { commandKey } from './shortcuts.ts';
import { UpdatePrompt } from './update-prompt.tsx';
import './shell.css';

const besidesAfterMs = 1_500;

type ShellProps = { readonly route: Route; readonly children: ComponentChildren };

export function Shell({ route, children }: ShellProps) {
  const { t } = useWords();
  const desk = useMedia(widths.desk);
  const isDue = useDue();
  return (
    <div class="shell">
      <a class="shell__skip" href="#main">
        {t('app.skip')}
      </a>
      <TopBar route={route}>{!desk && isDue && <HelpLink isInRail={false} />}</TopBar>
      <nav class="shell__nav" aria-label={t('nav.label')}>
        <p class="shell__name">
          <Mark />
          Gemba
        </p>
        <ul class="shell__items">
          <NavItem icon="capture" label={t('nav.capture')} path={pathTo.capture} keys="C" />
          <NavItem icon="register" label={t('nav.register')} path={pathTo.register} keys="/" />
          {desk && <RailLinks />}
          <NavItem icon="person" label={t('nav.me')} path={pathTo.me}>
            {!desk && isDue && <News />}
          </NavItem>
        </ul>
        <div class="shell__rail-end">
          <PaletteButton />
          {desk && isDue && <HelpLink isInRail />}
          <SyncBadge />
        </div>
      </nav>
      <main class="shell__main" id="main" tabIndex={-1}>
        {children}
      </main>
      <div class="shell__notices">
        <EvictedBanner />
        <UpdatePrompt />
        {isDue && <TourNotice />}
      </div>
    </div>
  );
}

/** On phones only: the name of the product or the way back, and where one's work is. */
function TopBar({ route, children }: ShellProps) {
  const { navigation } = useEnvironment();
  const { t } = useWords();
  return (
    <header class="shell__top">
      {route.type === 'improvement' ? (
        <button
          type="button"
          class="shell__back"
          aria-label={t('record.back')}
          onClick={() => navigation.backOr(pathTo.register)}
        >
          <Icon name="back" />
          {t('nav.register')}
        </button>
      ) : (
        <p class="shell__name">
          <Mark />
          Gemba
        </p>
      )}
      <div class="shell__tools">
        {children}
        <SyncBadge />
      </div>
    </header>
  );
}

/** What stands beside the first screen comes after that has what it needs. */
function useDue(): boolean {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), besidesAfterMs);
    return () => clearTimeout(timer);
  }, []);
  return isDue;
}

/** On a phone, where News is behind Me. */
function News() {
  const { services } = useEnvironment();
  const session = useReadable(services.session.state);
  return session.type === 'joined' ? <NoticeBadge /> : null;
}

function PaletteButton() {
  const { openPanel } = useEnvironment();
  const { t } = useWords();
  return (
    <button type="button" class="shell__item" onClick={() => openPanel({ type: 'palette' })}>
      <Icon name="search" />
      <span class="shell__label">{t('nav.palette')}</span>
      <kbd class="shell__keys" aria-hidden="true">
        {commandKey(navigator.platform)} K
      </kbd>
    </button>
  );
}
