/** For whoever has a link and an account of the organisation's: the link's roles, under the account's name. */
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { signInFailureText } from './sign-in-failure.ts';
import './sign-in.css';

export function JoinWithAccount({ token }: { readonly token: string }) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const [name, setName] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  useEffect(() => {
    const ask = async () => setName((await (await services.signIn()).ways())?.workAccount?.name);
    void ask();
  }, []);

  const join = async () => {
    setBusy(true);
    const started = await (await services.signIn()).startAccount('signIn', token);
    // When it has, the page is on its way out.
    if (started.ok) return;
    setBusy(false);
    setProblem(t(signInFailureText(started.error)));
  };

  if (name === undefined) return null;
  return (
    <div class="sign-in__ways">
      {problem !== undefined && <Notice tone="danger" icon="warning" role="alert" text={problem} />}
      <Button disabled={isBusy} onClick={() => void join()}>
        {t('join.account', { name })}
      </Button>
      <p class="sign-in__hint">{t('join.accountHint')}</p>
    </div>
  );
}
