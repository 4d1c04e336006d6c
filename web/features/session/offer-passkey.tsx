/** Right after joining: a passkey, so that the next device needs no link. */
import { useState } from 'preact/hooks';
import type { Services } from '../../services.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { signInFailureText } from './sign-in-failure.ts';
import './sign-in.css';

/** Only where it takes no other thing than this device: the person came to join, not to look for a key. */
export async function canOfferPasskey(services: Services): Promise<boolean> {
  const ways = await (await services.signIn()).ways();
  if (ways?.passkey !== true) return false;
  return PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable();
}

export function OfferPasskey({ onDone }: { readonly onDone: () => void }) {
  const { services, showToast } = useEnvironment();
  const { t } = useWords();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const add = async () => {
    setBusy(true);
    setProblem(undefined);
    const added = await (await services.signIn()).addPasskey();
    setBusy(false);
    if (!added.ok) {
      const isCancelled = added.error === 'cancelled';
      return setProblem(t(isCancelled ? 'passkey.notAdded' : signInFailureText(added.error)));
    }
    showToast({ text: t('passkey.added') });
    onDone();
  };
  return (
    <div class="sign-in">
      <h2>{t('passkey.offer')}</h2>
      <p class="sign-in__hint">{t('passkey.hint')}</p>
      {problem !== undefined && <Notice tone="danger" icon="warning" role="alert" text={problem} />}
      <div class="sign-in__actions">
        <Button kind="primary" disabled={isBusy} onClick={() => void add()}>
          {t('passkey.add')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t('passkey.later')}
        </Button>
      </div>
    </div>
  );
}
