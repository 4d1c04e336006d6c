/** A message that stays until it is dealt with: what happened, and what can be done. */
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';
import './notice.css';

type NoticeProps = {
  readonly tone: 'calm' | 'warn' | 'danger';
  readonly icon: IconName;
  readonly title?: string | undefined;
  readonly text?: string | undefined;
  readonly role?: 'status' | 'alert';
  /** Buttons. */
  readonly children?: ComponentChildren;
};

export const Notice = ({ tone, icon, title, text, role, children }: NoticeProps) => (
  <div class={`notice notice--${tone}`} role={role}>
    <Icon name={icon} />
    <div class="notice__words">
      {title !== undefined && <p class="notice__title">{title}</p>}
      {text !== undefined && <p>{text}</p>}
    </div>
    {children !== undefined && <div class="notice__actions">{children}</div>}
  </div>
);
