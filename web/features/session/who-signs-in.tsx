/** Asks who is signing in where somebody's unsent work is on the device: theirs goes on with them and with nobody else. */
import type { LeftWork } from '../../services/session.ts';
import { Button } from '../../ui/button.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import './sign-in.css';

type WhoSignsInProps = { readonly work: LeftWork; readonly onSame: () => void };

export function WhoSignsIn({ work, onSame }: WhoSignsInProps) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const { personName: name, workspaceName: workspace, unsent: count, replica } = work;
  const setAside = async () => (await services.signIn()).becomeSomebodyElse(replica);
  return (
    <div class="sign-in">
      <h2>{t('left.who')}</h2>
      <p>{t('left.text', { name, workspace, count })}</p>
      <div class="sign-in__actions">
        <Button kind="primary" onClick={onSame}>
          {t('left.same', { name })}
        </Button>
        <Button onClick={() => void setAside()}>{t('left.other')}</Button>
      </div>
      <p class="sign-in__hint">{t('left.otherHint')}</p>
    </div>
  );
}
