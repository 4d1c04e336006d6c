/** Screens and panels that are fetched when they are first needed: capture and the register start without them. */
import { lazyPart } from './lazy-part.tsx';

export const ImprovementScreen = lazyPart(
  async () => (await import('./improvement/improvement-screen.tsx')).ImprovementScreen,
);
export const MoreDetails = lazyPart(
  async () => (await import('./record-details/more-details.tsx')).MoreDetails,
  true,
);
export const AccessSection = lazyPart(
  async () => (await import('./record-details/access-section.tsx')).AccessSection,
  true,
);
export const ProposalSection = lazyPart(
  async () => (await import('./proposal/proposal-section.tsx')).ProposalSection,
  true,
);
export const TriageScreen = lazyPart(
  async () => (await import('./triage/triage-screen.tsx')).TriageScreen,
);
export const MeScreen = lazyPart(async () => (await import('./me/me-screen.tsx')).MeScreen);
export const PeopleScreen = lazyPart(
  async () => (await import('./people/people-screen.tsx')).PeopleScreen,
);
export const DraftsScreen = lazyPart(
  async () => (await import('./drafts/drafts-screen.tsx')).DraftsScreen,
);
export const JoinScreen = lazyPart(
  async () => (await import('./session/join-screen.tsx')).JoinScreen,
);
export const SimilarIdeas = lazyPart(
  async () => (await import('./capture/similar-ideas.tsx')).SimilarIdeas,
  true,
);
export const FindDesk = lazyPart(async () => (await import('./find/find-desk.tsx')).FindDesk, true);
export const InvitePanel = lazyPart(
  async () => (await import('./session/invite-panel.tsx')).InvitePanel,
);
export const RecordHistory = lazyPart(
  async () => (await import('./history/record-history.tsx')).RecordHistory,
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
