/** Signing out: what goes from this device, what stays, and a way to take it along first. */
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { saveFile } from '../sync-status/save-file.ts';
import { useReadable } from '../use-readable.ts';
import './sign-in.css';

export function SignOutPanel({ onClose }: { readonly onClose: () => void }) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const { unsent, drafts } = useReadable(services.sync.status);
  const [busy, setBusy] = useState(false);
  const [isUnreachable, setUnreachable] = useState(false);
  const count = unsent + drafts;

  useEffect(() => {
    const ask = async () => setUnreachable((await (await services.signIn()).ways()) === undefined);
    void ask();
  }, []);

  const signOut = async () => {
    setBusy(true);
    // When it has, the page is on its way out.
    await (await services.signIn()).leave();
  };

  return (
    <Sheet title={t('signOut.title')} closeLabel={t('app.close')} onClose={onClose}>
      <div class="sign-in">
        <p>{count === 0 ? t('signOut.sent') : t('signOut.unsent', { count })}</p>
        {isUnreachable && <Notice tone="calm" icon="cloudOff" text={t('signOut.offline')} />}
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
