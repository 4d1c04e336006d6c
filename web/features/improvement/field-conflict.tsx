/** Values of one field that were set while people were apart: who set which, and one tap to keep either. */
import type { FieldValue, RegisterField } from '../../../shared/domain/improvement.ts';
import type { ReadField, StandingValue } from '../../../shared/document/read-document.ts';
import { hlcToMs } from '../../../shared/domain/hlc.ts';
import { Icon } from '../../ui/icon.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { nameOf } from '../improvement-words.ts';
import { useNow } from '../use-now.ts';
import { useReadable } from '../use-readable.ts';
import { useValueText } from './use-value-text.ts';
import './field-conflict.css';

type FieldConflictProps<F extends RegisterField> = {
  readonly field: F;
  readonly read: ReadField<F>;
  readonly onKeep: (value: FieldValue[F]) => void;
};

/** Where the conflict of a field is on the page, for those who are led to it. */
export const conflictId = (field: RegisterField): string => `conflict-${field}`;

export function FieldConflict<F extends RegisterField>({
  field,
  read,
  onKeep,
}: FieldConflictProps<F>) {
  const { services } = useEnvironment();
  const { t, format } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const nowMs = useNow();
  const valueText = useValueText();
  if (read.standing.length < 2) return null;

  const whoAndWhen = ({ by, hlc }: StandingValue<F>) =>
    t('record.conflictBy', {
      name: nameOf(people, me, by, t),
      when: format.ago(hlcToMs(hlc), nowMs),
    });

  return (
    <div
      class="field-conflict"
      role="group"
      aria-label={t('record.conflict')}
      data-testid="conflict"
      id={conflictId(field)}
    >
      <p class="field-conflict__title">
        <Icon name="fork" />
        {t('record.conflict')}
      </p>
      {read.standing.map((entry) => (
        <button
          key={entry.device}
          type="button"
          class="field-conflict__choice"
          onClick={() => onKeep(entry.value)}
        >
          <span class="field-conflict__value">{valueText(field, entry.value)}</span>
          <span class="field-conflict__who">{whoAndWhen(entry)}</span>
          <span class="field-conflict__keep">{t('record.conflictChoose')}</span>
        </button>
      ))}
    </div>
  );
}
