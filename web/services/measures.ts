/** What is measured, as screens use it: the library, and one measure open with its readings. */
import type { MeasureChange, ReadMeasure } from '../../shared/document/measure-document.ts';
import type { ItemChange, MeasureCollection } from '../../shared/domain/collections.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { MeasureRow, MeasureValues, NewReading } from '../../shared/domain/measure.ts';
import type { Verb } from '../../shared/process/permissions.ts';
import type { Result } from '../../shared/result.ts';
import type { Readable } from '../readable.ts';
import type { StorageFailure } from '../services.ts';
import type { OpenDocument } from './open-document.ts';

export type MeasureVerb = Extract<Verb, 'beginMeasure' | 'editMeasure' | 'takeReading'>;

export type MeasureService = {
  /** All that this device has, in the order in which they were begun; they follow every edit and every pull. */
  readonly rows: Readable<readonly MeasureRow[]>;
  /** Whether this device's person may; `measure` is left out for one that there is not yet. */
  readonly isAllowed: (
    verb: MeasureVerb,
    measure?: Pick<MeasureRow, 'createdBy' | 'takenBy'>,
  ) => boolean;
  /** Resolves after the device's storage has committed. `values` are valid; `scale`: from the least. */
  readonly begin: (
    values: Partial<MeasureValues>,
    scale?: readonly string[],
  ) => Promise<Result<DocumentId, StorageFailure>>;
  /** undefined: it is not on this device. */
  readonly open: (id: DocumentId) => Promise<OpenMeasure | undefined>;
};

export type MeasureState = ReadMeasure & {
  /** Whether this device's person may. */
  readonly isAllowed: (verb: MeasureVerb) => boolean;
};

export type OpenMeasure = OpenDocument<never, MeasureState, MeasureChange> & {
  /** Readings are valid for the measure. Resolves with their ids once all are written; the first ones are at once. */
  readonly addReadings: (readings: readonly NewReading[]) => Promise<readonly string[]>;
  /** The one that was is kept, and who wrote it. */
  readonly correctReading: (id: string, reading: NewReading) => void;
  /** Resolves once all are taken out; the first ones are at once. */
  readonly removeReadings: (ids: readonly string[]) => Promise<void>;
  /** Puts a new entry at the end of a list; answers its id. */
  readonly addItem: <C extends MeasureCollection>(collection: C, values: ItemChange<C>) => string;
};
