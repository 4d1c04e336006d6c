/** An edit of a text, to be unfolded: the words that went and came, and the way back to either text. */
import { useId, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import type { TextOfHistory, WaysBack } from './history-subject.ts';
import { compareTexts, rewriteText, shortenParts } from './text-difference.ts';
import './text-change.css';

type TextChangeProps = {
  readonly ways: WaysBack;
  readonly field: TextOfHistory;
  readonly texts: { readonly old: string; readonly new: string } | undefined;
};

export function TextChange({ ways, field, texts }: TextChangeProps) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  if (texts === undefined) return <p class="text-change__note">{t('history.tooLong')}</p>;
  return (
    <div class="text-change">
      <button
        type="button"
        class="text-change__toggle"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {t(isOpen ? 'history.hideChange' : 'history.showChange')}
      </button>
      <div id={id} hidden={!isOpen}>
        {isOpen && <Unfolded ways={ways} field={field} texts={texts} />}
      </div>
    </div>
  );
}

type UnfoldedProps = TextChangeProps & { readonly texts: NonNullable<TextChangeProps['texts']> };

function Unfolded({ ways, field, texts }: UnfoldedProps) {
  const { showToast } = useEnvironment();
  const { t } = useWords();
  const standing = ways.textOf(field);
  const now = standing?.text.toString();
  const bringBack = (wanted: string) => {
    if (standing === undefined) return;
    rewriteText(standing.text, wanted, standing.origin);
    showToast({ text: t('history.isBack', { field: t(`field.${field}`) }) });
  };
  return (
    <>
      <p class="text-change__words">
        {shortenParts(compareTexts(texts.old, texts.new)).map(({ type, text }, i) =>
          type === 'same' ? (
            <span key={i}>{text}</span>
          ) : type === 'inserted' ? (
            <ins key={i}>
              <span class="visually-hidden">{t('history.inserted')} </span>
              {text}
            </ins>
          ) : (
            <del key={i}>
              <span class="visually-hidden">{t('history.deleted')} </span>
              {text}
            </del>
          ),
        )}
      </p>
      <div class="text-change__ways">
        {standing !== undefined && texts.old !== now && (
          <Button kind="quiet" icon="undo" onClick={() => bringBack(texts.old)}>
            {t('history.bringBackOld')}
          </Button>
        )}
        {standing !== undefined && texts.new !== now && (
          <Button kind="quiet" onClick={() => bringBack(texts.new)}>
            {t('history.bringBack')}
          </Button>
        )}
      </div>
    </>
  );
}
