/** The controls of an entry's fields, by what a field takes. */
import { Field } from '../../ui/field.tsx';
import { useWords } from '../environment.ts';
import { useDraft } from './use-draft.ts';

type ControlProps<Value> = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly isReadOnly: boolean;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
};

export function TextControl(
  props: ControlProps<string> & {
    readonly atMost: number;
    readonly isLong: boolean;
    /** What becomes of the words before they are kept; undefined: they can't be, and `refusal` says why. */
    readonly read?: (text: string) => string | undefined;
    readonly refusal?: string;
  },
) {
  const { t } = useWords();
  const draft = useDraft(props.value, (text) => {
    const next = props.isLong ? text.trim() : text.replace(/\s+/gu, ' ').trim();
    if (next.length > props.atMost) return t('items.tooLong', { count: props.atMost });
    const read = next === '' || props.read === undefined ? next : props.read(next);
    if (read === undefined) return props.refusal;
    props.onChange(read);
    return undefined;
  });
  const handleKey = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') draft.discard();
    if (event.key === 'Enter' && !props.isLong) {
      event.preventDefault();
      draft.commit();
    }
  };
  return (
    <Field label={props.label} hint={props.hint} problem={draft.problem}>
      {(control) => {
        const shared = {
          ...control,
          class: `field__input ${props.isLong ? 'item-fields__long' : ''}`,
          readOnly: props.isReadOnly,
          value: draft.shown,
          onInput: (event: { readonly currentTarget: { readonly value: string } }) =>
            draft.type(event.currentTarget.value),
          onKeyDown: handleKey,
          onBlur: draft.commit,
        };
        return props.isLong ? <textarea rows={1} {...shared} /> : <input type="text" {...shared} />;
      }}
    </Field>
  );
}

export function NumberControl(
  props: ControlProps<number | ''> & { readonly from: number; readonly to: number },
) {
  const { t, format } = useWords();
  const { from, to, value } = props;
  const draft = useDraft(value === '' ? '' : String(value), (text) => {
    const typed = text.trim().replace(',', '.');
    const next = typed === '' ? '' : Number(typed);
    if (next !== '' && !(next >= from && next <= to)) {
      return t('items.number', { from: format.number(from), to: format.number(to) });
    }
    props.onChange(next);
    return undefined;
  });
  return (
    <Field label={props.label} hint={props.hint} problem={draft.problem}>
      {(control) => (
        <input
          {...control}
          class="field__input figures"
          type="text"
          inputMode="decimal"
          readOnly={props.isReadOnly}
          value={draft.shown}
          onInput={(event) => draft.type(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && draft.commit()}
          onBlur={draft.commit}
        />
      )}
    </Field>
  );
}

type Choice = { readonly value: string; readonly label: string };

export const ChoiceControl = (
  props: ControlProps<string> & {
    readonly options: readonly Choice[];
    /** False: one of them always holds. */
    readonly mayBeNone?: boolean;
  },
) => (
  <Field label={props.label} hint={props.hint}>
    {(control) => (
      <select
        {...control}
        class="field__input"
        disabled={props.isReadOnly}
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      >
        {props.mayBeNone !== false && <option value="">–</option>}
        {props.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    )}
  </Field>
);

export const YesControl = (props: ControlProps<'yes' | ''>) => (
  <label class="item-fields__yes">
    <input
      class="choices__box"
      type="checkbox"
      disabled={props.isReadOnly}
      checked={props.value === 'yes'}
      onChange={(event) => props.onChange(event.currentTarget.checked ? 'yes' : '')}
    />
    <span>
      {props.label}
      {props.hint !== undefined && <span class="item-fields__hint">{props.hint}</span>}
    </span>
  </label>
);
