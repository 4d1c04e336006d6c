/** One click into the demo, for whoever has not joined anything: the server's own where it serves one, else on this device. */
import { useEffect, useState } from 'preact/hooks';
import { pathTo } from '../../routes.ts';
import type { Services, StorageFailure } from '../../services.ts';
import { Button } from '../../ui/button.tsx';
import { Section, SectionLine } from '../../ui/section.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { storageFailureText } from '../failure-text.ts';
import { useReadable } from '../use-readable.ts';

export function DemoDoor() {
  const { t } = useWords();
  const token = useServedDemo();
  return (
    <Section title={t('demo.title')}>
      <SectionLine hint={t(token === undefined ? 'demo.hint' : 'demo.hintServed')}>
        <EnterDemo token={token} />
      </SectionLine>
    </Section>
  );
}

/** The door alone, where nothing has to be said of it. */
export const DemoEntry = () => <EnterDemo token={useServedDemo()} />;

/** `token`: of the server's own demo. */
function EnterDemo({ token }: { readonly token: string | undefined }) {
  const { services, navigation, preferences, showToast } = useEnvironment();
  const { t } = useWords();
  const language = useReadable(preferences.language);
  const [isBusy, setBusy] = useState(false);
  const failed = (failure: StorageFailure | undefined) => {
    setBusy(false);
    showToast({ text: failure === undefined ? t('demo.failed') : t(storageFailureText(failure)) });
  };
  const join = async (served: string) => {
    const joined = await services.session.join(served, t('demo.visitor'));
    if (!joined.ok) return failed(undefined);
    // Elsewhere, the page loads anew.
    if (joined.value === 'here') navigation.go(pathTo.register);
  };
  const enter = async () => {
    setBusy(true);
    try {
      if (token !== undefined) return await join(token);
      const { demo } = await services.signIn();
      const entered = await demo.enter(language, t('demo.visitor'));
      if (!entered.ok) failed(entered.error);
    } catch {
      failed(undefined);
    }
  };
  return (
    <Button disabled={isBusy} onClick={() => void enter()}>
      {t('demo.enter')}
    </Button>
  );
}

/** Where the server shows the demo: the token of a link to it. What a device has kept never goes along into one. */
function useServedDemo(): string | undefined {
  const { services } = useEnvironment();
  const [token, setToken] = useState<string>();
  useEffect(() => {
    const look = async () => {
      const { ways } = await services.signIn();
      const served = (await ways())?.demo;
      if (served !== undefined && (await isEmpty(services))) setToken(served);
    };
    // Without the server there is the one on this device.
    look().catch(() => undefined);
  }, [services]);
  return token;
}

const isEmpty = ({ register }: Services): Promise<boolean> =>
  new Promise((resolve) => {
    const stop = register.watch('', ({ total }) => {
      resolve(total === 0);
      queueMicrotask(() => stop());
    });
  });
