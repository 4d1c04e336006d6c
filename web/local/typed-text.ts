/**
 * Text typed but not kept: stored in the device's database while it is typed, so that it survives a crash, and
 * handed over in localStorage when the page goes away, because a database write may then come too late.
 */
import type { DeviceDatabase } from './device-database.ts';
import type { ReportDep, TimersDep } from './deps.ts';

/** Typed text is stored this long after the first key stroke of a batch. */
const batchMs = 300;

export type TypedText = {
  /** '' when there is none. */
  readonly read: () => Promise<string>;
  readonly remember: (text: string) => void;
  readonly flush: () => Promise<void>;
  /** The page may be gone in a moment. */
  readonly handOver: () => void;
};

export type TypedTextDeps = TimersDep &
  ReportDep & {
    /** '' when there is none. */
    readonly device: Pick<DeviceDatabase, 'readTyped' | 'writeTyped'>;
    readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
    readonly handoverKey: string;
  };

export function createTypedText(deps: TypedTextDeps): TypedText {
  const { device, storage, handoverKey } = deps;
  let typed: string | undefined;
  let cancelBatch: (() => void) | undefined;

  async function flush(): Promise<void> {
    cancelBatch?.();
    cancelBatch = undefined;
    const text = typed;
    if (text === undefined) return;
    try {
      await device.writeTyped(text);
      // The page came back after all, and what it handed over is old.
      storage.removeItem(handoverKey);
      // What was typed meanwhile is in the next batch.
      if (typed === text) typed = undefined;
    } catch (cause) {
      deps.report('remembering typed text', cause);
    }
  }

  return {
    read: async () => {
      if (typed !== undefined) return typed;
      const handedOver = storage.getItem(handoverKey);
      const stored = await device.readTyped();
      if (handedOver === null) return stored;
      // Something was shared into it since: then the database has both.
      const text = stored.startsWith(handedOver) ? stored : handedOver;
      await device.writeTyped(text);
      storage.removeItem(handoverKey);
      return text;
    },
    remember: (text) => {
      typed = text;
      cancelBatch ??= deps.setTimer(batchMs, () => void flush());
    },
    flush,
    handOver: () => {
      if (typed !== undefined) storage.setItem(handoverKey, typed);
    },
  };
}
