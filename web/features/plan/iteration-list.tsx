/** The iterations of a record: what each is to reach, when it is shown, and what the stakeholders say of it. */
import type { Item } from '../../../shared/document/collections.ts';
import type { Someone } from '../../../shared/domain/improvement.ts';
import { roomOfIteration } from '../../../shared/process/plan-days.ts';
import { answerOf, countAnswers } from '../../../shared/process/showcase.ts';
import { Segments } from '../../ui/segments.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { nameOf } from '../improvement-words.ts';
import { useDayText } from '../items/day-control.tsx';
import { ItemConflict } from '../items/item-conflict.tsx';
import { ItemField } from '../items/item-field.tsx';
import { ItemList } from '../items/item-list.tsx';
import { setItem } from '../items/set-item.ts';
import { localDay } from '../local-day.ts';
import { useReadable } from '../use-readable.ts';
import { GapDoor } from './gap-door.tsx';
import { planDaysOf } from './plan-days.ts';
import { PlanHeading } from './plan-heading.tsx';
import type { PlanProps } from './plan-part.tsx';
import { DueText } from './due-text.tsx';
import { Tick } from './tick.tsx';

export function IterationList({ improvement, state }: PlanProps) {
  const { nowMs } = useEnvironment();
  const { t } = useWords();
  const iterations = state.items('iterations');
  const isReadOnly = !state.isAllowed('editRecord');
  const shared = { improvement, state, collection: 'iterations', isReadOnly } as const;
  const days = planDaysOf(state);
  return (
    <section>
      <PlanHeading title={t('field.iterations')} count={iterations.length} />
      <ItemList
        improvement={improvement}
        collection="iterations"
        items={iterations}
        label={t('field.iterations')}
        addLabel={t('plan.addIteration')}
        emptyHint={t('plan.noIterations')}
        isReadOnly={isReadOnly}
        newItem={(goal) => ({ goal })}
        isDone={({ values }) => values.closedOn !== ''}
        lead={({ id, values }) => (
          <Tick
            label={t('plan.closed', { title: values.goal })}
            isOn={values.closedOn !== ''}
            isReadOnly={isReadOnly}
            onChange={(isOn) =>
              setItem(improvement, 'iterations', id, { closedOn: isOn ? localDay(nowMs()) : '' })
            }
          />
        )}
        summary={(item) => <IterationSummary state={state} item={item} />}
        details={(item) => (
          <>
            <div class="item-fields">
              <div class="item-fields__field--wide">
                <ItemField {...shared} item={item} field="goal" label={t('plan.goal')} />
              </div>
              {(['endsOn', 'showcaseOn'] as const).map((field) => (
                <ItemField
                  key={field}
                  {...shared}
                  item={item}
                  field={field}
                  label={t(`plan.${field}`)}
                  room={roomOfIteration(item.id, field, days)}
                  isAgreed
                />
              ))}
            </div>
            <Showcase improvement={improvement} state={state} iteration={item} />
          </>
        )}
      />
    </section>
  );
}

type IterationSummaryProps = {
  readonly state: PlanProps['state'];
  readonly item: Item<'iterations'>;
};

function IterationSummary({ state, item: { id, values } }: IterationSummaryProps) {
  const { t } = useWords();
  const dayText = useDayText();
  const { yes, partly, no } = countAnswers(state.items('showcaseAnswers'), id);
  const tasks = state.items('tasks').filter((task) => task.values.iteration === id);
  const done = tasks.filter((task) => task.values.state === 'done').length;
  return (
    <span class="plan__meta">
      <DueText state={state} item={id} dueOn={values.endsOn} isOpen={values.closedOn === ''} />
      {values.showcaseOn !== '' && (
        <span>{t('plan.shownOn', { day: dayText(values.showcaseOn) })}</span>
      )}
      {tasks.length > 0 && <span>{t('plan.tasksDone', { done, count: tasks.length })}</span>}
      {yes + partly + no > 0 && <span>{t('plan.answers', { yes, partly, no })}</span>}
    </span>
  );
}

type ShowcaseProps = PlanProps & { readonly iteration: Item<'iterations'> };

/** What each stakeholder says of the result; what was missed can become an idea of its own. */
function Showcase({ improvement, state, iteration }: ShowcaseProps) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const answers = state.items('showcaseAnswers');
  const said = answers.filter(({ values }) => values.iteration === iteration.id);
  const persons = [...new Set([...state.sets.stakeholders, ...said.map((a) => a.values.person)])];
  const isReadOnly = !state.isAllowed('editRecord');
  return (
    <section class="plan__showcase">
      <h4 class="plan__subheading">{t('plan.showcase')}</h4>
      {persons.length === 0 && <p class="item-list__empty">{t('plan.noStakeholders')}</p>}
      {persons.map((person) => {
        const answer = answerOf(answers, iteration.id, person);
        const name = nameOf(people, me, person as Someone, t);
        return (
          <div class="plan__answer" key={person}>
            <fieldset class="item-fields__someone" disabled={isReadOnly}>
              <Segments
                label={name}
                options={(['yes', 'partly', 'no'] as const).map((value) => ({
                  value,
                  label: t(`choice.${value}`),
                }))}
                value={answer?.values.value ?? ''}
                onChoose={(value) => {
                  if (answer === undefined) {
                    const said = { iteration: iteration.id, person, value };
                    improvement.addItem('showcaseAnswers', said);
                  } else setItem(improvement, 'showcaseAnswers', answer.id, { value });
                }}
              />
            </fieldset>
            {answer !== undefined && (
              <>
                <ItemConflict
                  improvement={improvement}
                  collection="showcaseAnswers"
                  item={answer}
                  field="value"
                />
                <ItemField
                  improvement={improvement}
                  state={state}
                  collection="showcaseAnswers"
                  item={answer}
                  field="note"
                  label={t('plan.whyAnswer', { name })}
                  isReadOnly={isReadOnly}
                />
                {answer.values.value !== 'yes' && answer.values.note !== '' && (
                  <GapDoor improvement={improvement} gap={answer.values.note} />
                )}
              </>
            )}
          </div>
        );
      })}
    </section>
  );
}
