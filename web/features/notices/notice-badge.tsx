/** How many notices wait, beside the way to them and on the app's own icon. */
import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '../environment.ts';
import { useUnread } from './use-notices.ts';
import './notice-badge.css';

const descriptionId = 'notice-count';
/** More is not counted at a glance. */
const shownAtMost = 99;

export function NoticeBadge() {
  const { t } = useWords();
  const count = useUnread();
  const badge = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    // The link keeps its name; the number describes it.
    badge.current?.closest('a')?.setAttribute('aria-describedby', descriptionId);
    showOnIcon(count);
  }, [count]);

  return (
    <span ref={badge} class="notice-badge">
      {count > 0 && (
        <span class="notice-badge__count figures" aria-hidden="true" data-testid="notice-count">
          {count > shownAtMost ? `${shownAtMost}+` : count}
        </span>
      )}
      <span id={descriptionId} hidden>
        {count > 0 && t('notices.count', { count })}
      </span>
    </span>
  );
}

/** Not every browser has it, and not every system lets an app do it. */
function showOnIcon(count: number): void {
  const { setAppBadge } = navigator as { readonly setAppBadge?: (count: number) => Promise<void> };
  setAppBadge?.call(navigator, count).catch(() => undefined);
}
