/** Screens and panels that are fetched when they are first needed: capture and the register start without them. */
import { lazyPart } from './lazy-part.tsx';

export const ImprovementScreen = lazyPart(
  async () => (await import('./improvement/improvement-screen.tsx')).ImprovementScreen,
);
export const RailLinks = lazyPart(
  async () => (await import('./shell/page-links.tsx')).RailLinks,
  true,
);
export const Page = lazyPart(async () => (await import('./shell/pages.tsx')).Page);
export const NoticeBadge = lazyPart(
  async () => (await import('./notices/notice-badge.tsx')).NoticeBadge,
  true,
);
export const HelpLink = lazyPart(async () => (await import('./help/help-link.tsx')).HelpLink, true);
export const TourNotice = lazyPart(
  async () => (await import('./tour/tour-notice.tsx')).TourNotice,
  true,
);
export const SimilarIdeas = lazyPart(
  async () => (await import('./capture/similar-ideas.tsx')).SimilarIdeas,
  true,
);
export const FindDesk = lazyPart(async () => (await import('./find/find-desk.tsx')).FindDesk, true);
export const InvitePanel = lazyPart(
  async () => (await import('./session/invite-panel.tsx')).InvitePanel,
);
export const SignOutPanel = lazyPart(
  async () => (await import('./session/sign-out-panel.tsx')).SignOutPanel,
);
export const SyncPanel = lazyPart(
  async () => (await import('./sync-status/sync-panel.tsx')).SyncPanel,
);
export const PalettePanel = lazyPart(
  async () => (await import('./shell/palette-panel.tsx')).PalettePanel,
);
export const KeysPanel = lazyPart(async () => (await import('./shell/keys-panel.tsx')).KeysPanel);
