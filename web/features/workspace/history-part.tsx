/** At the end of a page of settings: their history. */
import { useWords } from '../environment.ts';
import { HistoryFold } from '../history/history-fold.tsx';
import { lazyPart } from '../lazy-part.tsx';
import type { SettingsHistoryProps } from './settings-history.tsx';

const SettingsHistory = lazyPart(
  async () => (await import('./settings-history.tsx')).SettingsHistory,
);

export function HistoryPart({ workspace, fields }: SettingsHistoryProps) {
  const { t } = useWords();
  return (
    <HistoryFold title={t('workspace.history')}>
      {() => <SettingsHistory workspace={workspace} fields={fields} />}
    </HistoryFold>
  );
}
