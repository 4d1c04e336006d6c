/** Edits that the server did not accept: what each wanted, and what a person can do with it. */
import { may } from '../../../shared/process/permissions.ts';
import type { SettledGroup } from '../../services/drafts.ts';
import { pathTo } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Section, SectionLine } from '../../ui/section.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { isMe, nameOf } from '../improvement-words.ts';
import { useArrivalFocus, useScreenTitle } from '../shell/use-screen.ts';
import { useNow } from '../use-now.ts';
import { useReadable } from '../use-readable.ts';
import { WaitingEdits } from './waiting-edits.tsx';
import { DraftCard } from './draft-card.tsx';
import { type DraftsAndService, useDrafts } from './use-drafts.ts';
import './drafts-screen.css';

export function DraftsScreen() {
  const { t } = useWords();
  const heading = useArrivalFocus<HTMLHeadingElement>();
  const state = useDrafts();
  const { services } = useEnvironment();
  const session = useReadable(services.session.state);
  const mayDecide =
    session.type === 'joined' &&
    may({ roles: session.person.roles, editing: 'everyone' }, 'readQuarantine');
  useScreenTitle(t('drafts.title'));
  return (
    <div class="drafts-screen">
      <header>
        <h1 class="drafts-screen__title" ref={heading} tabIndex={-1}>
          {t('drafts.title')}
        </h1>
        <p class="drafts-screen__lead">{t('drafts.lead')}</p>
      </header>
      {mayDecide && <WaitingEdits />}
      {state !== undefined && <OwnDrafts state={state} onDone={() => heading.current?.focus()} />}
    </div>
  );
}

type OwnDraftsProps = { readonly state: DraftsAndService; readonly onDone: () => void };

function OwnDrafts({ state: { drafts, service }, onDone }: OwnDraftsProps) {
  const { t } = useWords();
  return (
    <>
      {drafts.waiting.length === 0 ? (
        <EmptyState title={t('drafts.none')} hint={t('drafts.noneHint')} />
      ) : (
        drafts.waiting.map((group) => (
          <DraftCard key={group.ns[0]} service={service} group={group} onDone={onDone} />
        ))
      )}
      {drafts.settled.length > 0 && (
        <Section title={t('drafts.settled')}>
          {drafts.settled.map((group) => (
            <Settled
              key={`${group.ns[0]} ${group.settledAt}`}
              group={group}
              onTakeUp={() => void service.takeUp(group)}
            />
          ))}
        </Section>
      )}
    </>
  );
}

type SettledProps = { readonly group: SettledGroup; readonly onTakeUp: () => void };

/** What can be undone without doing anything twice. */
const undoable: ReadonlySet<SettledGroup['fate']> = new Set([
  'copied',
  'discarded',
  'discardedByCoordinator',
]);

function Settled({ group, onTakeUp }: SettledProps) {
  const { services } = useEnvironment();
  const { t, format } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const nowMs = useNow();
  const { title, fate, settledAt, settledBy } = group;
  const name = settledBy === '' ? '' : nameOf(people, me, settledBy, t);
  // The server tells a person's other devices so, once they have dealt with what was returned.
  const isElsewhere =
    fate === 'discardedByCoordinator' && settledBy !== '' && isMe(people, me, settledBy);
  const what = isElsewhere
    ? t('drafts.fate.elsewhere')
    : fate === 'admitted' || fate === 'discardedByCoordinator'
      ? t(`drafts.fate.${fate}`, { name })
      : t(`drafts.fate.${fate}`);
  return (
    <SectionLine
      label={title === '' ? t('register.untitled') : title}
      hint={t('drafts.fateWhen', { what, when: format.ago(settledAt, nowMs) })}
    >
      {undoable.has(fate) && !isElsewhere ? (
        <Button kind="quiet" icon="undo" onClick={onTakeUp}>
          {t('drafts.takeUp')}
        </Button>
      ) : (
        <a href={pathTo.improvement(group.docId)}>{t('drafts.openRecord')}</a>
      )}
    </SectionLine>
  );
}
