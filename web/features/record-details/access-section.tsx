/** Who sees a record: everybody, a team or those involved; and with which guests and organisations it is shared. */
import { useState } from 'preact/hooks';
import type { Person } from '../../../shared/domain/person.ts';
import { may } from '../../../shared/process/permissions.ts';
import type {
  ImprovementState,
  OpenImprovement,
  PendingDecision,
} from '../../services/improvement.ts';
import type { SessionState } from '../../services/session.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { decideFailureText } from '../improvement/decision-words.ts';
import { useReadable } from '../use-readable.ts';
import { isOrganisation, useGroups } from '../use-groups.ts';
import { PeopleField } from './people-field.tsx';
import { VisibleTo } from './visible-to.tsx';
import './access-section.css';

type AccessSectionProps = {
  readonly improvement: OpenImprovement;
  readonly state: ImprovementState;
};

/** Nothing where there is nobody to hide it from, or nothing that its reader may change. */
export function AccessSection({ improvement, state }: AccessSectionProps) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const session: SessionState = useReadable(services.session.state);
  const maySet = state.isAllowed('setVisibility');
  const mayShare = state.isAllowed('shareRecord');
  if (session.type === 'local' || !(maySet || mayShare)) return null;
  return (
    <Section title={t('access.title')}>
      <div class="access-section">
        {maySet && <VisibleTo improvement={improvement} state={state} />}
        {mayShare && <ShareWith improvement={improvement} state={state} />}
      </div>
    </Section>
  );
}

function ShareWith({ improvement, state }: AccessSectionProps) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const people = useReadable(services.session.people);
  const pending = useReadable(improvement.pendingDecisions);
  const [failure, setFailure] = useState<string>();
  const entries = sharedSoon(state.decisions.sharedWith, pending);
  const organisations = useGroups().filter(isOrganisation);
  const hasGuests = people.some((person) => !person.isRemoved && isGuest(person));
  const canShare = hasGuests || organisations.length > 0 || entries.length > 0;
  const change = async (person: string, on: boolean) => {
    const decided = await improvement.decide({ type: on ? 'share' : 'unshare', person });
    setFailure(decided.ok ? undefined : t(decideFailureText(decided.error)));
  };
  return (
    <div>
      <p class="access-section__label">{t('access.share')}</p>
      <p class="access-section__hint">{t(canShare ? 'access.shareHint' : 'access.noGuests')}</p>
      {failure !== undefined && <Notice tone="danger" icon="warning" role="alert" text={failure} />}
      <PeopleField
        label={t('access.share')}
        addLabel={t('access.addGuest')}
        entries={entries}
        isOffered={isGuest}
        organisations={organisations}
        onChange={(person, on) => void change(person, on)}
      />
    </div>
  );
}

/** All others see it without being told by name. */
const isGuest = ({ roles }: Person): boolean =>
  !may({ roles, editing: 'involved' }, 'readRegister');

/** As it will be once what was asked here is decided. */
function sharedSoon(
  shared: readonly string[],
  pending: readonly PendingDecision[],
): readonly string[] {
  const soon = new Set(shared);
  for (const { command } of pending) {
    if (command.type === 'share') soon.add(command.person);
    if (command.type === 'unshare') soon.delete(command.person);
  }
  return [...soon];
}
