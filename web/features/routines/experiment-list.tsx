/** The experimenting record: step and metric, expectation, result, lesson; a table at a desk, folded lines on a phone. */
import type { Item } from '../../../shared/document/collections.ts';
import { useWords } from '../environment.ts';
import { EntryList } from '../business-case/entry-list.tsx';
import { useDayText } from '../items/day-control.tsx';
import { ItemField } from '../items/item-field.tsx';
import { ItemList } from '../items/item-list.tsx';
import { useMedia, widths } from '../use-media.ts';
import type { RoutineProps } from './choose-routine.tsx';

/** In their order: what is said before the step, then what is said after it. */
const told = ['expected', 'happened', 'learned'] as const;

export function ExperimentList(props: RoutineProps) {
  const { t } = useWords();
  const isTable = useMedia(widths.table);
  return (
    <section class={isTable ? 'experiments experiments--table' : 'experiments'}>
      <h2 class="storyboard__label">{t('kata.record')}</h2>
      {isTable ? <Table {...props} /> : <Lines {...props} />}
    </section>
  );
}

function Table({ improvement, state }: RoutineProps) {
  const { t } = useWords();
  return (
    <>
      {state.items('experiments').length === 0 ? (
        <p class="item-list__empty">{t('kata.noSteps')}</p>
      ) : (
        // Each box carries its own name.
        <div class="experiments__head" aria-hidden="true">
          <span>{t('kata.stepAndMetric')}</span>
          {told.map((field) => (
            <span key={field}>{t(`kata.${field}`)}</span>
          ))}
        </div>
      )}
      <EntryList
        improvement={improvement}
        state={state}
        collection="experiments"
        addLabel={t('kata.addStep')}
        newEntry={(title) => ({ title })}
      >
        {(experiment) => (
          <>
            <div class="experiments__step">
              <Field improvement={improvement} state={state} item={experiment} field="title" />
              <Field improvement={improvement} state={state} item={experiment} field="metric" />
              <Field improvement={improvement} state={state} item={experiment} field="dueOn" />
              <Field improvement={improvement} state={state} item={experiment} field="obstacle" />
            </div>
            {told.map((field) => (
              <Field
                key={field}
                improvement={improvement}
                state={state}
                item={experiment}
                field={field}
              />
            ))}
          </>
        )}
      </EntryList>
    </>
  );
}

function Lines({ improvement, state }: RoutineProps) {
  const { t } = useWords();
  const dayText = useDayText();
  return (
    <ItemList
      improvement={improvement}
      collection="experiments"
      items={state.items('experiments')}
      label={t('kata.record')}
      addLabel={t('kata.addStep')}
      emptyHint={t('kata.noSteps')}
      isReadOnly={!state.isAllowed('editRecord')}
      newItem={(title) => ({ title })}
      summary={({ values }) => (
        <span class="experiments__summary">
          {values.learned !== ''
            ? values.learned
            : values.dueOn !== '' && t('kata.seeOnDay', { day: dayText(values.dueOn) })}
        </span>
      )}
      details={(item) => (
        <div class="item-fields experiments__fields">
          {(['title', 'metric', 'dueOn', 'obstacle', ...told] as const).map((field) => (
            <Field key={field} improvement={improvement} state={state} item={item} field={field} />
          ))}
        </div>
      )}
    />
  );
}

type FieldProps = RoutineProps & {
  readonly item: Item<'experiments'>;
  readonly field: keyof typeof names;
};

const names = {
  title: 'kata.step',
  metric: 'kata.metric',
  dueOn: 'kata.seeOn',
  obstacle: 'kata.against',
  expected: 'kata.expected',
  happened: 'kata.happened',
  learned: 'kata.learned',
} as const;

function Field({ improvement, state, item, field }: FieldProps) {
  const { t } = useWords();
  return (
    <ItemField
      improvement={improvement}
      state={state}
      collection="experiments"
      item={item}
      field={field}
      label={t(names[field])}
      entries={state.items('obstacles') as unknown as readonly Item[]}
      isReadOnly={!state.isAllowed('editRecord')}
      isLong={field !== 'metric'}
    />
  );
}
