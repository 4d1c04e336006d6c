/** Says that a newer version is ready; it is never loaded unless a person says so. */
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useReadable } from '../use-readable.ts';

export function UpdatePrompt() {
  const { services } = useEnvironment();
  const { t } = useWords();
  const available = useReadable(services.update.available);
  const [answer, setAnswer] = useState<'none' | 'later' | 'applying'>('none');
  const apply = () => {
    setAnswer('applying');
    services.update.apply().catch((error: unknown) => {
      setAnswer('none');
      throw error;
    });
  };
  return (
    <div role="status">
      {available && answer !== 'later' && (
        <Notice tone="calm" icon="sync" title={t('update.ready')}>
          <Button kind="primary" disabled={answer === 'applying'} onClick={apply}>
            {t(answer === 'applying' ? 'update.applying' : 'update.apply')}
          </Button>
          <Button kind="quiet" onClick={() => setAnswer('later')}>
            {t('update.later')}
          </Button>
        </Notice>
      )}
    </div>
  );
}
