/** One's own passkeys: which there are, another one, taking one away. */
import { useEffect, useState } from 'preact/hooks';
import type { ListedPasskey } from '../../../shared/protocol/passkeys.ts';
import type { SignInFailure, SignInService } from '../../services/session.ts';
import type { Result } from '../../../shared/result.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section, SectionLine } from '../../ui/section.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useNow } from '../use-now.ts';
import { signInFailureText } from './sign-in-failure.ts';

export function OwnPasskeys() {
  const { services, showToast } = useEnvironment();
  const { t } = useWords();
  const [passkeys, setPasskeys] = useState<readonly ListedPasskey[]>([]);
  const [isPossible, setPossible] = useState<boolean>();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  const read = async () => {
    const signIn = await services.signIn();
    const [ways, listed] = await Promise.all([signIn.ways(), signIn.listPasskeys()]);
    setPossible(ways?.passkey);
    if (listed.ok) setPasskeys(listed.value);
    else setProblem(t(signInFailureText(listed.error)));
  };
  useEffect(() => void read(), []);

  const act = async (
    run: (signIn: SignInService) => Promise<Result<void, SignInFailure>>,
    done: string,
  ) => {
    setBusy(true);
    setProblem(undefined);
    const result = await run(await services.signIn());
    setBusy(false);
    if (result.ok) {
      showToast({ text: done });
      return read();
    }
    const isCancelled = result.error === 'cancelled';
    return setProblem(t(isCancelled ? 'passkey.notAdded' : signInFailureText(result.error)));
  };

  return (
    <Section title={t('passkey.title')}>
      {problem !== undefined && <Notice tone="danger" icon="warning" role="alert" text={problem} />}
      {passkeys.map((passkey) => (
        <OnePasskey
          key={passkey.id}
          passkey={passkey}
          isBusy={isBusy}
          onRemove={() =>
            void act((signIn) => signIn.removePasskey(passkey.id), t('passkey.removed'))
          }
        />
      ))}
      <SectionLine hint={t(isPossible === false ? 'passkey.none' : 'passkey.hint')}>
        {isPossible === true && (
          <Button
            icon="plus"
            disabled={isBusy}
            onClick={() => void act((signIn) => signIn.addPasskey(), t('passkey.added'))}
          >
            {t('passkey.add')}
          </Button>
        )}
      </SectionLine>
    </Section>
  );
}

type OnePasskeyProps = {
  readonly passkey: ListedPasskey;
  readonly isBusy: boolean;
  readonly onRemove: () => void;
};

function OnePasskey({ passkey, isBusy, onRemove }: OnePasskeyProps) {
  const { t, format } = useWords();
  const now = useNow();
  const { createdAt, lastUsedAt } = passkey;
  const name = passkey.name === '' ? t('passkey.unnamed') : passkey.name;
  const hint =
    lastUsedAt === null
      ? t('passkey.created', { when: format.ago(createdAt, now) })
      : t('passkey.used', { when: format.ago(lastUsedAt, now) });
  return (
    <SectionLine label={name} hint={hint}>
      <Button kind="quiet" disabled={isBusy} onClick={onRemove}>
        {t('passkey.remove', { name })}
      </Button>
    </SectionLine>
  );
}
