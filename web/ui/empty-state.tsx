/** What a screen shows when there is nothing to show: why, and the one thing to do about it. */
import type { ComponentChildren } from 'preact';
import './empty-state.css';

type EmptyStateProps = {
  readonly title: string;
  readonly hint: string;
  readonly role?: 'status' | 'alert';
  /** 1 where it is all there is on the screen. */
  readonly level?: 1 | 2 | 3;
  /** Buttons. */
  readonly children?: ComponentChildren;
};

export const EmptyState = ({ title, hint, role, level = 2, children }: EmptyStateProps) => {
  const Heading = `h${level}` as const;
  return (
    <div class="empty-state" role={role} data-testid="empty-state">
      <Heading class="empty-state__title">{title}</Heading>
      <p class="empty-state__hint">{hint}</p>
      {children}
    </div>
  );
};
