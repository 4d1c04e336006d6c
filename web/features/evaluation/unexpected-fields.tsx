/** What nobody had planned, good or bad, each with how much it weighs. */
import { useId } from 'preact/hooks';
import { magnitudes, mostUnexpected, type Unexpected } from '../../../shared/process/commands.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useWords } from '../environment.ts';
import './unexpected-fields.css';

type UnexpectedFieldsProps = {
  readonly entries: readonly Unexpected[];
  readonly onChange: (entries: readonly Unexpected[]) => void;
};

export function UnexpectedFields({ entries, onChange }: UnexpectedFieldsProps) {
  const { t } = useWords();
  const id = useId();
  const set = (at: number, part: Partial<Unexpected>) =>
    onChange(entries.map((entry, place) => (place === at ? { ...entry, ...part } : entry)));
  return (
    <fieldset class="unexpected-fields" aria-describedby={`${id}-hint`}>
      <legend class="field__label">{t('closing.unexpected')}</legend>
      <p class="unexpected-fields__hint" id={`${id}-hint`}>
        {t('closing.unexpectedHint')}
      </p>
      {entries.map(({ text, magnitude }, at) => (
        <div class="unexpected-fields__entry" key={at}>
          <input
            class="field__input"
            type="text"
            aria-label={t('closing.unexpectedWhat', { number: at + 1 })}
            maxLength={300}
            value={text}
            onInput={(event) => set(at, { text: event.currentTarget.value })}
          />
          <select
            class="field__input"
            aria-label={t('closing.unexpectedWeight', { number: at + 1 })}
            value={magnitude}
            onChange={(event) => {
              const chosen = Number(event.currentTarget.value);
              set(at, { magnitude: magnitudes.find((one) => one === chosen) ?? magnitude });
            }}
          >
            {magnitudes.toReversed().map((one) => (
              <option key={one} value={one}>
                {t(`closing.weight.${one}`)}
              </option>
            ))}
          </select>
          <IconButton
            icon="close"
            label={t('closing.unexpectedRemove', { number: at + 1 })}
            onClick={() => onChange(entries.filter((_, place) => place !== at))}
          />
        </div>
      ))}
      {entries.length < mostUnexpected && (
        <Button
          kind="quiet"
          icon="plus"
          onClick={() => onChange([...entries, { text: '', magnitude: 1 }])}
        >
          {t('closing.unexpectedAdd')}
        </Button>
      )}
    </fieldset>
  );
}
