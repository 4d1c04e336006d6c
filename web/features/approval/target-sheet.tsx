/** Asks for a target: what is measured, from where, to where, by when; and has it frozen. */
import { useState } from 'preact/hooks';
import type { Fact } from '../../../shared/process/facts.ts';
import type { ImprovementState, OpenImprovement } from '../../services/improvement.ts';
import { Field } from '../../ui/field.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { FormSheet } from '../form-sheet.tsx';
import { decideFailureText } from '../improvement/decision-words.ts';
import { localDay } from '../local-day.ts';
import { type TargetDraft, type TargetField, targetRequest } from './target-draft.ts';
import { TargetMeasure } from './target-measure.tsx';
import './target-sheet.css';

type TargetSheetProps = {
  readonly improvement: OpenImprovement;
  readonly state: ImprovementState;
  readonly former: Fact<'freezeTarget'> | undefined;
  /** Another target then has to be approved. */
  readonly isApproved: boolean;
  readonly onClose: () => void;
};

export function TargetSheet(props: TargetSheetProps) {
  const { improvement, state, former, isApproved, onClose } = props;
  const { nowMs, showToast } = useEnvironment();
  const { t } = useWords();
  const [draft, setDraft] = useState(() => draftOf(former));
  const [isTried, setTried] = useState(false);
  const [failure, setFailure] = useState<string>();
  const request = targetRequest(draft, localDay(nowMs()));
  const problem = isTried && 'field' in request ? request : undefined;

  const submit = async () => {
    setTried(true);
    if ('field' in request) return;
    const decided = await improvement.decide(request);
    if (!decided.ok) return setFailure(t(decideFailureText(decided.error)));
    showMeasure();
    onClose();
    showToast({ text: t('decided.kept', { command: t('command.freezeTarget') }) });
  };

  /** What the target is about is shown with its chart. */
  const showMeasure = () => {
    const { measureId: measure, measure: title } = draft;
    const isShown = state.items('measured').some(({ values }) => values.measure === measure);
    if (measure === '' || isShown || !state.isAllowed('editRecord')) return;
    improvement.addItem('measured', { measure, title: title.trim() });
  };

  const box = (field: TargetField, type: 'text' | 'date' = 'text') => (
    <Field
      label={t(`target.${field}`)}
      problem={problem?.field === field ? t(problem.text) : undefined}
    >
      {(control) => (
        <input
          {...control}
          class="field__input"
          {...(type === 'date' ? { type: 'date' as const } : { type: 'text' as const })}
          inputMode={field === 'baseline' || field === 'target' ? 'decimal' : undefined}
          autocomplete="off"
          value={draft[field]}
          onInput={(event) => setDraft({ ...draft, [field]: event.currentTarget.value })}
        />
      )}
    </Field>
  );

  return (
    <FormSheet
      title={t('command.freezeTarget')}
      hint={t(isApproved ? 'target.hintApproved' : 'target.hint')}
      failure={failure}
      answer={t('command.freezeTarget')}
      onAnswer={() => void submit()}
      onClose={onClose}
    >
      <TargetMeasure
        draft={draft}
        onChange={(change) => setDraft((now) => ({ ...now, ...change }))}
      />
      {draft.measureId === '' && box('measure')}
      {box('unit')}
      <div class="target-sheet__pair">
        {box('baseline')}
        {box('target')}
      </div>
      {box('dueOn', 'date')}
    </FormSheet>
  );
}

const draftOf = (former: Fact<'freezeTarget'> | undefined): TargetDraft => ({
  measureId: former?.said.measureId ?? '',
  rules: former?.said.rules ?? '',
  baselineFrom: former?.said.baselineFrom ?? '',
  baselineTo: former?.said.baselineTo ?? '',
  measure: former?.said.measure ?? '',
  unit: former?.said.unit ?? '',
  baseline:
    former === undefined || former.said.baseline === null ? '' : String(former.said.baseline),
  target: former === undefined ? '' : String(former.said.target),
  dueOn: former?.said.dueOn ?? '',
});
