/** An icon and a word, small: a state told twice. */
import { Icon, type IconName } from './icon.tsx';
import './badge.css';

type BadgeProps = {
  readonly icon: IconName;
  readonly text: string;
  readonly tone?: 'soft' | 'accent' | 'warn';
};

export const Badge = ({ icon, text, tone = 'soft' }: BadgeProps) => (
  <span class={`badge badge--${tone}`}>
    <Icon name={icon} />
    <span class="badge__text">{text}</span>
  </span>
);
