/** A box to write in that offers people behind an `@`: by touch, and by arrow keys and Enter. */
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Person } from '../../../shared/domain/person.ts';
import { Avatar } from '../../ui/avatar.tsx';
import type { ControlAttributes } from '../../ui/field.tsx';
import { useWords } from '../environment.ts';
import { type MentionQuery, mentionQueryAt, peopleFor, withMention } from './mention-query.ts';
import './mention-box.css';

type MentionBoxProps = {
  readonly control: ControlAttributes;
  /** Whom one may name. */
  readonly people: readonly Person[];
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

export function MentionBox({ control, people, text, onText, onKeyDown }: MentionBoxProps) {
  const { t } = useWords();
  const listId = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const caret = useRef<number>(null);
  const [query, setQuery] = useState<MentionQuery>();
  const [chosen, setChosen] = useState(0);
  const found = query === undefined ? [] : peopleFor(query, people);

  // Once the box shows the text with the name, the caret goes behind it.
  useLayoutEffect(() => {
    if (caret.current === null) return;
    box.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [text]);

  const look = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement) => {
    setQuery(selectionStart === selectionEnd ? mentionQueryAt(value, selectionEnd) : undefined);
    setChosen(0);
  };
  const choose = (person: Person | undefined) => {
    if (query === undefined || person === undefined) return;
    const next = withMention(text, query, person);
    caret.current = next.caret;
    setQuery(undefined);
    onText(next.text);
    box.current?.focus();
  };
  const handleKey = (event: KeyboardEvent) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.isComposing;
    const act = found.length > 0 && isPlain ? keys[event.key] : undefined;
    if (act === undefined) return onKeyDown(event);
    event.preventDefault();
    event.stopPropagation();
    if (act === 'choose') choose(found[chosen]);
    else if (act === 'close') setQuery(undefined);
    else setChosen((chosen + act + found.length) % found.length);
  };

  return (
    <div class="mention-box">
      <textarea
        {...control}
        ref={box}
        class="field__input conversation__box"
        rows={2}
        value={text}
        aria-autocomplete="list"
        aria-controls={found.length > 0 ? listId : undefined}
        aria-activedescendant={found.length > 0 ? `${listId}-${chosen}` : undefined}
        onInput={(event) => {
          onText(event.currentTarget.value);
          look(event.currentTarget);
        }}
        onClick={(event) => look(event.currentTarget)}
        onBlur={() => setQuery(undefined)}
        onKeyDown={handleKey}
      />
      {found.length > 0 && (
        <ul class="mention-box__people" id={listId} role="listbox" aria-label={t('mention.people')}>
          {found.map((person, at) => (
            <li
              key={person.id}
              id={`${listId}-${at}`}
              class="mention-box__person"
              role="option"
              aria-selected={at === chosen}
              data-testid="mention-choice"
              // The box keeps the focus.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(person)}
            >
              <Avatar id={person.id} name={person.displayName} />
              <span class="mention-box__name">{person.displayName}</span>
            </li>
          ))}
        </ul>
      )}
      <span class="visually-hidden" role="status">
        {found.length > 0 && t('mention.found', { count: found.length })}
      </span>
    </div>
  );
}

const keys: Readonly<Record<string, 1 | -1 | 'choose' | 'close'>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  Enter: 'choose',
  Tab: 'choose',
  Escape: 'close',
};
