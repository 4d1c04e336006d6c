/** Parts of an open record that are drawn after its words, and fetched when they are first needed. */
import { lazyPart } from '../lazy-part.tsx';

export const Story = lazyPart(async () => (await import('./story.tsx')).Story, true);
export const LinkFacts = lazyPart(
  async () => (await import('../links/link-facts.tsx')).LinkFacts,
  true,
);
export const MoreDetails = lazyPart(
  async () => (await import('../record-details/more-details.tsx')).MoreDetails,
  true,
);
export const AccessSection = lazyPart(
  async () => (await import('../record-details/access-section.tsx')).AccessSection,
  true,
);
export const RecordHistory = lazyPart(
  async () => (await import('../history/record-history.tsx')).RecordHistory,
);
