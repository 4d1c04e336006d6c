/** Where one's work is, always in sight; opens the sync panel. */
import { Badge } from '../../ui/badge.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useNow } from '../use-now.ts';
import { useReadable } from '../use-readable.ts';
import { summariseSync } from './sync-summary.ts';
import './sync-badge.css';

export function SyncBadge() {
  const { services, openPanel } = useEnvironment();
  const words = useWords();
  const summary = summariseSync(useReadable(services.sync.status), useNow(), words);
  return (
    <button
      type="button"
      class="sync-badge"
      aria-label={words.t('sync.badge.label', { state: summary.text })}
      onClick={() => openPanel({ type: 'sync' })}
    >
      <Badge {...summary} />
    </button>
  );
}
