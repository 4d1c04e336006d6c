/** What a person sees who opens the address on a new device: a passkey, a work account, a link; or none of them. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { SignInWays } from '../../../shared/protocol/passkeys.ts';
import { pathTo } from '../../routes.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { signInFailureText } from './sign-in-failure.ts';
import './sign-in.css';

type WaysInProps = {
  readonly onSignedIn: () => void;
  /** The form for a link. */
  readonly children: ComponentChildren;
};

export function WaysIn({ onSignedIn, children }: WaysInProps) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const [ways, setWays] = useState<SignInWays | 'asking' | undefined>('asking');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  useEffect(() => {
    const ask = async () => setWays(await (await services.signIn()).ways());
    void ask();
  }, []);

  const usePasskey = async () => {
    setBusy(true);
    setProblem(undefined);
    const result = await (await services.signIn()).withPasskey();
    if (result.ok && result.value === 'elsewhere') return;
    setBusy(false);
    if (result.ok) onSignedIn();
    else setProblem(t(signInFailureText(result.error)));
  };

  const useAccount = async () => {
    setBusy(true);
    setProblem(undefined);
    const started = await (await services.signIn()).startAccount('signIn', undefined);
    // When it has, the page is on its way out.
    if (started.ok) return;
    setBusy(false);
    setProblem(t(signInFailureText(started.error)));
  };

  return (
    <div class="sign-in">
      <p class="sign-in__hint">{t('signIn.lead')}</p>
      {ways === undefined && <Notice tone="calm" icon="cloudOff" text={t('signIn.waysUnknown')} />}
      {problem !== undefined && <Notice tone="danger" icon="warning" role="alert" text={problem} />}
      {ways !== undefined && ways !== 'asking' && ways.passkey && (
        <div class="sign-in__ways">
          <Button kind="primary" icon="person" disabled={isBusy} onClick={() => void usePasskey()}>
            {t(isBusy ? 'signIn.busy' : 'signIn.passkey')}
          </Button>
          <p class="sign-in__hint">{t('signIn.passkeyHint')}</p>
        </div>
      )}
      {ways !== undefined && ways !== 'asking' && ways.workAccount !== null && (
        <Button disabled={isBusy} onClick={() => void useAccount()}>
          {t('signIn.account', ways.workAccount)}
        </Button>
      )}
      <h2>{t('signIn.link')}</h2>
      {children}
      <ButtonLink kind="quiet" href={pathTo.capture}>
        {t('signIn.capture')}
      </ButtonLink>
    </div>
  );
}
