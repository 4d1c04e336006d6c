/** The search box of the register. */
import type { Ref } from 'preact';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useWords } from '../environment.ts';
import './search-field.css';

type SearchFieldProps = {
  readonly text: string;
  readonly inputRef: Ref<HTMLInputElement>;
  readonly onSearch: (text: string) => void;
  /** The person wants to go on into the list. */
  readonly onEnterList: () => void;
};

export function SearchField({ text, inputRef, onSearch, onEnterList }: SearchFieldProps) {
  const { t } = useWords();
  const handleKey = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') onSearch('');
    if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      onEnterList();
    }
  };
  return (
    <div class="search-field" role="search">
      <Icon name="search" />
      <input
        class="search-field__input"
        ref={inputRef}
        type="search"
        aria-label={t('register.search')}
        placeholder={t('register.searchHint')}
        aria-keyshortcuts="/"
        enterkeyhint="search"
        autocomplete="off"
        value={text}
        onInput={(event) => onSearch(event.currentTarget.value)}
        onKeyDown={handleKey}
      />
      {text === '' ? (
        <kbd class="search-field__key" aria-hidden="true">
          /
        </kbd>
      ) : (
        <IconButton icon="close" label={t('register.clear')} onClick={() => onSearch('')} />
      )}
    </div>
  );
}
