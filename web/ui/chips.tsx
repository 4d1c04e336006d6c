/** Short entries that can be taken off one by one, and a box to add another. */
import { useId, useState } from 'preact/hooks';
import { FieldProblem } from './field.tsx';
import { Icon } from './icon.tsx';
import './chips.css';

type ChipsProps = {
  readonly label: string;
  readonly addLabel: string;
  readonly entries: readonly string[];
  readonly removeLabel: (entry: string) => string;
  /** Adds the entry, or says why it can't be. */
  readonly onAdd: (entry: string) => string | undefined;
  readonly onRemove: (entry: string) => void;
};

export function Chips(props: ChipsProps) {
  const problemId = useId();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string>();

  const add = () => {
    const entry = typed.replace(/\s+/gu, ' ').trim();
    if (entry === '') return setTyped('');
    const refused = props.entries.includes(entry) ? undefined : props.onAdd(entry);
    setProblem(refused);
    if (refused === undefined) setTyped('');
  };

  const handleKey = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Enter' || event.key === ',' || event.key === '，') {
      event.preventDefault();
      add();
    }
    const last = props.entries.at(-1);
    if (event.key === 'Backspace' && typed === '' && last !== undefined) props.onRemove(last);
  };

  return (
    <div class="chips">
      <ul class="chips__list" aria-label={props.label}>
        {props.entries.map((entry) => (
          <li class="chips__chip" key={entry}>
            <span class="chips__text">{entry}</span>
            <button
              type="button"
              class="chips__remove"
              aria-label={props.removeLabel(entry)}
              onClick={() => props.onRemove(entry)}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
        <li class="chips__adding">
          <input
            class="chips__input"
            aria-label={props.addLabel}
            aria-describedby={problemId}
            aria-invalid={problem === undefined ? undefined : true}
            placeholder={props.addLabel}
            value={typed}
            enterkeyhint="done"
            autocapitalize="off"
            onInput={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={handleKey}
            onBlur={add}
          />
        </li>
      </ul>
      <FieldProblem id={problemId} text={problem} />
    </div>
  );
}
