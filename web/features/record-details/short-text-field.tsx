/** A few words in one line; they are kept when one leaves the box or presses Enter. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { limits } from '../../../shared/domain/improvement.ts';
import { FieldProblem } from '../../ui/field.tsx';
import { useWords } from '../environment.ts';
import './short-text-field.css';

type ShortTextFieldProps = {
  readonly label: string;
  readonly hint: string | undefined;
  readonly value: string;
  /** Offered while one types; anything else may be written too. */
  readonly suggestions?: readonly string[];
  readonly onChange: (value: string) => void;
};

export function ShortTextField(props: ShortTextFieldProps) {
  const { label, hint, value, suggestions = [], onChange } = props;
  const { t } = useWords();
  const listId = useId();
  const problemId = useId();
  /** undefined while nothing is being typed: then the record's own value shows, live. */
  const [draft, setDraft] = useState<string>();
  const latest = useRef({ draft, value, onChange });
  latest.current = { draft, value, onChange };
  const isTooLong = (draft ?? '').trim().length > limits.nameLength;

  const commit = () => {
    const typed = latest.current.draft;
    if (typed === undefined) return;
    const next = typed.replace(/\s+/gu, ' ').trim();
    if (next.length > limits.nameLength) return;
    setDraft(undefined);
    if (next !== latest.current.value) latest.current.onChange(next);
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
    if (event.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      commit();
    }
    if (event.key === 'Escape') setDraft(undefined);
  };

  return (
    <div class="short-text-field">
      <input
        class="short-text-field__box"
        type="text"
        list={suggestions.length > 0 ? listId : undefined}
        aria-label={label}
        aria-describedby={problemId}
        aria-invalid={isTooLong ? true : undefined}
        placeholder={hint ?? t('record.choose')}
        value={draft ?? value}
        enterkeyhint="done"
        onInput={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={handleKey}
        onBlur={commit}
      />
      {suggestions.length > 0 && (
        <datalist id={listId}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
      <FieldProblem
        id={problemId}
        text={isTooLong ? t('record.nameTooLong', { count: limits.nameLength }) : undefined}
      />
    </div>
  );
}
