/** An input whose words are kept when one leaves it or presses Enter, not key by key. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Field } from './field.tsx';

type CommittedInputProps = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly type?: 'text' | 'date' | 'decimal';
  readonly value: string;
  readonly placeholder?: string;
  readonly readOnly?: boolean;
  readonly autofocus?: boolean;
  /** Takes what was written, or says why it can't. */
  readonly onCommit: (value: string) => string | undefined;
};

export function CommittedInput(props: CommittedInputProps) {
  const { type = 'text', value } = props;
  const box = useRef<HTMLInputElement>(null);
  /** undefined while nothing is being typed: then the value shows, live. */
  const [draft, setDraft] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const latest = useRef({ draft, props });
  latest.current = { draft, props };

  const commit = () => {
    const { draft: typed, props: now } = latest.current;
    if (typed === undefined) return;
    // A half-written date has no value, and nobody meant to clear it.
    if (box.current?.validity.badInput === true) return;
    const next = typed.replace(/\s+/gu, ' ').trim();
    const refused = next === now.value ? undefined : now.onCommit(next);
    setProblem(refused);
    if (refused !== undefined) return;
    // At once: leaving may follow before this is drawn again, and must not commit twice.
    latest.current = { ...latest.current, draft: undefined };
    setDraft(undefined);
  };

  // Leaving the screen may take the field away before it loses focus.
  useEffect(() => {
    addEventListener('pagehide', commit, true);
    return () => {
      removeEventListener('pagehide', commit, true);
      commit();
    };
  }, []);

  const handleKey = (event: KeyboardEvent) => {
    if (event.isComposing || event.key !== 'Enter') return;
    event.preventDefault();
    commit();
  };

  return (
    <Field label={props.label} hint={props.hint} problem={problem}>
      {(control) => {
        const attributes = {
          ...control,
          class: 'field__input',
          ref: box,
          placeholder: props.placeholder ?? '',
          readOnly: props.readOnly ?? false,
          autofocus: props.autofocus ?? false,
          value: draft ?? value,
          enterkeyhint: 'done',
          onInput: (event: { readonly currentTarget: HTMLInputElement }) =>
            setDraft(event.currentTarget.value),
          onKeyDown: handleKey,
          onBlur: commit,
        } as const;
        return type === 'date' ? (
          <input {...attributes} type="date" />
        ) : (
          <input {...attributes} type="text" inputMode={type} />
        );
      }}
    </Field>
  );
}
