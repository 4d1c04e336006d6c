/** What the core offers to screens. Screens read these and send changes; main.tsx builds them. The larger services have files of their own in services/. */
import type { DocumentId } from '../shared/domain/ids.ts';
import type { Result } from '../shared/result.ts';
import type { Readable } from './readable.ts';
import type { DraftService, QuarantineService } from './services/drafts.ts';
import type { HistoryService } from './services/history.ts';
import type { ImprovementService, TypedService } from './services/improvement.ts';
import type { ChangeManyService, OwnViewService, RegisterService } from './services/register.ts';
import type { MeasureService } from './services/measures.ts';
import type { InsightsService } from './services/insights.ts';
import type { NoticeService } from './services/notices.ts';
import type { PeopleService, SessionService, SignInService } from './services/session.ts';
import type { WorkspaceService } from './services/workspace.ts';

export type Services = {
  readonly capture: CaptureService;
  readonly register: RegisterService;
  readonly improvements: ImprovementService;
  /** Fetched when it is first needed: most people never have a draft. */
  readonly drafts: () => Promise<DraftService>;
  /** For coordinators and administrators. */
  readonly quarantine: () => Promise<QuarantineService>;
  /** Fetched when it is first needed. */
  readonly ownViews: () => Promise<OwnViewService>;
  /** Fetched when it is first needed. */
  readonly changeMany: () => Promise<ChangeManyService>;
  /** Fetched when it is first needed. */
  readonly workspace: () => Promise<WorkspaceService>;
  /** Fetched when it is first needed. */
  readonly measures: () => Promise<MeasureService>;
  readonly sync: SyncService;
  readonly session: SessionService;
  /** Fetched with the screens on which people sign in and out. */
  readonly signIn: () => Promise<SignInService>;
  /** Fetched when it is first needed. */
  readonly people: () => Promise<PeopleService>;
  /** Fetched when it is first needed. */
  readonly history: () => Promise<HistoryService>;
  /** Fetched when it is first needed. */
  readonly insights: () => Promise<InsightsService>;
  /** Fetched when it is first needed. */
  readonly notices: () => Promise<NoticeService>;
  readonly update: UpdateService;
};

export type WhereStored = 'device' | 'hub' | 'server';

export type StorageFailure = 'quotaExceeded' | 'storageClosed' | 'storageFailed';

export type CaptureService = {
  /** Resolves after the device's storage has committed. `blank`, `tooLong`: nothing was kept or changed. */
  readonly keep: (
    text: string,
  ) => Promise<
    Result<{ readonly id: DocumentId; readonly localNumber: string }, KeepRefusal | StorageFailure>
  >;
  /** Takes back what was just kept, while it has not left this device; false when it has. */
  readonly takeBack: (id: DocumentId) => Promise<boolean>;
  /** What was typed but not kept, also before a crash. */
  readonly typed: TypedService;
};

export type KeepRefusal = 'blank' | 'tooLong';

export type SyncState =
  /** Not joined: everything stays on this device. */
  | 'local'
  | 'syncing'
  | 'upToDate'
  /** No way to the server at the moment; it is tried again by itself. */
  | 'offline'
  | 'signInNeeded'
  | 'upgradeNeeded'
  /** The server can't store at the moment; nothing is lost, it is tried again. */
  | 'serverFull';

export type SyncStatus = {
  readonly state: SyncState;
  readonly unsent: number;
  /** Unix ms of the oldest edit that is not on the server. */
  readonly oldestUnsentAt: number | undefined;
  readonly lastSyncedAt: number | undefined;
  /** During a first or long sync. */
  readonly progress: { readonly have: number; readonly total: number } | undefined;
  /** Refused or orphaned edits kept for the person. */
  readonly drafts: number;
  /** Unsent for too long although the server can be reached. */
  readonly stuck: boolean;
  /** undefined = not asked yet. */
  readonly storagePersistent: boolean | undefined;
  /** The browser threw away this device's copy since last time. */
  readonly storageWasEvicted: boolean;
};

export type SyncService = {
  readonly status: Readable<SyncStatus>;
  readonly syncNow: () => void;
  /** Everything unsent and every draft, as a file that can be kept or handed over. */
  readonly exportUnsent: () => Promise<{ readonly name: string; readonly blob: Blob }>;
};

export type UpdateService = {
  /** True when a newer version is ready. */
  readonly available: Readable<boolean>;
  /** Flushes every tab's edits, then switches; this tab loads the new version. */
  readonly apply: () => Promise<void>;
};
