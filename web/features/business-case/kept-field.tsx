/** One line that is kept when one leaves the box or presses Enter; what can't be kept stays in it, and says why. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { FieldProblem } from '../../ui/field.tsx';
import './kept-field.css';

type KeptFieldProps = {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly type: 'text' | 'amount' | 'day';
  readonly value: string;
  readonly hint?: string | undefined;
  readonly isReadOnly: boolean;
  /** What is typed, as it would be kept, or the sentence that says why it can't be. */
  readonly parse: (typed: string) => { readonly value: string } | { readonly problem: string };
  readonly onKeep: (value: string) => void;
};

export function KeptField(props: KeptFieldProps) {
  const { label, isLabelHidden = false, type, value, hint, isReadOnly } = props;
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  /** undefined while nothing is being typed: then the record's own value shows, live. */
  const [draft, setDraft] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const latest = useRef({ ...props, draft });
  latest.current = { ...props, draft };

  const keep = () => {
    const { draft: typed, parse, value: kept, onKeep } = latest.current;
    if (typed === undefined && box.current?.validity.badInput !== true) return;
    const parsed = parse(typed ?? '?');
    if ('problem' in parsed) return setProblem(parsed.problem);
    setProblem(undefined);
    setDraft(undefined);
    if (parsed.value !== kept) onKeep(parsed.value);
  };

  // Leaving the screen may take the field away before it loses focus.
  useEffect(() => {
    addEventListener('pagehide', keep, true);
    return () => {
      removeEventListener('pagehide', keep, true);
      keep();
    };
  }, []);

  const handleKey = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      keep();
    }
    if (event.key === 'Escape' && draft !== undefined) {
      event.stopPropagation();
      setDraft(undefined);
      setProblem(undefined);
    }
  };

  return (
    <div class="kept-field">
      <label class={isLabelHidden ? 'visually-hidden' : 'kept-field__label'} for={id}>
        {label}
      </label>
      <input
        class={`kept-field__box ${type === 'amount' ? 'figures' : ''}`}
        id={id}
        ref={box}
        {...inputTypes[type]}
        aria-describedby={`${id}-problem`}
        aria-invalid={problem === undefined ? undefined : true}
        placeholder={isReadOnly ? '' : hint}
        value={draft ?? value}
        disabled={isReadOnly}
        enterkeyhint="done"
        autocomplete="off"
        onInput={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={handleKey}
        onBlur={keep}
      />
      <FieldProblem id={`${id}-problem`} text={problem} />
    </div>
  );
}

const inputTypes = {
  text: { type: 'text' },
  amount: { type: 'text', inputMode: 'decimal' },
  day: { type: 'date' },
} as const;
