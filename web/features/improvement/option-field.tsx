/** One of a few answers, in the list that the phone or browser brings along. */
import { Field } from '../../ui/field.tsx';

type OptionFieldProps<Value extends string> = {
  readonly label: string;
  readonly problem: string | undefined;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value | '';
  readonly onChoose: (value: Value | '') => void;
};

export const OptionField = <Value extends string>(props: OptionFieldProps<Value>) => (
  <Field label={props.label} problem={props.problem}>
    {(control) => (
      <select
        {...control}
        class="field__input"
        value={props.value}
        onChange={(event) => props.onChoose(event.currentTarget.value as Value | '')}
      >
        <option value="">–</option>
        {props.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    )}
  </Field>
);
