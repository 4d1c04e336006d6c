/** Paths of pages that nothing of a first visit leads to; those in routes.ts are part of every start. */
import type { DocumentId } from '../shared/domain/ids.ts';

export const pathToPage = {
  businessCase: (id: DocumentId) => `/business-case/${id}`,
  catalogue: '/catalogue',
  kata: (id: DocumentId) => `/kata/${id}`,
  /** The card that is being filled. */
  coachingCard: (id: DocumentId) => `/kata/${id}/card`,
  ooda: (id: DocumentId) => `/ooda/${id}`,
  help: '/help',
  helpOn: (page: string) => `/help/${page}`,
  decisions: '/decisions',
  triage: '/triage',
  notices: '/notices',
  direction: '/direction',
  prioritise: '/prioritise',
  scoring: '/scoring',
  board: '/board',
  insights: '/insights',
  practice: '/practice',
  reviews: '/reviews',
  celebrate: '/celebrate',
  success: (id: DocumentId) => `/celebrate/${id}`,
  lessons: '/lessons',
  lessonsOf: (id: DocumentId) => `/lessons/${id}`,
  measures: '/measures',
  measure: (id: DocumentId) => `/measures/${id}`,
} as const;
