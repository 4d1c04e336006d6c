/** The published scoring model: everybody reads it, coordinators change it, and the whole backlog follows. */
import { useState } from 'preact/hooks';
import { scoringMethods } from '../../../shared/domain/scoring-methods.ts';
import {
  type Criterion,
  criteriaOf,
  firstModel,
  modelFrom,
} from '../../../shared/process/scoring-model.ts';
import { workspaceVerb } from '../../../shared/process/workspace-verbs.ts';
import { pathToPage } from '../../page-paths.ts';
import type { OpenWorkspace } from '../../services/workspace.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { CommittedInput } from '../../ui/committed-input.tsx';
import { Section } from '../../ui/section.tsx';
import { criterionHint, criterionName } from '../assessment/criterion-words.ts';
import { readDecimal } from '../direction/read-decimal.ts';
import { useWords } from '../environment.ts';
import { PlainSelect } from '../improvement/plain-select.tsx';
import { useReadable } from '../use-readable.ts';
import { WorkspacePage } from '../workspace/workspace-page.tsx';
import { CriterionSheet } from './criterion-sheet.tsx';
import './scoring-screen.css';

const told = ['scoringMethod', 'criteria', 'contestedAt', 'assessorsNeeded'] as const;

export function ScoringScreen() {
  const { t } = useWords();
  return (
    <WorkspacePage title={t('scoring.title')} lead={t('scoring.lead')} told={told}>
      {(workspace) => <Model workspace={workspace} />}
    </WorkspacePage>
  );
}

function Model({ workspace }: { readonly workspace: OpenWorkspace }) {
  const { t } = useWords();
  const state = useReadable(workspace.state);
  const model = modelFrom(state);
  const isWriter = state.isAllowed(workspaceVerb('scoringMethod'));
  return (
    <>
      <Section title={t('field.scoringMethod')}>
        <div class="scoring-screen__method">
          <fieldset class="scoring-screen__control" disabled={!isWriter}>
            <PlainSelect
              label={t('field.scoringMethod')}
              options={scoringMethods.map((method) => ({
                value: method,
                label: t(`method.${method}`),
              }))}
              value={model.method}
              onChoose={(value) =>
                workspace.change({ type: 'setField', field: 'scoringMethod', value })
              }
            />
          </fieldset>
          <p>{t(`method.formula.${model.method}`)}</p>
          <p class="scoring-screen__note">{t('scoring.methodHint')}</p>
        </div>
      </Section>
      <Criteria workspace={workspace} isWriter={isWriter} />
      <Contested workspace={workspace} isWriter={isWriter} />
      <div>
        <ButtonLink icon="up" href={pathToPage.prioritise}>
          {t('scoring.toRanking')}
        </ButtonLink>
      </div>
    </>
  );
}

type PartProps = { readonly workspace: OpenWorkspace; readonly isWriter: boolean };

function Criteria({ workspace, isWriter }: PartProps) {
  const { t } = useWords();
  const model = modelFrom(useReadable(workspace.state));
  /** '' = a new one. */
  const [opened, setOpened] = useState<string>();
  const isOwn = model.method === 'weighted';
  const criteria = criteriaOf(model);
  const openedCriterion = model.criteria.find(({ id }) => id === opened);
  return (
    <Section title={t('field.criteria')}>
      {criteria.length === 0 && <p class="scoring-screen__note">{t('assess.levelsOnly')}</p>}
      <ul class="scoring-screen__criteria">
        {criteria.map((criterion) => (
          <li key={criterion.id} class="scoring-screen__criterion" data-testid="criterion">
            <CriterionLine criterion={criterion} isWeighted={isOwn} />
            {isOwn && isWriter && (
              <IconButton
                icon="capture"
                label={t('scoring.change', { name: criterionName(criterion, t) })}
                onClick={() => setOpened(criterion.id)}
              />
            )}
          </li>
        ))}
      </ul>
      {isOwn && isWriter && (
        <div class="scoring-screen__end">
          <Button icon="plus" onClick={() => setOpened('')}>
            {t('scoring.add')}
          </Button>
        </div>
      )}
      {opened !== undefined && (opened === '' || openedCriterion !== undefined) && (
        <CriterionSheet
          workspace={workspace}
          criterion={openedCriterion}
          onBegun={setOpened}
          onClose={() => setOpened(undefined)}
        />
      )}
    </Section>
  );
}

type CriterionLineProps = { readonly criterion: Criterion; readonly isWeighted: boolean };

function CriterionLine({ criterion, isWeighted }: CriterionLineProps) {
  const { t, format } = useWords();
  const { scale, better, weight } = criterion;
  const scaleText =
    scale.type === 'range'
      ? t('scoring.range', { least: format.number(scale.least), most: format.number(scale.most) })
      : scale.type === 'steps'
        ? scale.values.map((value) => format.number(value)).join(' · ')
        : t('assess.tooLittle', { least: format.number(scale.least) });
  return (
    <div>
      <p class="scoring-screen__name">{criterionName(criterion, t)}</p>
      <p class="scoring-screen__note">{criterionHint(criterion, t)}</p>
      <p class="scoring-screen__note figures">
        {[
          ...(isWeighted ? [t('scoring.weightOf', { weight: format.number(weight) })] : []),
          scaleText,
          t(`choice.${better}`),
        ].join(' · ')}
      </p>
    </div>
  );
}

function Contested({ workspace, isWriter }: PartProps) {
  const { t } = useWords();
  const model = modelFrom(useReadable(workspace.state));
  const commit =
    (field: 'contestedAt' | 'assessorsNeeded', isValid: (value: number) => boolean) =>
    (typed: string) => {
      const value = readDecimal(typed);
      if (value === undefined || (value !== '' && !isValid(value))) {
        return t(`scoring.problem.${field}`);
      }
      workspace.change({ type: 'setField', field, value });
      return undefined;
    };
  return (
    <Section title={t('scoring.contested')}>
      <p class="scoring-screen__note">{t('scoring.contestedHint')}</p>
      <fieldset class="scoring-screen__pair" disabled={!isWriter}>
        <CommittedInput
          label={t('field.contestedAt')}
          hint={t('scoring.contestedAtHint', { usual: firstModel.contestedAt })}
          type="decimal"
          value={String(model.contestedAt)}
          onCommit={commit('contestedAt', (value) => value >= 0.1 && value <= 1)}
        />
        <CommittedInput
          label={t('field.assessorsNeeded')}
          hint={t('scoring.assessorsHint')}
          type="decimal"
          value={String(model.assessorsNeeded)}
          onCommit={commit(
            'assessorsNeeded',
            (value) => Number.isInteger(value) && value >= 2 && value <= 20,
          )}
        />
      </fieldset>
    </Section>
  );
}
