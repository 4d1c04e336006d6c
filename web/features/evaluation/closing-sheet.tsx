/**
 * Closes a record with a verdict: the one that the figures propose, confirmed or overruled with a reason, beside
 * what was promised, what came, what nobody had planned, and which risks came true.
 */
import { useState } from 'preact/hooks';
import { verdicts } from '../../../shared/domain/verdicts.ts';
import type { OpenImprovement } from '../../services/improvement.ts';
import { Choices } from '../../ui/choices.tsx';
import { Field } from '../../ui/field.tsx';
import { parseAmount } from '../business-case/amounts.ts';
import { useValueText } from '../charts/value-text.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { FormSheet } from '../form-sheet.tsx';
import { OptionField } from '../improvement/option-field.tsx';
import { ReasonField } from '../improvement/reason-field.tsx';
import { useDecide } from '../improvement/use-decide.ts';
import { setItem } from '../items/set-item.ts';
import { ClosingLesson } from '../lessons/closing-lesson.tsx';
import { localDay } from '../local-day.ts';
import { useReadable } from '../use-readable.ts';
import {
  type ClosingDraft,
  type ClosingProblem,
  closingRequest,
  isReasonNeeded,
} from './closing-draft.ts';
import { cameBy, PromisedCame } from './promised-came.tsx';
import { ProposedVerdictView } from './proposed-verdict.tsx';
import { UnexpectedFields } from './unexpected-fields.tsx';
import { useEvaluation } from './use-evaluation.ts';
import './closing-sheet.css';

type ClosingSheetProps = {
  readonly improvement: OpenImprovement;
  /** The reason as it was written before. */
  readonly said?: string | undefined;
  readonly onDecided?: () => void;
  readonly onClose: () => void;
};

const dayMs = 86_400_000;

export function ClosingSheet({ improvement, said = '', onDecided, onClose }: ClosingSheetProps) {
  const { nowMs } = useEnvironment();
  const { t } = useWords();
  const state = useReadable(improvement.state);
  const evaluation = useEvaluation(state);
  const proposed = evaluation?.proposed;
  const text = useValueText(evaluation?.measured ?? nothing);
  const decide = useDecide(improvement, () => {
    onDecided?.();
    onClose();
  });
  const [typed, setTyped] = useState<Typed>(() => ({
    reason: said,
    unexpected: [],
    cost: '',
    benefit: '',
    days: daysSince(state.decisions.approval?.at, nowMs()),
  }));
  const [isTried, setTried] = useState(false);
  const [failure, setFailure] = useState<string>();
  const change = (part: Partial<Typed>) => setTyped((former) => ({ ...former, ...part }));
  // What figures say stands there to be confirmed; where they say nothing, nobody is led to an answer.
  const verdict = typed.verdict ?? (proposed?.type === 'measured' ? proposed.verdict : '');
  const draft: ClosingDraft = { ...typed, verdict };
  const request = proposed && closingRequest(draft, proposed);
  const problem = isTried && request !== undefined && 'field' in request ? request : undefined;
  const problemOf = (field: ClosingProblem['field']) =>
    problem?.field === field ? t(problem.text) : undefined;

  const submit = async () => {
    setTried(true);
    if (request === undefined || 'field' in request) return;
    setFailure(await decide(request));
  };

  const number = (field: 'cost' | 'benefit' | 'days') => (
    <Field label={t(`closing.${field}Field`)} problem={problemOf(field)}>
      {(control) => (
        <input
          {...control}
          class="field__input"
          type="text"
          inputMode={field === 'days' ? 'numeric' : 'decimal'}
          autocomplete="off"
          value={typed[field]}
          onInput={(event) => change({ [field]: event.currentTarget.value })}
        />
      )}
    </Field>
  );

  return (
    <FormSheet
      title={t('command.confirmVerdict')}
      hint={t('decide.hint.confirmVerdict')}
      failure={failure}
      answer={t('command.confirmVerdict')}
      isBusy={proposed === undefined}
      onAnswer={() => void submit()}
      onClose={onClose}
    >
      {evaluation !== undefined && (
        <>
          <ProposedVerdictView {...evaluation} text={text} isSoFar={false} />
          <PromisedCame
            state={state}
            came={{
              ...cameBy(evaluation.proposed),
              cost: amountIn(typed.cost),
              benefit: amountIn(typed.benefit),
              at: nowMs(),
            }}
          />
          <OptionField
            label={t('decide.verdict')}
            problem={problemOf('verdict')}
            options={verdicts.map((value) => ({ value, label: t(`verdict.${value}`) }))}
            value={verdict}
            onChoose={(chosen) => change({ verdict: chosen })}
          />
          <ReasonField
            isNeeded={isReasonNeeded(verdict, evaluation.proposed)}
            problem={problemOf('reason')}
            value={typed.reason}
            onInput={(reason) => change({ reason })}
          />
        </>
      )}
      <UnexpectedFields
        entries={typed.unexpected}
        onChange={(unexpected) => change({ unexpected })}
      />
      <RealisedRisks improvement={improvement} />
      <div class="closing-sheet__numbers">
        {number('cost')}
        {number('benefit')}
        {number('days')}
      </div>
      <ClosingLesson improvement={improvement} />
    </FormSheet>
  );
}

/** The verdict is what was chosen; before that, what was proposed. */
type Typed = Omit<ClosingDraft, 'verdict'> & { readonly verdict?: ClosingDraft['verdict'] };

const nothing = { unit: '', readings: [] };

const amountIn = (typed: string): number | undefined => {
  const amount = parseAmount(typed);
  return amount === undefined || amount === '' ? undefined : Number(amount);
};

const daysSince = (fromMs: number | undefined, toMs: number): string =>
  fromMs === undefined ? '' : String(Math.max(0, Math.round((toMs - fromMs) / dayMs)));

/** Those of the plan; a tick says that it came true by today. */
function RealisedRisks({ improvement }: Pick<ClosingSheetProps, 'improvement'>) {
  const { nowMs } = useEnvironment();
  const { t } = useWords();
  const state = useReadable(improvement.state);
  const risks = state.items('risks');
  if (risks.length === 0 || !state.isAllowed('editRecord')) return null;
  const realised = risks.filter(({ values }) => values.realisedOn !== '').map(({ id }) => id);
  return (
    <Choices
      label={t('closing.realisedRisks')}
      options={risks.map(({ id, values }) => ({ value: id, label: values.title }))}
      chosen={realised}
      onChange={(chosen) => {
        for (const { id } of risks) {
          const isNow = chosen.includes(id);
          if (isNow === realised.includes(id)) continue;
          const realisedOn = isNow ? localDay(nowMs()) : '';
          setItem(improvement, 'risks', id, { realisedOn });
        }
      }}
    />
  );
}
