/** The end of a record, for administrators: out of sight until asked for, and confirmed by typing its number. */
import { useState } from 'preact/hooks';
import type { OpenImprovement } from '../../services/improvement.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section, SectionLine } from '../../ui/section.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { numberOf } from '../improvement-words.ts';
import { decideFailureText } from './decision-words.ts';
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
  const isUnconfirmed = typed.trim().toUpperCase() !== number;

  const submit = async () => {
    setTried(true);
    if (isReasonMissing || isUnconfirmed) return;
    const decided = await improvement.decide({ type: 'purge', reason: reason.trim() });
    if (!decided.ok) return setFailure(t(decideFailureText(decided.error)));
    onClose();
    showToast({ text: t('decided.kept', { command: t('command.purge') }) });
  };

  return (
    <Sheet title={t('purge.title')} closeLabel={t('app.close')} onClose={onClose}>
      <form
        class="decision-sheet"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Notice tone="danger" icon="warning" text={t('purge.hint')} />
        {failure !== undefined && (
          <Notice tone="danger" icon="warning" role="alert" text={failure} />
        )}
        <ReasonField
          isNeeded
          problem={isTried && isReasonMissing ? t('decide.reasonMissing') : undefined}
          value={reason}
          onInput={setReason}
        />
        <Field
          label={t('purge.confirm', { number })}
          problem={isTried && isUnconfirmed ? t('purge.confirmMissing', { number }) : undefined}
        >
          {(control) => (
            <input
              {...control}
              class="field__input"
              autocomplete="off"
              value={typed}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          )}
        </Field>
        <div class="decision-sheet__actions">
          <Button type="submit">{t('command.purge')}</Button>
          <Button kind="quiet" onClick={onClose}>
            {t('decide.cancel')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
