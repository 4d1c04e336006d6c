/** The name of a field as the way to its history. */
import { useContext } from 'preact/hooks';
import type { HistoryField } from '../../../shared/protocol/history.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useWords } from '../environment.ts';
import { HistoryDoor } from './history-door.ts';
import { historyFieldName } from './history-field-name.ts';
import './field-history.css';

type FieldHistoryProps = { readonly field: HistoryField };

/** The name itself; the button beside it is for whoever points or tabs. */
export function FieldName({ field }: FieldHistoryProps) {
  const { t } = useWords();
  const show = useContext(HistoryDoor);
  const name = historyFieldName(field, t);
  if (show === undefined) return <>{name}</>;
  const label = t('history.of', { field: name });
  return (
    <button type="button" class="field-name" title={label} onClick={() => show(field)}>
      <span aria-hidden="true">{name}</span>
      <span class="visually-hidden">{label}</span>
      <Icon name="history" />
    </button>
  );
}

export function FieldHistoryButton({ field }: FieldHistoryProps) {
  const { t } = useWords();
  const show = useContext(HistoryDoor);
  if (show === undefined) return null;
  const label = t('history.of', { field: historyFieldName(field, t) });
  return <IconButton icon="history" label={label} onClick={() => show(field)} />;
}
