/** Whether the browser will keep this device's copy, and whether it has thrown one away since last time. */
import { createWritable, type Readable } from '../readable.ts';
import type { DeviceId } from '../../shared/domain/ids.ts';

/** In localStorage, which a browser that throws IndexedDB away may leave alone. */
const sentinelKey = 'gemba:device';

export type StorageHealth = {
  /** undefined = not asked yet, or this browser does not say. */
  readonly isPersistent: Readable<boolean | undefined>;
  readonly wasEvicted: boolean;
  /** After the first keep: now the person sees why, and the browser is more likely to grant it. */
  readonly askToPersist: () => Promise<void>;
};

export type HealthDeps = {
  readonly device: DeviceId;
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  /** Missing on plain-http addresses. */
  readonly manager: Pick<StorageManager, 'persist' | 'persisted'> | undefined;
};

export function watchStorageHealth({ device, storage, manager }: HealthDeps): StorageHealth {
  const known = storage.getItem(sentinelKey);
  storage.setItem(sentinelKey, device);
  const isPersistent = createWritable<boolean | undefined>(undefined);
  return {
    isPersistent,
    wasEvicted: known !== null && known !== device,
    askToPersist: async () => {
      if (manager === undefined || isPersistent.get() !== undefined) return;
      isPersistent.set((await manager.persisted()) || (await manager.persist()));
    },
  };
}
