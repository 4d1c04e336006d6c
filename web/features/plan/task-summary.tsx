/** What a task says of itself below its title: whose it is, how far, until when, and what keeps it. */
import type { Item } from '../../../shared/document/collections.ts';
import type { Someone } from '../../../shared/domain/improvement.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { findPerson, nameOf } from '../improvement-words.ts';
import { useReadable } from '../use-readable.ts';
import { DueText } from './due-text.tsx';
import type { PlanProps } from './plan-part.tsx';

type TaskSummaryProps = {
  readonly state: PlanProps['state'];
  readonly item: Item<'tasks'>;
};

export function TaskSummary({ state, item: { id, values } }: TaskSummaryProps) {
  const { t } = useWords();
  const isOpen = values.state !== 'done';
  return (
    <span class="plan__meta">
      {values.owner !== '' && <TaskOwner owner={values.owner as Someone} />}
      {values.state === 'doing' && <span class="plan__doing">{t('choice.doing')}</span>}
      {isOpen && values.blocked !== '' && (
        <span class="plan__blocked">
          <Icon name="warning" />
          {t('plan.blockedBy', { reason: values.blocked })}
        </span>
      )}
      <DueText state={state} item={id} dueOn={values.dueOn} isOpen={isOpen} />
    </span>
  );
}

function TaskOwner({ owner }: { readonly owner: Someone }) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const person = findPerson(people, owner);
  return (
    <span class="plan__owner">
      <Avatar id={person?.id ?? owner} name={person?.displayName ?? ''} />
      {nameOf(people, me, owner, t)}
    </span>
  );
}
