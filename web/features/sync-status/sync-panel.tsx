/** Everything about what has reached the server and what has not, in plain words. */
import { useState } from 'preact/hooks';
import type { SyncStatus } from '../../services.ts';
import { pathTo } from '../../routes.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SectionLine } from '../../ui/section.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useNow } from '../use-now.ts';
import { useReadable } from '../use-readable.ts';
import { saveFile } from './save-file.ts';
import { StorageLine } from './storage-line.tsx';
import './sync-panel.css';

const icons: { readonly [S in SyncStatus['state']]: IconName } = {
  local: 'device',
  syncing: 'sync',
  upToDate: 'cloudDone',
  offline: 'cloudOff',
  signInNeeded: 'warning',
  upgradeNeeded: 'warning',
  serverFull: 'warning',
};

export function SyncPanel({ onClose }: { readonly onClose: () => void }) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const status = useReadable(services.sync.status);
  return (
    <Sheet title={t('sync.title')} closeLabel={t('app.close')} onClose={onClose}>
      <div class="sync-panel">
        {status.storageWasEvicted && (
          <Notice
            tone="warn"
            icon="warning"
            title={t('sync.evicted')}
            text={t('sync.evictedHint')}
          />
        )}
        {status.stuck && (
          <Notice tone="warn" icon="warning" title={t('sync.stuck')} text={t('sync.stuckHint')} />
        )}
        <div class="sync-panel__state" role="status">
          <Icon name={icons[status.state]} />
          <div>
            <p class="sync-panel__title">{t(`sync.state.${status.state}`)}</p>
            <p class="sync-panel__hint">{t(`sync.state.${status.state}Hint`)}</p>
          </div>
        </div>
        <Progress status={status} />
        <Figures status={status} onClose={onClose} />
        <Actions status={status} onClose={onClose} />
      </div>
    </Sheet>
  );
}

function Progress({ status: { progress } }: { readonly status: SyncStatus }) {
  const { t } = useWords();
  if (progress === undefined) return null;
  return (
    <label class="sync-panel__progress">
      <span>{t('sync.progress')}</span>
      <span class="sync-panel__hint figures">{t('sync.progressOf', progress)}</span>
      <progress class="sync-panel__bar" value={progress.have} max={progress.total} />
    </label>
  );
}

function Figures({ status, onClose }: ActionsProps) {
  const { t, format } = useWords();
  const nowMs = useNow();
  const { unsent, oldestUnsentAt, lastSyncedAt, drafts } = status;
  const unsentText =
    unsent === 0
      ? t('sync.none')
      : oldestUnsentAt === undefined
        ? format.number(unsent)
        : t('sync.unsentSince', { count: unsent, when: format.ago(oldestUnsentAt, nowMs) });
  return (
    <div class="sync-panel__figures">
      <SectionLine label={t('sync.unsent')}>
        <span class="figures">{unsentText}</span>
      </SectionLine>
      {status.state !== 'local' && (
        <SectionLine label={t('sync.lastSynced')}>
          {lastSyncedAt === undefined ? t('sync.never') : format.ago(lastSyncedAt, nowMs)}
        </SectionLine>
      )}
      {drafts > 0 && (
        <SectionLine label={t('sync.drafts')} hint={t('sync.draftsHint', { count: drafts })}>
          <a href={pathTo.drafts} onClick={onClose}>
            {t('drafts.show')}
          </a>
        </SectionLine>
      )}
      <StorageLine />
    </div>
  );
}

type ActionsProps = { readonly status: SyncStatus; readonly onClose: () => void };

function Actions({ status: { state, unsent, drafts }, onClose }: ActionsProps) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const [exported, setExported] = useState<string>();
  const exportUnsent = async () => {
    const file = await services.sync.exportUnsent();
    saveFile(file);
    setExported(file.name);
  };
  return (
    <>
      <div class="sync-panel__actions">
        {state === 'local' || state === 'signInNeeded' ? (
          <ButtonLink kind="primary" href={pathTo.join} onClick={onClose}>
            {t('me.join')}
          </ButtonLink>
        ) : (
          <Button kind="primary" icon="sync" onClick={services.sync.syncNow}>
            {t('sync.now')}
          </Button>
        )}
        {unsent + drafts > 0 && (
          <Button icon="download" onClick={() => void exportUnsent()}>
            {t('sync.export')}
          </Button>
        )}
      </div>
      <p class="sync-panel__hint" role="status">
        {exported !== undefined && t('sync.exported', { name: exported })}
      </p>
    </>
  );
}
