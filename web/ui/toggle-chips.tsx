/** Several out of a few short values: chips that are pressed or not. */
import './toggle-chips.css';

type ToggleChipsProps<Value extends string> = {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly chosen: readonly Value[];
  readonly onChange: (chosen: readonly Value[]) => void;
};

export function ToggleChips<Value extends string>(props: ToggleChipsProps<Value>) {
  const { chosen, onChange } = props;
  const toggle = (value: Value) =>
    onChange(
      chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value],
    );
  return (
    <fieldset class="toggle-chips">
      <legend class="toggle-chips__label">{props.label}</legend>
      <div class="toggle-chips__options">
        {props.options.map(({ value, label }) => (
          <button
            key={value}
            type="button"
            class="toggle-chips__chip"
            aria-pressed={chosen.includes(value)}
            onClick={() => toggle(value)}
          >
            {label}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
