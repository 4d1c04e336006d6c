/** The tasks of a record: who does what until when, ticked off with one tap. */
import type { Item } from '../../../shared/document/collections.ts';
import type { ItemField as FieldOf } from '../../../shared/domain/collections.ts';
import type { Someone } from '../../../shared/domain/improvement.ts';
import { roomOfTask } from '../../../shared/process/plan-days.ts';
import { taskMovedTo } from '../../../shared/process/task-states.ts';
import { verbOfTask } from '../../../shared/process/task-fields.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { findPerson, nameOf } from '../improvement-words.ts';
import { ItemField } from '../items/item-field.tsx';
import { ItemList } from '../items/item-list.tsx';
import { setItem } from '../items/set-item.ts';
import { localDay } from '../local-day.ts';
import { useReadable } from '../use-readable.ts';
import { DueText } from './due-text.tsx';
import { planDaysOf } from './plan-days.ts';
import { PlanHeading } from './plan-heading.tsx';
import type { PlanProps } from './plan-part.tsx';
import { Tick } from './tick.tsx';

export function TaskList({ improvement, state }: PlanProps) {
  const { nowMs, showToast } = useEnvironment();
  const { t } = useWords();
  const tasks = state.items('tasks');
  const done = tasks.filter(({ values }) => values.state === 'done').length;
  const mayTake = state.isAllowed('takeTask');
  const tick = ({ id, values }: Item<'tasks'>, isOn: boolean) => {
    const { state: before, startedOn, doneOn } = values;
    const to = isOn ? 'done' : startedOn === '' ? 'todo' : 'doing';
    setItem(improvement, 'tasks', id, taskMovedTo(to, values, localDay(nowMs())));
    if (!isOn) return;
    showToast({
      text: t('plan.done', { title: values.title }),
      action: {
        label: t('app.undo'),
        onClick: () => setItem(improvement, 'tasks', id, { state: before, startedOn, doneOn }),
      },
    });
  };
  return (
    <section>
      <PlanHeading
        title={t('field.tasks')}
        count={tasks.length === 0 ? 0 : t('plan.doneOf', { done, count: tasks.length })}
      />
      <ItemList
        improvement={improvement}
        collection="tasks"
        items={tasks}
        label={t('field.tasks')}
        addLabel={t('plan.addTask')}
        emptyHint={t('plan.noTasks')}
        isReadOnly={!state.isAllowed('editRecord')}
        newItem={(title) => ({ title, state: 'todo' as const })}
        isDone={({ values }) => values.state === 'done'}
        lead={(item) => (
          <Tick
            label={t('plan.tick', { title: item.values.title })}
            isOn={item.values.state === 'done'}
            isReadOnly={!mayTake}
            onChange={(isOn) => tick(item, isOn)}
          />
        )}
        summary={(item) => <TaskSummary state={state} item={item} />}
        details={(item) => <TaskFields improvement={improvement} state={state} item={item} />}
      />
    </section>
  );
}

type TaskSummaryProps = {
  readonly state: PlanProps['state'];
  readonly item: Item<'tasks'>;
};

function TaskSummary({ state, item: { id, values } }: TaskSummaryProps) {
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

type TaskFieldsProps = PlanProps & { readonly item: Item<'tasks'> };

function TaskFields({ improvement, state, item }: TaskFieldsProps) {
  const { t } = useWords();
  const field = (name: Exclude<FieldOf<'tasks'>, 'order' | 'removed'>) => ({
    improvement,
    state,
    item,
    field: name,
    collection: 'tasks' as const,
    isReadOnly: !state.isAllowed(verbOfTask(name)),
  });
  const milestones = state.items('milestones');
  const iterations = state.items('iterations');
  return (
    <div class="item-fields">
      <div class="item-fields__field--wide">
        <ItemField {...field('title')} label={t('plan.what')} />
      </div>
      <ItemField {...field('owner')} label={t('field.owner')} />
      <ItemField
        {...field('dueOn')}
        label={t('plan.due')}
        room={roomOfTask(item, planDaysOf(state))}
        isAgreed
      />
      <ItemField {...field('state')} label={t('plan.state')} />
      <ItemField {...field('estimate')} label={t('plan.estimate')} />
      <ItemField {...field('spent')} label={t('plan.spent')} />
      {milestones.length > 0 && (
        <ItemField {...field('milestone')} label={t('plan.milestone')} entries={milestones} />
      )}
      {iterations.length > 0 && (
        <ItemField {...field('iteration')} label={t('plan.iteration')} entries={iterations} />
      )}
      <div class="item-fields__field--wide">
        <ItemField {...field('blocked')} label={t('plan.blocked')} hint={t('plan.blockedHint')} />
      </div>
      <ItemField {...field('note')} label={t('plan.note')} />
    </div>
  );
}
