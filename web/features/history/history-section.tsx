/** The history at the end of a record's page: closed until it is asked for, by its own button or from a field. */
import { useEffect, useId, useRef } from 'preact/hooks';
import type { HistoryField } from '../../../shared/protocol/history.ts';
import type { OpenImprovement } from '../../services/improvement.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../environment.ts';
import { RecordHistory } from '../improvement/record-parts.ts';
import './history-section.css';

/** An object of its own each time, also for the same field. */
export type AskedHistory = {
  readonly field: HistoryField | undefined;
  /** From a field far above: the eye and the keyboard are led down to what opens. */
  readonly isLed: boolean;
};

type HistorySectionProps = {
  readonly improvement: OpenImprovement;
  readonly row: ListedImprovement | undefined;
  readonly asked: AskedHistory | undefined;
  readonly onAsk: (asked: AskedHistory | undefined) => void;
};

export function HistorySection({ improvement, row, asked, onAsk }: HistorySectionProps) {
  const { t } = useWords();
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (asked?.isLed !== true) return;
    title.current?.focus({ preventScroll: true });
    title.current?.scrollIntoView({ block: 'start' });
  }, [asked]);

  return (
    <section class="history-section" aria-labelledby={titleId}>
      <div class="history-section__head">
        <h2 class="history-section__title" id={titleId} ref={title} tabIndex={-1}>
          {t('history.title')}
        </h2>
        <Button
          kind="quiet"
          icon="history"
          expanded={asked !== undefined}
          onClick={() =>
            onAsk(asked === undefined ? { field: undefined, isLed: false } : undefined)
          }
        >
          {t(asked === undefined ? 'history.show' : 'history.hide')}
        </Button>
      </div>
      {asked !== undefined && (
        <RecordHistory
          improvement={improvement}
          row={row}
          field={asked.field}
          onField={(field) => onAsk({ field, isLed: false })}
        />
      )}
    </section>
  );
}
