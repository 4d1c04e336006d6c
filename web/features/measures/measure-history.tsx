/** What happened to a measure: its readings, their corrections, and how it is taken. */
import { useState } from 'preact/hooks';
import { isMeasureField, type MeasureChange } from '../../../shared/document/measure-document.ts';
import { measureCollectionNames } from '../../../shared/domain/collections.ts';
import type { HistoryField } from '../../../shared/protocol/history.ts';
import type { MeasureState, OpenMeasure } from '../../services/measures.ts';
import { useEnvironment } from '../environment.ts';
import { DocumentHistory } from '../history/document-history.tsx';
import {
  changeBack,
  valueInItem,
  type ValueChange,
  type WaysBack,
} from '../history/history-subject.ts';
import { useReadable } from '../use-readable.ts';
import { useCount } from '../workspace/use-count.ts';

type MeasureHistoryProps = { readonly measure: OpenMeasure; readonly state: MeasureState };

export function MeasureHistory({ measure, state }: MeasureHistoryProps) {
  const { services } = useEnvironment();
  const { unsent } = useReadable(services.sync.status);
  const [field, setField] = useState<HistoryField>();
  const ways: WaysBack = {
    textOf: () => undefined,
    valueNow: (change) => (state.isAllowed('editMeasure') ? valueNow(state, change) : undefined),
    setBack: (change) => measure.change(changeBack(change) as MeasureChange),
  };
  return (
    <DocumentHistory
      subject={{
        id: measure.id,
        version: `${useCount(state)} ${unsent}`,
        fields: undefined,
        facts: [],
        nameOfItem: () => '',
        ways,
      }}
      field={field}
      onField={setField}
    />
  );
}

function valueNow(state: MeasureState, change: ValueChange): string | number | undefined {
  if (change.type === 'field') {
    return isMeasureField(change.field) ? String(state.values[change.field]) : undefined;
  }
  const collection = measureCollectionNames.find((name) => name === change.collection);
  if (collection === undefined) return undefined;
  return valueInItem(
    state.items[collection].filter(({ isRemoved }) => !isRemoved),
    change,
  );
}
