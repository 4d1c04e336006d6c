/** Finds measures by words, where there are more than fit one look. */
import type { MeasureRow } from '../../../shared/domain/measure.ts';
import { Field } from '../../ui/field.tsx';
import { useWords } from '../environment.ts';

type MeasureSearchProps = {
  /** All that could be looked for. */
  readonly count: number;
  readonly words: string;
  readonly onSearch: (words: string) => void;
};

const searchFrom = 6;

export function MeasureSearch({ count, words, onSearch }: MeasureSearchProps) {
  const { t } = useWords();
  if (count < searchFrom) return null;
  return (
    <Field label={t('measures.search')}>
      {(control) => (
        <input
          {...control}
          class="field__input"
          type="search"
          value={words}
          onInput={(event) => onSearch(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** Every word stands somewhere in it. */
export function holdsWords({ name, unit, method }: MeasureRow, words: string): boolean {
  const text = [name, unit, method].join(' ').toLocaleLowerCase();
  return words
    .toLocaleLowerCase()
    .split(/\s+/u)
    .every((word) => text.includes(word));
}
