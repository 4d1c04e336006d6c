/** A link that lets somebody in, with its QR code: shown once, to be sent, copied or scanned. */
import { Button } from '../../ui/button.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import './invitation-link.css';

type InvitationLinkProps = {
  readonly url: string;
  /** A sentence: for how many and until when it works. */
  readonly until: string;
};

export function InvitationLink({ url, until }: InvitationLinkProps) {
  const { showToast } = useEnvironment();
  const { t } = useWords();
  const copy = async () => {
    await navigator.clipboard.writeText(url);
    showToast({ text: t('invite.copied') });
  };
  const share = async () => {
    try {
      await navigator.share({ title: t('invite.link'), url });
    } catch (error) {
      // Closing the system's own sheet is an answer, not a failure.
      if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
    }
  };
  return (
    <div class="invitation-link">
      <QrCode text={url} label={t('invite.qr')} />
      <p class="invitation-link__scan">{t('invite.scan')}</p>
      <p class="invitation-link__link" data-testid="invitation-link">
        {url}
      </p>
      <p class="invitation-link__hint">{until}</p>
      <div class="invitation-link__actions">
        {'clipboard' in navigator && (
          <Button kind="primary" icon="copy" onClick={() => void copy()}>
            {t('invite.copy')}
          </Button>
        )}
        {'share' in navigator && (
          <Button icon="share" onClick={() => void share()}>
            {t('invite.share')}
          </Button>
        )}
      </div>
    </div>
  );
}
