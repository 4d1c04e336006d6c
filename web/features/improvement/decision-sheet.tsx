/** Asks for what a decision needs (reason, day, ruling, the other record), then for the decision itself. */
import { useState } from 'preact/hooks';
import { type CommandType, rulings } from '../../../shared/process/commands.ts';
import type { OpenImprovement } from '../../services/improvement.ts';
import { Field } from '../../ui/field.tsx';
import { useWords } from '../environment.ts';
import { FormSheet } from '../form-sheet.tsx';
import { lazyPart } from '../lazy-part.tsx';
import {
  type Draft,
  type DraftField,
  draftWith,
  findMissing,
  requestOf,
} from './decision-draft.ts';
import { reasonOf } from './decision-words.ts';
import { OptionField } from './option-field.tsx';
import { ReasonField } from './reason-field.tsx';
import { RecordPicker } from './record-picker.tsx';
import { useDecide } from './use-decide.ts';

type DecisionSheetProps = {
  readonly improvement: OpenImprovement;
  readonly type: CommandType;
  /** The reason as it was written before. */
  readonly said?: string | undefined;
  readonly onDecided?: () => void;
  readonly onClose: () => void;
};

export const DecisionSheet = (props: DecisionSheetProps) =>
  props.type === 'confirmVerdict' ? <ClosingSheet {...props} /> : <PlainSheet {...props} />;

/** With what the figures say; fetched when a record is closed. */
const ClosingSheet = lazyPart(
  async () => (await import('../evaluation/closing-sheet.tsx')).ClosingSheet,
  true,
);

function PlainSheet(props: DecisionSheetProps) {
  const { improvement, type, said = '', onDecided, onClose } = props;
  const { t } = useWords();
  const decide = useDecide(improvement, () => {
    onDecided?.();
    onClose();
  });
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
    setFailure(await decide(request));
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
          isNeeded={reasonOf(type) === 'needed'}
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
type AskedHere = Exclude<
  CommandType,
  'confirmVerdict' | 'freezeTarget' | 'share' | 'unshare' | 'purge'
>;
