/** A text that several people write at once: a plain text area, with the others' carets in it. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { DocumentText } from '../../../shared/document/schema.ts';
import type { OpenTexts } from '../../services/open-document.ts';
import { CaretOverlay, type DrawnCaret } from '../../ui/caret-overlay.tsx';
import { useWords } from '../environment.ts';
import { FieldHistoryButton } from '../history/field-history.tsx';
import { useReadable } from '../use-readable.ts';
import { bindTextBox } from './text-binding.ts';
import './collaborative-text.css';

type CollaborativeTextProps<Text extends DocumentText> = {
  /** The open document that it stands in. */
  readonly texts: OpenTexts<Text>;
  readonly field: Text;
  /** Shown while the text is empty. */
  readonly hint: string;
  readonly readOnly: boolean;
};

export function CollaborativeText<Text extends DocumentText>({
  texts,
  field,
  hint,
  readOnly,
}: CollaborativeTextProps<Text>) {
  const { t } = useWords();
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [shown, setShown] = useState('');
  const others = useReadable(texts.room.others);
  // Another one after the server has refused an edit and the record was built anew.
  const text = texts.text(field);

  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const binding = bindTextBox({
      text,
      box: element,
      origin: texts.editorOrigin,
      hasFocus: () => document.activeElement === element,
      onShown: setShown,
    });
    const flushWhenHidden = () => document.visibilityState === 'hidden' && binding.flush();
    // Capturing, so that the words are in the document before the core writes it to the disk.
    addEventListener('visibilitychange', flushWhenHidden, true);
    addEventListener('pagehide', binding.flush, true);
    return () => {
      removeEventListener('visibilitychange', flushWhenHidden, true);
      removeEventListener('pagehide', binding.flush, true);
      binding.stop();
    };
  }, [text]);

  useEffect(() => {
    const tellCaret = () => {
      const element = box.current;
      if (element === null || document.activeElement !== element) return;
      const { selectionStart: start, selectionEnd: end, selectionDirection } = element;
      const backward = selectionDirection === 'backward';
      texts.room.setCaret({
        field,
        anchor: backward ? end : start,
        head: backward ? start : end,
      });
    };
    document.addEventListener('selectionchange', tellCaret);
    return () => document.removeEventListener('selectionchange', tellCaret);
  }, [texts]);

  const carets = others.flatMap(({ key, id, name, caret }): readonly DrawnCaret[] =>
    caret?.field === field ? [{ key, id, name, offset: caret.head }] : [],
  );

  const takeHistoryKeys = (event: InputEvent) => {
    if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
    event.preventDefault();
    if (event.inputType === 'historyUndo') texts.undo.undo();
    else texts.undo.redo();
  };

  return (
    <section class="collaborative-text">
      <div class="collaborative-text__head">
        <label class="collaborative-text__label" for={id}>
          {t(`field.${field as DocumentText}`)}
        </label>
        <FieldHistoryButton field={field} />
      </div>
      <div class="collaborative-text__paper">
        <CaretOverlay text={shown} carets={carets} />
        <textarea
          class="collaborative-text__box"
          id={id}
          ref={box}
          rows={1}
          placeholder={readOnly ? '' : hint}
          readOnly={readOnly}
          data-history="record"
          onBeforeInput={takeHistoryKeys}
          onBlur={() => texts.room.setCaret(undefined)}
        />
      </div>
    </section>
  );
}
