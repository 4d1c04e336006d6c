/** The lists of a business case besides its figures: options, value on investment, success criteria. */
import type { Item } from '../../../shared/document/collections.ts';
import type { Stage } from '../../../shared/domain/improvement.ts';
import type { ImprovementState, OpenImprovement } from '../../services/improvement.ts';
import { Section } from '../../ui/section.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useWords } from '../environment.ts';
import { localDay } from '../local-day.ts';
import { useNow } from '../use-now.ts';
import { EntryList } from './entry-list.tsx';
import { EntryTitle } from './entry-title.tsx';
import { KeptField } from './kept-field.tsx';
import { useParsers } from './use-parsers.ts';
import './entry-sections.css';

type SectionProps = { readonly improvement: OpenImprovement; readonly state: ImprovementState };

const noteLength = 2_000;

export function OptionsSection({ improvement, state }: SectionProps) {
  const { t } = useWords();
  const parse = useParsers();
  const isReadOnly = !state.isAllowed('editRecord');
  const options = state.items('options');

  /** One of them is chosen, or none. */
  const choose = (chosen: string, on: boolean) => {
    for (const { id, values } of options) {
      const next = id === chosen && on ? 'yes' : '';
      if (next === values.chosen) continue;
      const change = { chosen: next } as const;
      improvement.change({ type: 'setItem', collection: 'options', item: id, change });
    }
  };

  return (
    <Section title={t('case.options')}>
      <p class="entry-sections__hint">{t('case.optionsHint')}</p>
      <EntryList
        improvement={improvement}
        state={state}
        collection="options"
        addLabel={t('case.addOption')}
        newEntry={(title) => ({ title })}
      >
        {({ id, values }, change) => (
          <>
            <EntryTitle
              title={values.title}
              isReadOnly={isReadOnly}
              onKeep={(title) => change({ title })}
            />
            <KeptField
              label={t('case.optionNote', { title: values.title })}
              isLabelHidden
              type="text"
              value={values.note}
              hint={t('case.optionNoteHint')}
              isReadOnly={isReadOnly}
              parse={parse.text(noteLength)}
              onKeep={(note) => change({ note })}
            />
            <label class="entry-sections__check">
              <input
                type="checkbox"
                class="choices__box"
                checked={values.chosen === 'yes'}
                disabled={isReadOnly}
                onChange={(event) => choose(id, event.currentTarget.checked)}
              />
              {t('case.chosen')}
            </label>
          </>
        )}
      </EntryList>
    </Section>
  );
}

/** Suggestions: business value measures, and what a provider can contribute. */
const businessValues = ['timeToMarket', 'retention', 'marketShare'] as const;
const providerValues = [
  'agility',
  'managingKnowledge',
  'enhancingKnowledge',
  'reducingCost',
  'reducingRisk',
] as const;

export function ValueSection({ improvement, state }: SectionProps) {
  const { t } = useWords();
  const parse = useParsers();
  const isReadOnly = !state.isAllowed('editRecord');
  const taken = new Set(state.items('valueMeasures').map(({ values }) => values.title));
  const fromProvider = providerValues.map((value) => t(`case.value.${value}`));
  const suggestions = [...businessValues.map((value) => t(`case.value.${value}`)), ...fromProvider];
  return (
    <Section title={t('field.valueMeasures')}>
      <p class="entry-sections__hint">{t('case.valueHint')}</p>
      <EntryList<'valueMeasures'>
        improvement={improvement}
        state={state}
        collection="valueMeasures"
        addLabel={t('case.addValue')}
        suggestions={suggestions.filter((title) => !taken.has(title))}
        newEntry={(title) => ({
          title,
          kind: fromProvider.includes(title) ? 'provider' : 'business',
        })}
      >
        {({ values }, change) => (
          <>
            <EntryTitle
              title={values.title}
              isReadOnly={isReadOnly}
              onKeep={(title) => change({ title })}
            />
            <KeptField
              label={t('case.expected', { title: values.title })}
              isLabelHidden
              type="text"
              value={values.expected}
              hint={t('case.expectedHint')}
              isReadOnly={isReadOnly}
              parse={parse.text(noteLength)}
              onKeep={(expected) => change({ expected })}
            />
            <fieldset class="entry-sections__choice" disabled={isReadOnly}>
              <Segments
                label={t('item.kind')}
                labelHidden
                options={(['business', 'provider'] as const).map((value) => ({
                  value,
                  label: t(`choice.${value}`),
                }))}
                value={values.kind}
                onChoose={(kind) => change({ kind })}
              />
            </fieldset>
          </>
        )}
      </EntryList>
    </Section>
  );
}

/** From then on a criterion can be met. */
const begun: readonly Stage[] = ['inProgress', 'reviewing', 'closed'];

const isAnswerable = (
  { dueOn, met }: Item<'successCriteria'>['values'],
  stage: Stage,
  today: string,
): boolean => begun.includes(stage) || met !== '' || (dueOn !== '' && dueOn <= today);

export function CriteriaSection({ improvement, state }: SectionProps) {
  const { t } = useWords();
  const parse = useParsers();
  const isReadOnly = !state.isAllowed('editRecord');
  const today = localDay(useNow());
  return (
    <Section title={t('field.successCriteria')}>
      <p class="entry-sections__hint">{t('case.criteriaHint')}</p>
      <EntryList
        improvement={improvement}
        state={state}
        collection="successCriteria"
        addLabel={t('case.addCriterion')}
        newEntry={(title) => ({ title })}
      >
        {({ values }, change) => (
          <div class="entry-sections__dated">
            <EntryTitle
              title={values.title}
              isReadOnly={isReadOnly}
              onKeep={(title) => change({ title })}
            />
            <KeptField
              label={t('case.dueOn', { title: values.title })}
              isLabelHidden
              type="day"
              value={values.dueOn}
              isReadOnly={isReadOnly}
              parse={parse.day({ notBefore: localDay(state.createdAt) })}
              onKeep={(dueOn) => change({ dueOn })}
            />
            {isAnswerable(values, state.stage, today) && (
              <fieldset class="entry-sections__choice" disabled={isReadOnly}>
                <Segments
                  label={t('reviews.met')}
                  options={(['yes', 'no'] as const).map((value) => ({
                    value,
                    label: t(`choice.${value}`),
                  }))}
                  value={values.met}
                  onChoose={(met) => change({ met })}
                />
              </fieldset>
            )}
          </div>
        )}
      </EntryList>
    </Section>
  );
}
