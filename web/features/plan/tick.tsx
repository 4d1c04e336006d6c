/** A box that says that something is done: one tap, and one tap back. */
import { Icon } from '../../ui/icon.tsx';

type TickProps = {
  readonly label: string;
  readonly isOn: boolean;
  readonly isReadOnly: boolean;
  readonly onChange: (isOn: boolean) => void;
};

export const Tick = ({ label, isOn, isReadOnly, onChange }: TickProps) => (
  <button
    type="button"
    class={`plan__tick ${isOn ? 'plan__tick--on' : ''}`}
    role="checkbox"
    aria-checked={isOn}
    aria-label={label}
    disabled={isReadOnly}
    onClick={() => onChange(!isOn)}
  >
    <span class="plan__box">{isOn && <Icon name="check" />}</span>
  </button>
);
