/** Back from the organisation's own sign-in: the page goes on by itself, or says why it can't. */
import { useEffect, useState } from 'preact/hooks';
import { accountFragment, accountRefused } from '../../../shared/protocol/account-fragment.ts';
import type { Arrival } from '../../services/session.ts';
import { pathTo } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { signInFailureText } from './sign-in-failure.ts';
import './sign-in.css';

/** Out of the address bar at once, like a link's token. */
export function takeAccountTicket(): string | undefined {
  const ticket = new URLSearchParams(location.hash.slice(1)).get(accountFragment) ?? undefined;
  if (ticket !== undefined) history.replaceState(history.state, '', pathTo.join);
  return ticket;
}

type AccountArrivalProps = {
  readonly ticket: string;
  readonly onSignedIn: (arrival: Arrival) => void;
  readonly onOtherWay: () => void;
};

export function AccountArrival({ ticket, onSignedIn, onOtherWay }: AccountArrivalProps) {
  const { services, navigation, showToast } = useEnvironment();
  const { t } = useWords();
  const [problem, setProblem] = useState<string>();

  useEffect(() => {
    const finish = async () => {
      if (ticket === accountRefused) return setProblem(t('signIn.accountRefused'));
      const finished = await (await services.signIn()).finishAccount(ticket);
      if (!finished.ok) return setProblem(t(signInFailureText(finished.error)));
      if (finished.value !== 'linked') return onSignedIn(finished.value);
      showToast({ text: t('account.linked') });
      return navigation.go(pathTo.me);
    };
    void finish();
  }, []);

  if (problem === undefined) return <p role="status">{t('signIn.busy')}</p>;
  return (
    <div class="sign-in">
      <Notice tone="danger" icon="warning" role="alert" text={problem} />
      <Button onClick={onOtherWay}>{t('signIn.otherWay')}</Button>
    </div>
  );
}
