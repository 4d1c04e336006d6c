/** What screens use of the register: lists, views, changes of many records at once. */
import type { ImprovementChange } from '../../shared/document/write-change.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { ImprovementRow, Someone } from '../../shared/domain/improvement.ts';
import type { CommandType } from '../../shared/process/commands.ts';
import type { RegisterAsk, RowGroup } from '../projection/register-query.ts';
import type { Readable } from '../readable.ts';
import type { StorageFailure, WhereStored } from '../services.ts';

export type ListedImprovement = ImprovementRow & {
  readonly where: WhereStored;
  /** A decision that was asked for here and that the server has not answered. */
  readonly pending?: CommandType | undefined;
};

export type RegisterView = {
  readonly total: number;
  /** The headings under which the rows stand one after the other; none without grouping. */
  readonly groups: readonly RowGroup[];
  /** Rows from `start` up to and without `end`, in order. */
  readonly rows: (start: number, end: number) => Promise<readonly ListedImprovement[]>;
};

export type RegisterService = {
  /** Calls back with the first view soon and with a new one after every change, until stopped. */
  readonly watch: (what: string | RegisterAsk, onView: (view: RegisterView) => void) => () => void;
  /** How many each would find, soon and after every change; undefined while that is not known yet. */
  readonly watchCounts: (
    asks: readonly RegisterAsk[],
    onCounts: (counts: readonly number[] | undefined) => void,
  ) => () => void;
  /** The newest ideas of any of `authors`, at most `limit`: soon and after every change, until stopped. */
  readonly watchBy: (
    authors: readonly Someone[],
    limit: number,
    onRows: (rows: readonly ListedImprovement[]) => void,
  ) => () => void;
  /** What somebody has to answer, newest first, at most `limit`: soon and after every change, until stopped. */
  readonly watchTriage: (
    limit: number,
    onTriage: (triage: {
      readonly total: number;
      readonly rows: readonly ListedImprovement[];
    }) => void,
  ) => () => void;
  /** The same for one record; undefined = not on this device. */
  readonly watchRow: (
    id: DocumentId,
    onRow: (row: ListedImprovement | undefined) => void,
  ) => () => void;
};

export type OwnView = {
  readonly id: string;
  readonly name: string;
  /** As it stands in an address. */
  readonly search: string;
};

export type OwnViewService = {
  readonly views: Readable<readonly OwnView[]>;
  /** False: the name is blank, or there are too many views. */
  readonly keep: (name: string, search: string) => Promise<boolean>;
  readonly rename: (id: string, name: string) => Promise<void>;
  /** Resolves with the way to take it back. */
  readonly remove: (id: string) => Promise<() => Promise<void>>;
};

export type ManyPlan = {
  readonly changing: readonly DocumentId[];
  /** They have it already. */
  readonly unchanged: number;
  /** This device's person may not do it to them. */
  readonly forbidden: number;
};

export type ManyDone = {
  readonly changed: number;
  /** Set when the device's storage stopped it half-way. */
  readonly failure: StorageFailure | undefined;
  /** Takes all of it back, where nobody has written since; resolves with how many records. */
  readonly undo: () => Promise<number>;
};

export type ChangeManyService = {
  readonly plan: (ids: readonly DocumentId[], change: ImprovementChange) => Promise<ManyPlan>;
  /** One record after the other, each stored before the next. `onProgress` is told how many are done. */
  readonly run: (
    ids: readonly DocumentId[],
    change: ImprovementChange,
    onProgress: (done: number) => void,
  ) => Promise<ManyDone>;
};
