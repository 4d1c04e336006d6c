/** Several out of a list: check boxes with a word of explanation each. */
import { useId } from 'preact/hooks';
import './choices.css';

type ChoicesProps<Value extends string> = {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    readonly hint?: string;
  }[];
  readonly chosen: readonly Value[];
  readonly onChange: (chosen: readonly Value[]) => void;
};

export function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const { chosen, onChange } = props;
  const id = useId();
  const toggle = (value: Value, on: boolean) =>
    onChange(on ? [...chosen, value] : chosen.filter((other) => other !== value));
  return (
    <fieldset class="choices" aria-describedby={`${id}-problem`}>
      <legend class={props.isLabelHidden === true ? 'visually-hidden' : 'choices__label'}>
        {props.label}
      </legend>
      {props.hint !== undefined && <p class="choices__hint">{props.hint}</p>}
      {props.options.map(({ value, label, hint }) => (
        <label class="choices__option" key={value}>
          <input
            class="choices__box"
            type="checkbox"
            checked={chosen.includes(value)}
            aria-describedby={hint && `${id}-${value}`}
            onChange={(event) => toggle(value, event.currentTarget.checked)}
          />
          <span>
            {label}
            {hint !== undefined && (
              <span class="choices__hint" id={`${id}-${value}`} aria-hidden="true">
                {hint}
              </span>
            )}
          </span>
        </label>
      ))}
      <p class="field__problem" id={`${id}-problem`} role="alert">
        {props.problem}
      </p>
    </fieldset>
  );
}
