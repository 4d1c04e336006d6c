/** At the end of a page of settings: their history, read when it is asked for. */
import { useId, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../environment.ts';
import { lazyPart } from '../lazy-part.tsx';
import type { SettingsHistoryProps } from './settings-history.tsx';
import '../history/history-section.css';

const SettingsHistory = lazyPart(
  async () => (await import('./settings-history.tsx')).SettingsHistory,
);

export function HistoryPart({ workspace, fields }: SettingsHistoryProps) {
  const { t } = useWords();
  const titleId = useId();
  const [isShown, setShown] = useState(false);
  return (
    <section class="history-section" aria-labelledby={titleId}>
      <div class="history-section__head">
        <h2 class="history-section__title" id={titleId}>
          {t('workspace.history')}
        </h2>
        <Button kind="quiet" icon="history" expanded={isShown} onClick={() => setShown(!isShown)}>
          {t(isShown ? 'history.hide' : 'history.show')}
        </Button>
      </div>
      {isShown && <SettingsHistory workspace={workspace} fields={fields} />}
    </section>
  );
}
