/** An invitation: a link and its QR code, made the moment it is asked for, shown once. */
import { useEffect, useState } from 'preact/hooks';
import type { InvitationRequest } from '../../../shared/protocol/session.ts';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { refusalText } from '../refusal-text.ts';
import { InvitationLink } from './invitation-link.tsx';
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
  const { t, format } = useWords();
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
        {invitation.type === 'made' && (
          <InvitationLink
            url={invitation.url}
            until={t('invite.expires', { when: format.dateTime(invitation.expiresAt) })}
          />
        )}
        {invitation.type === 'failed' && (
          <Notice tone="danger" icon="warning" role="alert" text={invitation.text} />
        )}
      </div>
    </Sheet>
  );
}
