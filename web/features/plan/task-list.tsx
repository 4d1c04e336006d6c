/** The tasks of a record: who does what until when, ticked off with one tap. */
import { useState } from 'preact/hooks';
import type { Item } from '../../../shared/document/collections.ts';
import type { ItemField as FieldOf } from '../../../shared/domain/collections.ts';
import { roomOfTask } from '../../../shared/process/plan-days.ts';
import { taskStateOf, taskStates } from '../../../shared/process/task-states.ts';
import { verbOfTask } from '../../../shared/process/task-fields.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../environment.ts';
import { ItemConflict } from '../items/item-conflict.tsx';
import { ChoiceControl } from '../items/item-controls.tsx';
import { ItemField } from '../items/item-field.tsx';
import { ItemList } from '../items/item-list.tsx';
import { planDaysOf } from './plan-days.ts';
import { PlanHeading } from './plan-heading.tsx';
import type { PlanProps } from './plan-part.tsx';
import { TaskBoard } from './task-board.tsx';
import { TaskSummary } from './task-summary.tsx';
import { Tick } from './tick.tsx';
import { useTaskMover } from './use-task-mover.tsx';

export function TaskList({ improvement, state }: PlanProps) {
  const { t } = useWords();
  const mover = useTaskMover();
  const tasks = state.items('tasks');
  const done = tasks.filter(({ values }) => values.state === 'done').length;
  const mayTake = state.isAllowed('takeTask');
  const [isBoard, setBoard] = useState(false);
  const tick = (task: Item<'tasks'>, isOn: boolean) => {
    const to = isOn ? 'done' : task.values.startedOn === '' ? 'todo' : 'doing';
    mover.move({ improvement, task, to });
  };
  return (
    <section>
      <PlanHeading
        title={t('field.tasks')}
        count={tasks.length === 0 ? 0 : t('plan.doneOf', { done, count: tasks.length })}
      >
        {tasks.length > 0 && (
          <Button kind="quiet" onClick={() => setBoard(!isBoard)}>
            {t(isBoard ? 'board.asList' : 'board.asBoard')}
          </Button>
        )}
      </PlanHeading>
      {isBoard && <TaskBoard improvement={improvement} state={state} />}
      {!isBoard && (
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
      )}
      {mover.sheet}
    </section>
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
      <StateField improvement={improvement} state={state} item={item} />
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

/** The days on which it was begun and done follow its state. */
function StateField({ improvement, state, item }: TaskFieldsProps) {
  const { t } = useWords();
  const mover = useTaskMover();
  const move = (value: string) => {
    const to = taskStates.find((one) => one === value) ?? 'todo';
    mover.move({ improvement, task: item, to });
  };
  return (
    <div class="item-fields__field">
      <ChoiceControl
        label={t('plan.state')}
        isReadOnly={!state.isAllowed('takeTask')}
        options={taskStates.map((value) => ({ value, label: t(`choice.${value}`) }))}
        mayBeNone={false}
        value={taskStateOf(item.values)}
        onChange={move}
      />
      <ItemConflict improvement={improvement} collection="tasks" item={item} field="state" />
      {mover.sheet}
    </div>
  );
}
