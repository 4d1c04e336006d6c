/** One way out of the bar or the rail, marked when one is there. */
import type { ComponentChildren } from 'preact';
import { pathTo } from '../../routes.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';

type NavItemProps = {
  readonly icon: IconName;
  readonly label: string;
  readonly path: string;
  readonly keys?: string;
  readonly children?: ComponentChildren;
};

export function NavItem({ icon, label, path, keys, children }: NavItemProps) {
  const here = location.pathname === path;
  const within =
    location.pathname.startsWith(`${path}/`) ||
    (path === pathTo.register && location.pathname.startsWith('/improvements/'));
  return (
    <li>
      <a
        class={`shell__item ${here || within ? 'shell__item--here' : ''}`}
        href={path}
        aria-current={here ? 'page' : within ? 'true' : undefined}
      >
        <Icon name={icon} />
        <span class="shell__label">{label}</span>
        {children}
        {keys !== undefined && (
          <kbd class="shell__keys" aria-hidden="true">
            {keys}
          </kbd>
        )}
      </a>
    </li>
  );
}
