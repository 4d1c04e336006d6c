/** One of several answers, in the list that the phone or browser brings along, without a label of its own beside it. */
import { Icon } from '../../ui/icon.tsx';
import './plain-select.css';

type PlainSelectProps = {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly onChoose: (value: string) => void;
};

export const PlainSelect = ({ label, options, value, onChoose }: PlainSelectProps) => (
  <span class="plain-select">
    <select
      class="plain-select__select"
      aria-label={label}
      value={value}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
    <Icon name="down" />
  </span>
);
