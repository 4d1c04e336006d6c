/**
 * What an organisation has agreed on for all its records: how it judges them, what they serve, how the practice is
 * lived. It stands in one document of the workspace, whose id is the workspace's own.
 */
import { scoringMethods } from './scoring-methods.ts';
import type { FieldKind, ItemValues, WorkspaceCollection } from './collections.ts';
import type { ActorId, DocumentId } from './ids.ts';

/** Of which one value is right at a time. Everywhere '' stands for "not set". */
export const workspaceFields = {
  /** Weeks from one review of the register and the practice to the next. */
  reviewEveryWeeks: { type: 'number', from: 1, to: 52 },
  /** The day of the last review. */
  reviewedOn: { type: 'day' },
  /** So often everybody is asked how satisfied they are; '' = never. */
  pulseEveryMonths: { type: 'number', from: 1, to: 12 },
  /** By which records are ranked; '' = the weighted score. */
  scoringMethod: { type: 'oneOf', values: scoringMethods },
  /** The spread of a normalised criterion from which a record is contested. */
  contestedAt: { type: 'number', from: 0.1, to: 1 },
  /** As many must have scored before a spread says anything. */
  assessorsNeeded: { type: 'number', from: 2, to: 20 },
  /** Working days within which whoever had an idea is owed a first answer. */
  answerWithinDays: { type: 'number', from: 1, to: 60 },
  /** Months over which cost and benefit of a business case are counted. */
  horizonMonths: { type: 'number', from: 1, to: 120 },
  /** An approved amount may grow by so many percent before it has to be approved again. */
  growthPercent: { type: 'number', from: 0, to: 100 },
} as const satisfies Readonly<Record<string, FieldKind>>;

export type WorkspaceField = keyof typeof workspaceFields;
export const workspaceFieldNames = Object.keys(workspaceFields) as readonly WorkspaceField[];

/** Texts that several people write at once; they merge by character. */
export const workspaceTexts = ['vision', 'guidelines'] as const;
export type WorkspaceText = (typeof workspaceTexts)[number];

export type WorkspaceValues = {
  readonly [F in WorkspaceField]:
    ((typeof workspaceFields)[F] extends { readonly type: 'number' } ? number : string) | '';
};

export type SettingsItem<C extends WorkspaceCollection> = {
  /** UUIDv7. */
  readonly id: string;
  readonly values: ItemValues<C>;
  /** Taken out, and kept for what points to it. */
  readonly isRemoved: boolean;
};

export type WorkspaceItems = {
  /** In their order. */
  readonly [C in WorkspaceCollection]: readonly SettingsItem<C>[];
};

/** All that people have set; what nobody has is '' or empty, and whoever reads it knows what holds then. */
export type WorkspaceSettings = {
  readonly values: WorkspaceValues;
  /** Each up to {@link settingsTextLength} characters. */
  readonly texts: { readonly [T in WorkspaceText]: string };
  readonly items: WorkspaceItems;
  /** What people said when everybody was asked how satisfied they are, oldest round first; left out where nobody did. */
  readonly pulses?: readonly PulseRound[];
};

export type PulseRound = {
  /** The month in which it began, `2026-10`. */
  readonly round: string;
  /** 1 to 5, ascending. */
  readonly values: readonly number[];
  /** Who said so; of the latest round alone. */
  readonly by?: readonly ActorId[];
};

/** The projection of the workspace's document: settings as devices and the server read them without opening it. */
export type WorkspaceRow = WorkspaceSettings & {
  readonly id: DocumentId;
  readonly type: 'workspace';
  /** Unix ms: when the latest edit reached whoever projected. */
  readonly updatedAt: number;
};

export const settingsTextLength = 4_000;
