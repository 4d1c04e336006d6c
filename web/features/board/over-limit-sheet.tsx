/** A column is full: what to do about it, or a reason to go over its limit, which the record keeps. */
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useWords } from '../environment.ts';
import { ReasonField } from '../improvement/reason-field.tsx';
import './board-screen.css';

type OverLimitSheetProps = {
  /** As people call it. */
  readonly column: string;
  readonly held: number;
  readonly limit: number;
  readonly onOverride: (reason: string) => void;
  readonly onClose: () => void;
};

/** It stands in the record's history as one line. */
const longestReason = 200;

export function OverLimitSheet({ column, held, limit, onOverride, onClose }: OverLimitSheetProps) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const said = reason.replace(/\s+/gu, ' ').trim();
  const problem =
    said === ''
      ? t('decide.reasonMissing')
      : said.length > longestReason
        ? t('items.tooLong', { count: longestReason })
        : undefined;
  return (
    <Sheet title={t('board.full', { column })} closeLabel={t('app.close')} onClose={onClose}>
      <form
        class="board-screen__form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (problem === undefined) onOverride(said);
        }}
      >
        <p>{t('board.fullHint', { count: held, limit })}</p>
        <ReasonField
          isNeeded
          problem={isTried ? problem : undefined}
          value={reason}
          onInput={setReason}
        />
        <div class="board-screen__actions">
          <Button kind="primary" onClick={onClose}>
            {t('board.leave')}
          </Button>
          <Button type="submit">{t('board.moveAnyway')}</Button>
        </div>
      </form>
    </Sheet>
  );
}
