/** What happens in a demo: who did what, when. Played by play-steps.ts, told by nobody else. */
import type { MeasureChange } from '../document/measure-document.ts';
import type { ImprovementChange } from '../document/write-change.ts';
import type { WorkspaceChange } from '../document/workspace-document.ts';
import type { ActorId, DeviceId, DocumentId, PersonId } from '../domain/ids.ts';
import type { TextField } from '../domain/improvement.ts';
import type { MeasureValues } from '../domain/measure.ts';
import type { Role } from '../domain/person.ts';
import type { WorkspaceText } from '../domain/workspace.ts';
import type { CommandRequest } from '../process/commands.ts';

export type DemoPerson = {
  readonly id: PersonId;
  readonly actor: ActorId;
  readonly device: DeviceId;
  readonly name: string;
  readonly roles: readonly Role[];
};

export type Deed<Change, Text> =
  | { readonly type: 'change'; readonly change: Change }
  | { readonly type: 'write'; readonly field: Text; readonly text: string };

export type RecordDeed =
  | Deed<ImprovementChange, TextField>
  | { readonly type: 'begin'; readonly text: string }
  | {
      readonly type: 'comment';
      readonly text: string;
      readonly mentions?: readonly PersonId[];
      readonly isThanks?: boolean;
    }
  | { readonly type: 'decide'; readonly said: CommandRequest };

export type MeasureDeed =
  | { readonly type: 'begin'; readonly values: Partial<MeasureValues> }
  | { readonly type: 'change'; readonly change: MeasureChange };

/** `atMs`: Unix ms, rising within a record. */
export type Timed<D> = D & { readonly by: DemoPerson; readonly atMs: number };

export type RecordStep = Timed<RecordDeed>;
export type SettingsStep = Timed<Deed<WorkspaceChange, WorkspaceText>>;
export type MeasureStep = Timed<MeasureDeed>;

export type DemoRecord = {
  readonly id: DocumentId;
  /** The first begins it. */
  readonly steps: readonly RecordStep[];
};

export type DemoMeasure = {
  readonly id: DocumentId;
  /** The first begins it. */
  readonly steps: readonly MeasureStep[];
};
