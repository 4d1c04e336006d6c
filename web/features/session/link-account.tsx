/** Links the organisation's own account to who is signed in, where the server knows such accounts. */
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section, SectionLine } from '../../ui/section.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { signInFailureText } from './sign-in-failure.ts';

export function LinkAccount() {
  const { services } = useEnvironment();
  const { t } = useWords();
  const [name, setName] = useState<string>();
  const [problem, setProblem] = useState<string>();

  useEffect(() => {
    const ask = async () => setName((await (await services.signIn()).ways())?.workAccount?.name);
    void ask();
  }, []);

  const link = async () => {
    const started = await (await services.signIn()).startAccount('link', undefined);
    if (!started.ok) setProblem(t(signInFailureText(started.error)));
  };

  if (name === undefined) return null;
  return (
    <Section title={t('account.title')}>
      {problem !== undefined && <Notice tone="danger" icon="warning" role="alert" text={problem} />}
      <SectionLine hint={t('account.hint', { name })}>
        <Button icon="link" onClick={() => void link()}>
          {t('account.link')}
        </Button>
      </SectionLine>
    </Section>
  );
}
