/** The title, written where it stands; it is kept when one leaves it or presses Enter. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { limits } from '../../../shared/domain/improvement.ts';
import { FieldProblem } from '../../ui/field.tsx';
import { useWords } from '../environment.ts';
import './title-field.css';

type TitleFieldProps = {
  readonly title: string;
  readonly readOnly: boolean;
  readonly onChange: (title: string) => void;
};

export function TitleField({ title, readOnly, onChange }: TitleFieldProps) {
  const { t } = useWords();
  const problemId = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  /** undefined while nothing is being typed: then the record's own title shows, live. */
  const [draft, setDraft] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const latest = useRef({ draft, title, onChange });
  latest.current = { draft, title, onChange };

  const commit = () => {
    const next = oneLine(latest.current.draft ?? latest.current.title);
    setDraft(undefined);
    setProblem(next === '' ? t('record.titleBlank') : undefined);
    if (next !== '' && next !== latest.current.title) latest.current.onChange(next);
  };

  // Leaving the screen may take the field away before it loses focus.
  useEffect(() => {
    const commitDraft = () => latest.current.draft !== undefined && commit();
    addEventListener('pagehide', commitDraft, true);
    return () => {
      removeEventListener('pagehide', commitDraft, true);
      commitDraft();
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

  const shown = draft ?? title;
  return (
    <div class="title-field">
      <div class="title-field__paper">
        <div class="title-field__measure" aria-hidden="true">
          {shown}
          {'\u200b'}
        </div>
        <textarea
          class="title-field__box"
          ref={box}
          rows={1}
          value={shown}
          maxLength={limits.titleLength}
          readOnly={readOnly}
          aria-label={t('field.title')}
          aria-describedby={problemId}
          placeholder={t('register.untitled')}
          enterkeyhint="done"
          onInput={(event) => {
            setProblem(undefined);
            setDraft(event.currentTarget.value);
          }}
          onKeyDown={handleKey}
          onBlur={() => draft !== undefined && commit()}
        />
      </div>
      <FieldProblem id={problemId} text={problem} />
    </div>
  );
}

const oneLine = (text: string): string =>
  text.replace(/\s+/gu, ' ').trim().slice(0, limits.titleLength);
