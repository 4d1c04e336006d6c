/** A label, one control, a hint and, when something is wrong, the sentence that says so. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './field.css';

/** What a control takes over so that its label, hint and problem belong to it. */
export type ControlAttributes = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
};

type FieldProps = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly children: (control: ControlAttributes) => ComponentChildren;
};

export function Field({ label, hint, problem, children }: FieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  const problemId = `${id}-problem`;
  const describedBy = [hint && hintId, problem && problemId].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label class="field__label" for={id}>
        {label}
      </label>
      {hint !== undefined && (
        <p class="field__hint" id={hintId}>
          {hint}
        </p>
      )}
      {children({
        id,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': problem === undefined ? undefined : true,
      })}
      <FieldProblem id={problemId} text={problem} />
    </div>
  );
}

type FieldProblemProps = { readonly id: string; readonly text: string | undefined };

/** Always in the page, so that screen readers announce the sentence when it comes. */
export const FieldProblem = ({ id, text }: FieldProblemProps) => (
  <p class="field__problem" id={id} role="alert">
    {text}
  </p>
);
