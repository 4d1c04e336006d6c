/** Whoever has a record before their eyes has read what they were told of it. */
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { useNotices } from './use-notices.ts';

export function useNoticesRead(id: DocumentId): void {
  useNotices(
    (desk) => {
      const read = () => {
        if (document.visibilityState === 'visible') void desk.readOf(id);
      };
      const stop = desk.watchUnread(read);
      document.addEventListener('visibilitychange', read);
      return () => {
        stop();
        document.removeEventListener('visibilitychange', read);
      };
    },
    [id],
  );
}
