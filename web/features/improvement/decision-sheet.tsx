/** Asks for what a decision needs (reason, day, verdict, the other record), then for the decision itself. */
import { useState } from 'preact/hooks';
import { verdicts } from '../../../shared/domain/verdicts.ts';
import { type CommandType, rulings } from '../../../shared/process/commands.ts';
import type { OpenImprovement } from '../../services/improvement.ts';
import { Field } from '../../ui/field.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { FormSheet } from '../form-sheet.tsx';
import { ClosingLesson } from '../lessons/closing-lesson.tsx';
import {
  type Draft,
  type DraftField,
  draftWith,
  findMissing,
  isReasonNeeded,
  requestOf,
} from './decision-draft.ts';
import { decideFailureText, reasonOf } from './decision-words.ts';
import { OptionField } from './option-field.tsx';
import { ReasonField } from './reason-field.tsx';
import { RecordPicker } from './record-picker.tsx';

type DecisionSheetProps = {
  readonly improvement: OpenImprovement;
  readonly type: CommandType;
  /** The reason as it was written before. */
  readonly said?: string | undefined;
  readonly onDecided?: () => void;
  readonly onClose: () => void;
};

export function DecisionSheet(props: DecisionSheetProps) {
  const { improvement, type, said = '', onDecided, onClose } = props;
  const { showToast } = useEnvironment();
  const { t } = useWords();
  const [draft, setDraft] = useState(draftWith(said));
  const [isTried, setTried] = useState(false);
  const [failure, setFailure] = useState<string>();
  const missing = isTried ? findMissing(type, draft) : undefined;
  const problemOf = (field: DraftField) => (missing?.field === field ? t(missing.text) : undefined);
  const change = (part: Partial<Draft>) => setDraft((former) => ({ ...former, ...part }));

  const submit = async () => {
    setTried(true);
    const request = requestOf(type, draft);
    if (request === undefined) return;
    const decided = await improvement.decide(request);
    if (!decided.ok) return setFailure(t(decideFailureText(decided.error)));
    onDecided?.();
    onClose();
    const pending = improvement.pendingDecisions.get().at(-1);
    showToast({
      text: t('decided.kept', { command: t(`command.${type}`) }),
      ...(pending?.isSent === false && {
        action: {
          label: t('app.undo'),
          onClick: () => void takeBack(pending.uid),
        },
      }),
    });
  };
  const takeBack = async (uid: Parameters<OpenImprovement['takeBackDecision']>[0]) => {
    const isBack = await improvement.takeBackDecision(uid);
    showToast({ text: t(isBack ? 'pending.takenBack' : 'pending.alreadySent') });
  };

  return (
    <FormSheet
      title={t(`command.${type}`)}
      hint={t(`decide.hint.${type as AskedHere}`)}
      failure={failure}
      answer={t(`command.${type}`)}
      onAnswer={() => void submit()}
      onClose={onClose}
    >
      {type === 'confirmVerdict' && (
        <OptionField
          label={t('decide.verdict')}
          problem={problemOf('verdict')}
          options={verdicts.map((value) => ({ value, label: t(`verdict.${value}`) }))}
          value={draft.verdict}
          onChoose={(verdict) => change({ verdict })}
        />
      )}
      {type === 'confirmVerdict' && <ClosingLesson improvement={improvement} />}
      {type === 'ruleEscalation' && (
        <OptionField
          label={t('decide.ruling')}
          problem={problemOf('ruling')}
          options={rulings.map((value) => ({ value, label: t(`ruling.${value}`) }))}
          value={draft.ruling}
          onChoose={(ruling) => change({ ruling })}
        />
      )}
      {type === 'markDuplicate' && (
        <RecordPicker
          self={improvement.id}
          label={t('decide.original')}
          hint={t('decide.originalHint')}
          chosen={draft.of}
          problem={problemOf('of')}
          onChoose={(of) => change({ of })}
        />
      )}
      {reasonOf(type) !== 'none' && (
        <ReasonField
          isNeeded={isReasonNeeded(type, draft)}
          problem={problemOf('reason')}
          value={draft.reason}
          onInput={(reason) => change({ reason })}
        />
      )}
      {type === 'hold' && (
        <Field label={t('decide.reviewOn')} problem={problemOf('reviewOn')}>
          {(control) => (
            <input
              {...control}
              class="field__input"
              type="date"
              value={draft.reviewOn}
              onInput={(event) => change({ reviewOn: event.currentTarget.value })}
            />
          )}
        </Field>
      )}
    </FormSheet>
  );
}

/** Commands that have no sheet of this kind say nothing here. */
type AskedHere = Exclude<CommandType, 'freezeTarget' | 'share' | 'unshare' | 'purge'>;
