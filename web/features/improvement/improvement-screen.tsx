/** One record, found here. */
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { ImprovementRecord } from './improvement-record.tsx';
import { OpenedRecord } from './opened-record.tsx';

type ImprovementScreenProps = {
  readonly id: DocumentId;
  /** Somebody came to add detail to it. */
  readonly isDetailWanted?: boolean;
};

export const ImprovementScreen = ({ id, isDetailWanted = false }: ImprovementScreenProps) => (
  <OpenedRecord id={id}>
    {(improvement, row) => (
      <ImprovementRecord improvement={improvement} row={row} isDetailWanted={isDetailWanted} />
    )}
  </OpenedRecord>
);
