/** Says, on every screen until it is read, that the browser threw away this device's copy. */
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useReadable } from '../use-readable.ts';

export function EvictedBanner() {
  const { services } = useEnvironment();
  const { t } = useWords();
  const { storageWasEvicted } = useReadable(services.sync.status);
  const [read, setRead] = useState(false);
  if (!storageWasEvicted || read) return null;
  return (
    <Notice
      tone="warn"
      icon="warning"
      role="alert"
      title={t('sync.evicted')}
      text={t('sync.evictedHint')}
    >
      <Button kind="quiet" onClick={() => setRead(true)}>
        {t('sync.evictedRead')}
      </Button>
    </Notice>
  );
}
