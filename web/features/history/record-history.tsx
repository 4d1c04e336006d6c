/** What happened to a record. */
import { isRegisterField } from '../../../shared/document/read-document.ts';
import type { ImprovementChange } from '../../../shared/document/write-change.ts';
import { recordCollectionNames } from '../../../shared/domain/collections.ts';
import { textFields } from '../../../shared/domain/record-fields.ts';
import type { HistoryField } from '../../../shared/protocol/history.ts';
import type { ImprovementState, OpenImprovement } from '../../services/improvement.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { useReadable } from '../use-readable.ts';
import { DocumentHistory } from './document-history.tsx';
import { changeBack, valueInItem, type ValueChange, type WaysBack } from './history-subject.ts';

type RecordHistoryProps = {
  readonly improvement: OpenImprovement;
  readonly row: ListedImprovement | undefined;
  readonly field: HistoryField | undefined;
  readonly onField: (field: HistoryField | undefined) => void;
};

export function RecordHistory({ improvement, row, field, onField }: RecordHistoryProps) {
  const state = useReadable(improvement.state);
  const ways: WaysBack = {
    textOf: (field) => {
      const own = textFields.find((name) => name === field);
      return own && { text: improvement.text(own), origin: improvement.editorOrigin };
    },
    valueNow: (change) => valueNow(state, change),
    setBack: (change) => improvement.change(changeBack(change) as ImprovementChange),
  };
  return (
    <DocumentHistory
      subject={{
        id: improvement.id,
        version: `${row?.updatedAt ?? ''} ${row?.where ?? ''} ${row?.ref ?? ''}`,
        fields: undefined,
        facts: state.facts,
        nameOfItem: () => '',
        ways,
      }}
      field={field}
      onField={onField}
    />
  );
}

function valueNow(state: ImprovementState, change: ValueChange): string | number | undefined {
  if (change.type === 'field') {
    return isRegisterField(change.field) ? state.fields[change.field].value : undefined;
  }
  const collection = recordCollectionNames.find((name) => name === change.collection);
  if (collection === undefined || !state.isAllowed('editRecord')) return undefined;
  return valueInItem(state.items(collection), change);
}
