/** What the shell says about unsent work, in a few words. */
import type { Format } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { SyncState, SyncStatus } from '../../services.ts';
import type { IconName } from '../../ui/icon.tsx';

export type SyncSummary = {
  readonly icon: IconName;
  readonly text: string;
  readonly tone: 'soft' | 'accent' | 'warn';
};

/** States in which nothing is sent until a person does something. */
const needsPerson: ReadonlySet<SyncState> = new Set([
  'signInNeeded',
  'upgradeNeeded',
  'serverFull',
]);

export function summariseSync(
  status: SyncStatus,
  nowMs: number,
  { t, format }: { readonly t: Translate; readonly format: Format },
): SyncSummary {
  const { state, unsent, oldestUnsentAt } = status;
  if (status.storageWasEvicted || status.stuck || needsPerson.has(state)) {
    return { icon: 'warning', text: t('sync.badge.attention'), tone: 'warn' };
  }
  if (state === 'local') {
    return unsent === 0
      ? { icon: 'device', text: t('sync.badge.device'), tone: 'soft' }
      : { icon: 'device', text: t('sync.badge.local', { count: unsent }), tone: 'soft' };
  }
  if (unsent > 0) {
    const age =
      oldestUnsentAt !== undefined && nowMs - oldestUnsentAt >= worthTellingMs
        ? format.age(nowMs - oldestUnsentAt)
        : undefined;
    return {
      icon: state === 'syncing' ? 'sync' : 'cloudOff',
      text:
        age === undefined
          ? t('sync.badge.unsent', { count: unsent })
          : t('sync.badge.unsentSince', { count: unsent, age }),
      tone: 'accent',
    };
  }
  if (state === 'offline') return { icon: 'cloudOff', text: t('sync.badge.offline'), tone: 'soft' };
  if (state === 'syncing') return { icon: 'sync', text: t('sync.badge.syncing'), tone: 'soft' };
  return { icon: 'cloudDone', text: t('sync.badge.clear'), tone: 'soft' };
}

/** Below a minute everything is "just now". */
const worthTellingMs = 60_000;
