/** Notices of this page: what it was told of, and the reminders that come with the days. */
import type { NoticeService } from '../services/notices.ts';
import { createNoticeDesk, type NoticeDeskDeps } from './notice-desk.ts';
import { type ReadingsDueDeps, tellReadingsDue } from './tell-readings-due.ts';

export function openNotices(deps: NoticeDeskDeps & Omit<ReadingsDueDeps, 'dayOf'>): NoticeService {
  // In Swedish, a day is written as ISO 8601 has it.
  tellReadingsDue({ ...deps, dayOf: (ms) => new Date(ms).toLocaleDateString('sv') });
  return createNoticeDesk(deps);
}
