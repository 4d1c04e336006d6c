/** Why a record is to be read and not written here, in one sentence. */
import { may } from '../../../shared/process/permissions.ts';
import type { TextKey } from '../../i18n/translate.ts';
import type { SessionState } from '../../services/session.ts';
import { Notice } from '../../ui/notice.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useReadable } from '../use-readable.ts';

export function ReadOnlyNotice() {
  const { services } = useEnvironment();
  const { t } = useWords();
  const session = useReadable(services.session.state);
  return <Notice tone="calm" icon="eye" role="status" text={t(reasonOf(session))} />;
}

function reasonOf(session: SessionState): TextKey {
  const roles = session.type === 'joined' ? session.person.roles : [];
  if (!may({ roles, editing: 'everyone' }, 'readRegister')) return 'record.readOnly.guest';
  return may({ roles, editing: 'everyone' }, 'editRecord')
    ? 'record.readOnly.involved'
    : 'record.readOnly.role';
}
