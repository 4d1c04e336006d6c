/** A button that shows only an icon; its label is its name and its tooltip. */
import { Icon, type IconName } from './icon.tsx';
import './icon-button.css';

type IconButtonProps = {
  readonly icon: IconName;
  readonly label: string;
  readonly disabled?: boolean;
  readonly keys?: string;
  readonly onClick: () => void;
};

export const IconButton = ({ icon, label, disabled, keys, onClick }: IconButtonProps) => (
  <button
    type="button"
    class="icon-button"
    aria-label={label}
    aria-keyshortcuts={keys}
    title={keys === undefined ? label : `${label} (${keys})`}
    disabled={disabled}
    onClick={onClick}
  >
    <Icon name={icon} />
  </button>
);
