/** An invitation: a link and its QR code, made the moment it is asked for, shown once. */
import { useEffect, useState } from 'preact/hooks';
import type { InvitationRequest } from '../../../shared/protocol/session.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { refusalText } from '../refusal-text.ts';
import { markForOwnDevice } from './join-link.ts';
import './invite-panel.css';

/** What one tap asks for: any other choice of roles is made on the screen of people. */
const requests = {
  contributor: { for: 'person', roles: ['contributor'] },
  admin: { for: 'person', roles: ['admin'] },
  ownDevice: { for: 'ownDevice' },
} satisfies Record<string, InvitationRequest>;

export type InvitationFor = keyof typeof requests;

type Invitation =
  | { readonly type: 'making' }
  | { readonly type: 'made'; readonly url: string; readonly expiresAt: number }
  | { readonly type: 'failed'; readonly text: string };

type InvitePanelProps = { readonly whom: InvitationFor; readonly onClose: () => void };

export function InvitePanel({ whom, onClose }: InvitePanelProps) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const [invitation, setInvitation] = useState<Invitation>({ type: 'making' });

  useEffect(() => {
    const make = async () => {
      const result = await services.session.invite(requests[whom]);
      if (!result.ok) return setInvitation({ type: 'failed', text: t(refusalText(result.error)) });
      const { url, expiresAt } = result.value;
      setInvitation({
        type: 'made',
        url: whom === 'ownDevice' ? markForOwnDevice(url) : url,
        expiresAt,
      });
    };
    void make();
  }, [whom]);

  return (
    <Sheet title={t(`invite.for.${whom}`)} closeLabel={t('app.close')} onClose={onClose}>
      <div class="invite-panel">
        <p class="invite-panel__hint">{t(`invite.hint.${whom}`)}</p>
        {invitation.type === 'made' && <Link {...invitation} />}
        {invitation.type === 'failed' && (
          <Notice tone="danger" icon="warning" role="alert" text={invitation.text} />
        )}
      </div>
    </Sheet>
  );
}

function Link({ url, expiresAt }: { readonly url: string; readonly expiresAt: number }) {
  const { showToast } = useEnvironment();
  const { t, format } = useWords();
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
    <>
      <QrCode text={url} label={t('invite.qr')} />
      <p class="invite-panel__scan">{t('invite.scan')}</p>
      <p class="invite-panel__link" data-testid="invitation-link">
        {url}
      </p>
      <p class="invite-panel__hint">{t('invite.expires', { when: format.dateTime(expiresAt) })}</p>
      <div class="invite-panel__actions">
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
    </>
  );
}
