/** A sheet that asks for something and ends in one answer: its questions, what went wrong, the answer, the way out. */
import type { ComponentChildren } from 'preact';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { useWords } from './environment.ts';
import './form-sheet.css';

type FormSheetProps = {
  readonly title: string;
  readonly hint?: string;
  /** What can't be undone. */
  readonly warning?: string;
  readonly failure?: string | undefined;
  readonly answer: string;
  readonly isBusy?: boolean;
  readonly onAnswer: () => void;
  readonly onClose: () => void;
  readonly children?: ComponentChildren;
};

export function FormSheet(props: FormSheetProps) {
  const { title, hint, warning, failure, answer, onClose } = props;
  const { t } = useWords();
  return (
    <Sheet title={title} closeLabel={t('app.close')} onClose={onClose}>
      <form
        class="form-sheet"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          props.onAnswer();
        }}
      >
        {hint !== undefined && <p class="form-sheet__hint">{hint}</p>}
        {warning !== undefined && <Notice tone="danger" icon="warning" text={warning} />}
        {failure !== undefined && (
          <Notice tone="danger" icon="warning" role="alert" text={failure} />
        )}
        {props.children}
        <div class="form-sheet__actions">
          {/* Nothing that can't be undone is put under a hasty thumb. */}
          <Button
            type="submit"
            kind={warning === undefined ? 'primary' : 'plain'}
            disabled={props.isBusy === true}
          >
            {answer}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t('decide.cancel')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
