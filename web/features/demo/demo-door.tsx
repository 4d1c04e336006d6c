/** One click into the demo, for whoever has not joined anything. */
import { useState } from 'preact/hooks';
import type { StorageFailure } from '../../services.ts';
import { Button } from '../../ui/button.tsx';
import { Section, SectionLine } from '../../ui/section.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { storageFailureText } from '../failure-text.ts';
import { useReadable } from '../use-readable.ts';

export function DemoDoor() {
  const { services, preferences, showToast } = useEnvironment();
  const { t } = useWords();
  const language = useReadable(preferences.language);
  const [isBusy, setBusy] = useState(false);
  const failed = (failure: StorageFailure | undefined) => {
    setBusy(false);
    showToast({ text: failure === undefined ? t('demo.failed') : t(storageFailureText(failure)) });
  };
  const enter = async () => {
    setBusy(true);
    try {
      const { demo } = await services.signIn();
      const entered = await demo.enter(language, t('demo.visitor'));
      if (!entered.ok) failed(entered.error);
    } catch {
      failed(undefined);
    }
  };
  return (
    <Section title={t('demo.title')}>
      <SectionLine hint={t('demo.hint')}>
        <Button disabled={isBusy} onClick={() => void enter()}>
          {t('demo.enter')}
        </Button>
      </SectionLine>
    </Section>
  );
}
