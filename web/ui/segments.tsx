/** One choice out of a few, side by side: radio buttons that look like a segmented control. */
import { useId } from 'preact/hooks';
import './segments.css';

type SegmentsProps<Value extends string> = {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value | '';
  readonly labelHidden?: boolean;
  readonly onChoose: (value: Value) => void;
};

export function Segments<Value extends string>(props: SegmentsProps<Value>) {
  const name = useId();
  return (
    <fieldset class="segments">
      <legend class={props.labelHidden === true ? 'visually-hidden' : 'segments__label'}>
        {props.label}
      </legend>
      <div class="segments__options">
        {props.options.map((option) => (
          <label class="segments__option" key={option.value}>
            <input
              class="segments__input"
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === props.value}
              onChange={() => props.onChoose(option.value)}
            />
            <span class="segments__text">{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
