/** What stands under each question of a record, in order; a new section is one more entry here. */
import { canvasFields, promptFields } from '../../../shared/domain/record-values.ts';
import { isFact } from '../../../shared/process/facts.ts';
import { pulseOf } from '../../../shared/process/pulse.ts';
import { filledCells } from '../business-case/filled-cells.ts';
import { lazyPart } from '../lazy-part.tsx';
import { firstLineOf, type StoryPart } from './story-part.ts';
import { CurrentStatePart, ValuePart } from './story-texts.tsx';

export const storyParts: readonly StoryPart[] = [
  {
    name: 'objectives',
    question: 1,
    Part: lazyPart(
      async () => (await import('../direction/served-objectives.tsx')).ServedObjectives,
      true,
    ),
    told: ({ state, words: { t } }) => {
      const count = state.sets.objectives.length;
      return count === 0 ? undefined : t('direction.serves', { count });
    },
  },
  {
    name: 'value',
    question: 1,
    Part: ValuePart,
    told: ({ improvement }) =>
      firstLineOf(improvement.text('valueForProvider')) ??
      firstLineOf(improvement.text('valueForConsumer')),
  },
  {
    name: 'proposal',
    question: 1,
    Part: lazyPart(
      async () => (await import('../proposal/proposal-section.tsx')).ProposalSection,
      true,
    ),
    told: ({ improvement, words: { t } }) => {
      const count = promptFields.filter(
        (field) => firstLineOf(improvement.text(field)) !== undefined,
      ).length;
      return count === 0 ? undefined : t('story.prompts', { count, total: promptFields.length });
    },
  },
  {
    name: 'currentState',
    question: 2,
    Part: CurrentStatePart,
    told: ({ improvement }) => firstLineOf(improvement.text('currentState')),
  },
  {
    name: 'measuredNow',
    question: 2,
    isShown: ({ items }) => items('measured').length > 0,
    Part: lazyPart(async () => (await import('../measures/measured-now.tsx')).MeasuredNow, true),
    told: () => undefined,
  },
  {
    name: 'target',
    question: 3,
    Part: lazyPart(async () => (await import('../approval/target-part.tsx')).TargetPart, true),
    told: ({ state, words: { t, format } }) => {
      const said = state.decisions.targets.at(-1)?.said;
      if (said === undefined) return undefined;
      return t('target.told', {
        measure: said.measure,
        to: [format.number(said.target), said.unit ?? ''].join(' ').trim(),
      });
    },
  },
  {
    name: 'criteria',
    question: 3,
    Part: lazyPart(
      async () => (await import('../business-case/criteria-part.tsx')).CriteriaPart,
      true,
    ),
    told: ({ state, words: { t } }) => {
      const count = state.items('successCriteria').length;
      return count === 0 ? undefined : t('case.criteriaTold', { count });
    },
  },
  {
    name: 'businessCase',
    question: 4,
    Part: lazyPart(
      async () => (await import('../business-case/business-case-summary.tsx')).BusinessCaseSummary,
      true,
    ),
    told: ({ improvement, words: { t } }) => {
      const count = filledCells(improvement);
      return count === 0 ? undefined : t('canvas.filled', { count, total: canvasFields.length });
    },
    lists: ['options', 'figures', 'valueMeasures', 'successCriteria'],
  },
  {
    name: 'approval',
    question: 4,
    Part: lazyPart(async () => (await import('../approval/approval-part.tsx')).ApprovalPart, true),
    told: ({ state, words: { t } }) =>
      state.decisions.approval === undefined ? undefined : t('approval.told'),
  },
  {
    name: 'assessment',
    question: 4,
    title: 'assess.title',
    Part: lazyPart(
      async () => (await import('../assessment/assessment-section.tsx')).AssessmentSection,
      true,
    ),
    told: ({ state, words: { t } }) => {
      const count = new Set(state.scores.map(({ by }) => by)).size;
      return count === 0 ? undefined : t('assess.told', { count });
    },
  },
  {
    name: 'plan',
    question: 4,
    title: 'story.plan',
    Part: lazyPart(async () => (await import('../plan/plan-part.tsx')).PlanPart, true),
    told: ({ improvement }) =>
      firstLineOf(improvement.text('planApproach')) ??
      firstLineOf(improvement.text('definitionOfDone')),
    fields: ['changesUse', 'affectsConsumers'],
    lists: ['milestones', 'involved', 'risks'],
  },
  {
    name: 'action',
    question: 5,
    Part: lazyPart(async () => (await import('../plan/action-part.tsx')).ActionPart, true),
    told: ({ state, words: { t } }) => {
      const tasks = state.items('tasks');
      const done = tasks.filter(({ values }) => values.state === 'done').length;
      return tasks.length === 0 ? undefined : t('plan.tasksDone', { done, count: tasks.length });
    },
    fields: ['blocked'],
    lists: ['tasks', 'iterations', 'showcaseAnswers'],
  },
  {
    name: 'routine',
    question: 5,
    title: 'field.routine',
    Part: lazyPart(async () => (await import('../routines/routine-part.tsx')).RoutinePart, true),
    told: ({ state, words: { t } }) => {
      const { value } = state.fields.routine;
      return value === '' ? undefined : t(`routine.${value}`);
    },
    fields: ['routine', 'kataAchieveBy'],
    lists: ['obstacles', 'experiments', 'coachings', 'loops'],
  },
  {
    name: 'measured',
    question: 6,
    title: 'field.measured',
    Part: lazyPart(async () => (await import('../measures/measured-part.tsx')).MeasuredPart, true),
    told: ({ state, words: { t } }) => {
      const count = state.items('measured').length;
      return count === 0 ? undefined : t('measured.count', { count });
    },
    lists: ['measured'],
  },
  {
    name: 'evaluation',
    question: 6,
    title: 'closing.title',
    Part: lazyPart(
      async () => (await import('../evaluation/evaluation-part.tsx')).EvaluationPart,
      true,
    ),
    told: ({ state, words: { t } }) => {
      const { end } = state.decisions;
      return end !== undefined && isFact(end, 'confirmVerdict')
        ? t(`verdict.${end.said.verdict}`)
        : undefined;
    },
  },
  {
    name: 'pulse',
    question: 6,
    title: 'reviews.pulse',
    Part: lazyPart(async () => (await import('../reviews/pulse-part.tsx')).PulsePart, true),
    isShown: ({ stage, pulses }) =>
      stage === 'reviewing' || stage === 'closed' || pulses.length > 0,
    told: ({ state, words: { t, format } }) => {
      const pulse = pulseOf(state.pulses.map(({ value }) => value));
      if (pulse === undefined) return undefined;
      const mean = format.number(Math.round(pulse.mean * 10) / 10);
      return t('reviews.figure', { mean, count: pulse.count });
    },
  },
  {
    name: 'lessons',
    question: 6,
    title: 'lessons.title',
    Part: lazyPart(async () => (await import('../lessons/lessons-part.tsx')).LessonsPart, true),
    told: ({ state, words: { t } }) => {
      const count = state.items('lessons').length;
      return count === 0 ? undefined : t('lessons.count', { count });
    },
    lists: ['lessons'],
  },
  {
    name: 'celebrate',
    question: 7,
    Part: lazyPart(
      async () => (await import('../celebrate/celebrate-part.tsx')).CelebratePart,
      true,
    ),
    isShown: ({ decisions: { end } }) =>
      end?.said.type === 'confirmVerdict' &&
      (end.said.verdict === 'achieved' || end.said.verdict === 'partlyAchieved'),
    told: ({ state, words: { t } }) => {
      const count = state.comments.filter(({ thanks }) => thanks === true).length;
      return count === 0 ? undefined : t('celebrate.thanks', { count });
    },
  },
  {
    name: 'links',
    question: 4,
    title: 'field.links',
    Part: lazyPart(async () => (await import('../links/links-part.tsx')).LinksPart, true),
    told: ({ state, words: { t } }) => {
      const count = state.sets.links.length;
      return count === 0 ? undefined : t('links.count', { count });
    },
  },
  {
    name: 'supplier',
    question: 4,
    title: 'field.supplier',
    Part: lazyPart(async () => (await import('../suppliers/supplier-part.tsx')).SupplierPart, true),
    isShown: ({ fields, items }) => fields.supplier.value !== '' || items('offers').length > 0,
    told: ({ state }) => firstLineOf(state.fields.supplier.value),
    lists: ['offers'],
  },
  {
    name: 'references',
    question: 4,
    title: 'field.references',
    Part: lazyPart(
      async () => (await import('../references/references-part.tsx')).ReferencesPart,
      true,
    ),
    told: ({ state }) => {
      const keys = state.items('references').map(({ values }) => values.key);
      return firstLineOf(keys.join(', '));
    },
    lists: ['references'],
  },
];
