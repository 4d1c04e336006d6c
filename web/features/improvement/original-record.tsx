/** The record that another one repeats, by the name it has now. */
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { pathTo } from '../../routes.ts';
import { useWords } from '../environment.ts';
import { numberOf } from '../improvement-words.ts';
import { useRow } from '../use-row.ts';

export function OriginalRecord({ id }: { readonly id: DocumentId }) {
  const { t } = useWords();
  const row = useRow(id);
  const record = row === undefined ? '…' : `${numberOf(row)} ${row.title}`;
  return (
    <p>
      <a href={pathTo.improvement(id)}>{t('stages.duplicateOf', { record })}</a>
    </p>
  );
}
