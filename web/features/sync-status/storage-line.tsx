/** Whether the browser may throw this device's copy away, and what that means. */
import { SectionLine } from '../../ui/section.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useReadable } from '../use-readable.ts';

export function StorageLine() {
  const { services } = useEnvironment();
  const { t } = useWords();
  const { storagePersistent } = useReadable(services.sync.status);
  const state =
    storagePersistent === undefined ? 'unasked' : storagePersistent ? 'persistent' : 'best';
  return (
    <SectionLine label={t('sync.storage')} hint={t(`sync.storage.${state}Hint`)}>
      {t(`sync.storage.${state}`)}
    </SectionLine>
  );
}
