/** Signing out: what goes from this device, what stays, and a way to take it along first. */
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { saveFile } from '../sync-status/save-file.ts';
import { useReadable } from '../use-readable.ts';
import { signInFailureText } from './sign-in-failure.ts';
import './sign-in.css';

export function SignOutPanel({ onClose }: { readonly onClose: () => void }) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const { unsent, drafts } = useReadable(services.sync.status);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const count = unsent + drafts;

  const signOut = async () => {
    setBusy(true);
    setProblem(undefined);
    const left = await (await services.signIn()).leave();
    // When it has, the page is on its way out.
    if (left.ok) return;
    setBusy(false);
    setProblem(t(signInFailureText(left.error)));
  };

  return (
    <Sheet title={t('signOut.title')} closeLabel={t('app.close')} onClose={onClose}>
      <div class="sign-in">
        <p>{count === 0 ? t('signOut.sent') : t('signOut.unsent', { count })}</p>
        {problem !== undefined && (
          <Notice tone="danger" icon="warning" role="alert" text={problem} />
        )}
        <div class="sign-in__actions">
          <Button kind="primary" disabled={busy} onClick={() => void signOut()}>
            {t(busy ? 'signOut.busy' : 'signOut.action')}
          </Button>
          {count > 0 && (
            <Button
              icon="download"
              onClick={() => void services.sync.exportUnsent().then(saveFile)}
            >
              {t('signOut.export')}
            </Button>
          )}
        </div>
      </div>
    </Sheet>
  );
}
