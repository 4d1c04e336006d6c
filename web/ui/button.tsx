/** A button with words, or a link that looks like one. */
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';
import './button.css';

type Look = {
  /** One primary a screen; `plain` beside it; `quiet` where a line of text would do. */
  readonly kind?: 'primary' | 'plain' | 'quiet';
  readonly icon?: IconName;
  readonly children: ComponentChildren;
};

type ButtonProps = Look & {
  readonly type?: 'button' | 'submit';
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly describedBy?: string;
  readonly onClick?: () => void;
};

export const Button = ({ kind = 'plain', icon, children, ...button }: ButtonProps) => (
  <button
    type={button.type ?? 'button'}
    class={`button button--${kind}`}
    disabled={button.disabled}
    aria-pressed={button.pressed}
    aria-expanded={button.expanded}
    aria-describedby={button.describedBy}
    onClick={button.onClick}
  >
    {icon !== undefined && <Icon name={icon} />}
    {children}
  </button>
);

type ButtonLinkProps = Look & { readonly href: string; readonly onClick?: () => void };

export const ButtonLink = ({ kind = 'plain', icon, href, children, onClick }: ButtonLinkProps) => (
  <a class={`button button--${kind}`} href={href} onClick={onClick}>
    {icon !== undefined && <Icon name={icon} />}
    {children}
  </a>
);
