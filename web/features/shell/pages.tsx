/** The pages besides capture, the register and a record, by the first part of their address. */
import type { ComponentType } from 'preact';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DemoBanner } from '../demo/demo-banner.tsx';
import { useWords } from '../environment.ts';
import { lazyPart } from '../lazy-part.tsx';
import { useScreenTitle } from './use-screen.ts';

export type PageProps = {
  /** What stands in the address behind the page's name. */
  readonly rest: readonly string[];
  /** Of all these pages. */
  readonly names: readonly string[];
};

const pages: { readonly [name: string]: ComponentType<PageProps> } = {
  'business-case': lazyPart(
    async () => (await import('../business-case/business-case-screen.tsx')).BusinessCaseScreen,
  ),
  celebrate: lazyPart(
    async () => (await import('../celebrate/celebrate-screen.tsx')).CelebrateScreen,
  ),
  decisions: lazyPart(
    async () => (await import('../decisions/decisions-screen.tsx')).DecisionsScreen,
  ),
  board: lazyPart(async () => (await import('../board/board-screen.tsx')).BoardScreen),
  catalogue: lazyPart(
    async () => (await import('../catalogue/catalogue-screen.tsx')).CatalogueScreen,
  ),
  direction: lazyPart(
    async () => (await import('../direction/direction-screen.tsx')).DirectionScreen,
  ),
  drafts: lazyPart(async () => (await import('../drafts/drafts-screen.tsx')).DraftsScreen),
  help: lazyPart(async () => (await import('../help/help-screen.tsx')).HelpScreen),
  join: lazyPart(async () => (await import('../session/join-screen.tsx')).JoinScreen),
  lessons: lazyPart(async () => (await import('../lessons/lessons-screen.tsx')).LessonsScreen),
  kata: lazyPart(async () => (await import('../routines/storyboard-screen.tsx')).StoryboardScreen),
  ooda: lazyPart(async () => (await import('../routines/loop-screen.tsx')).LoopScreen),
  me: lazyPart(async () => (await import('../me/me-screen.tsx')).MeScreen),
  members: lazyPart(async () => (await import('../people/people-screen.tsx')).PeopleScreen),
  insights: lazyPart(async () => (await import('../insights/insights-screen.tsx')).InsightsScreen),
  measures: lazyPart(async () => (await import('../measures/measures-screen.tsx')).MeasuresScreen),
  notices: lazyPart(async () => (await import('../notices/notices-screen.tsx')).NoticesScreen),
  prioritise: lazyPart(
    async () => (await import('../prioritise/prioritise-screen.tsx')).PrioritiseScreen,
  ),
  scoring: lazyPart(async () => (await import('../scoring/scoring-screen.tsx')).ScoringScreen),
  practice: lazyPart(async () => (await import('../practice/practice-screen.tsx')).PracticeScreen),
  reviews: lazyPart(async () => (await import('../reviews/reviews-screen.tsx')).ReviewsScreen),
  triage: lazyPart(async () => (await import('../triage/triage-screen.tsx')).TriageScreen),
};

export const pageNames = Object.keys(pages);

/** `path`: the parts of an address. */
export function Page({ path: [name = '', ...rest] }: { readonly path: readonly string[] }) {
  const Shown = Object.hasOwn(pages, name) ? pages[name] : undefined;
  if (Shown === undefined) return <NotFound />;
  return (
    <>
      <DemoBanner />
      <Shown key={name} rest={rest} names={pageNames} />
    </>
  );
}

function NotFound() {
  const { t } = useWords();
  useScreenTitle(t('app.notFound'));
  return <EmptyState level={1} title={t('app.notFound')} hint={t('app.notFoundHint')} />;
}
