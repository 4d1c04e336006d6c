/** What a screen shows when there is nothing to show: why, and the one thing to do about it. */
import type { ComponentChildren } from 'preact';
import './empty-state.css';

type EmptyStateProps = {
  readonly title: string;
  readonly hint: string;
  readonly role?: 'status' | 'alert';
  /** Buttons. */
  readonly children?: ComponentChildren;
};

export const EmptyState = ({ title, hint, role, children }: EmptyStateProps) => (
  <div class="empty-state" role={role} data-testid="empty-state">
    <h2 class="empty-state__title">{title}</h2>
    <p class="empty-state__hint">{hint}</p>
    {children}
  </div>
);
