/** What can be done to all chosen rows, below the list for as long as rows are chosen. */
import { useState } from 'preact/hooks';
import type { RegisterAsk } from '../../projection/register-query.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useReadable } from '../use-readable.ts';
import { BulkSheet } from './bulk-sheet.tsx';
import { selectedAtMost, type Selection } from './selection.ts';

type BulkBarProps = {
  readonly selection: Selection;
  /** What the list shows: all of it can be chosen. */
  readonly shown: string | RegisterAsk;
  readonly total: number | undefined;
};

export function BulkBar({ selection, shown, total }: BulkBarProps) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const ids = useReadable(selection.ids);
  const isOn = useReadable(selection.isOn);
  const [isChanging, setChanging] = useState(false);
  if (!isOn) return null;

  const selectAll = () => {
    const stop = services.register.watch(shown, (view) => {
      stop();
      const choose = async () => {
        const rows = await view.rows(0, Math.min(view.total, selectedAtMost));
        selection.replace(rows.map(({ id }) => id));
      };
      void choose();
    });
  };

  return (
    <div class="bulk-bar" role="region" aria-label={t('find.selection')} data-testid="bulk-bar">
      <p class="bulk-bar__count" role="status">
        {t('find.selected', { count: ids.size })}
      </p>
      {total !== undefined && ids.size < Math.min(total, selectedAtMost) && (
        <Button kind="quiet" onClick={selectAll}>
          {t('find.selectAll', { count: Math.min(total, selectedAtMost) })}
        </Button>
      )}
      <Button kind="primary" disabled={ids.size === 0} onClick={() => setChanging(true)}>
        {t('find.change')}
      </Button>
      <IconButton icon="close" label={t('find.selectEnd')} keys="Escape" onClick={selection.end} />
      {isChanging && (
        <BulkSheet ids={[...ids]} onDone={selection.end} onClose={() => setChanging(false)} />
      )}
    </div>
  );
}
