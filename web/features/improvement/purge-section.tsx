/** The end of a record, for administrators: out of sight until asked for, and confirmed by typing its number. */
import { useState } from 'preact/hooks';
import type { OpenImprovement } from '../../services/improvement.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { Button } from '../../ui/button.tsx';
import { Section, SectionLine } from '../../ui/section.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { FormSheet } from '../form-sheet.tsx';
import { numberOf } from '../improvement-words.ts';
import { decideFailureText } from './decision-words.ts';
import { isConfirmed, NumberConfirmation } from './number-confirmation.tsx';
import { ReasonField } from './reason-field.tsx';

type PurgeSectionProps = {
  readonly improvement: OpenImprovement;
  readonly row: ListedImprovement;
};

export function PurgeSection({ improvement, row }: PurgeSectionProps) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <div class="purge-section">
      <Section title={t('purge.title')}>
        <SectionLine hint={t('purge.hint')}>
          <Button onClick={() => setOpen(true)}>{t('purge.action')}</Button>
        </SectionLine>
      </Section>
      {isOpen && <PurgeSheet improvement={improvement} row={row} onClose={() => setOpen(false)} />}
    </div>
  );
}

type PurgeSheetProps = PurgeSectionProps & { readonly onClose: () => void };

function PurgeSheet({ improvement, row, onClose }: PurgeSheetProps) {
  const { showToast } = useEnvironment();
  const { t } = useWords();
  const number = numberOf(row);
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const [isTried, setTried] = useState(false);
  const [failure, setFailure] = useState<string>();
  const isReasonMissing = reason.trim() === '';
  const isUnconfirmed = !isConfirmed(typed, number);

  const submit = async () => {
    setTried(true);
    if (isReasonMissing || isUnconfirmed) return;
    const decided = await improvement.decide({ type: 'purge', reason: reason.trim() });
    if (!decided.ok) return setFailure(t(decideFailureText(decided.error)));
    onClose();
    showToast({ text: t('decided.kept', { command: t('command.purge') }) });
  };

  return (
    <FormSheet
      title={t('purge.title')}
      warning={t('purge.hint')}
      failure={failure}
      answer={t('command.purge')}
      onAnswer={() => void submit()}
      onClose={onClose}
    >
      <ReasonField
        isNeeded
        problem={isTried && isReasonMissing ? t('decide.reasonMissing') : undefined}
        value={reason}
        onInput={setReason}
      />
      <NumberConfirmation number={number} value={typed} isTried={isTried} onInput={setTyped} />
    </FormSheet>
  );
}
