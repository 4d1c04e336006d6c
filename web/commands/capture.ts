/** Capture as screens use it: refuses what is blank or too long, keeps the rest, remembers what is typed. */
import { limits } from '../../shared/domain/improvement.ts';
import { err } from '../../shared/result.ts';
import type { DeviceDatabase } from '../local/device-database.ts';
import type { ReportDep, TimersDep } from '../local/deps.ts';
import type { ReplicaStore } from '../local/replica-store.ts';
import type { CaptureService } from '../services.ts';
import type { keepImprovement } from './keep-improvement.ts';

/** Typed text is stored this long after the first key stroke of a batch. */
const typedBatchMs = 300;

export type CaptureDeps = TimersDep &
  ReportDep & {
    readonly device: Pick<DeviceDatabase, 'readTyped' | 'writeTyped'>;
    readonly store: Pick<ReplicaStore, 'takeBack'>;
    /** Loads what it needs when first called. */
    readonly keep: (text: string) => ReturnType<typeof keepImprovement>;
  };

export type Capture = CaptureService & {
  /** Stores what was typed at once, because the page may go away. */
  readonly flushTyped: () => Promise<void>;
};

export function createCapture(deps: CaptureDeps): Capture {
  let typed: string | undefined;
  let cancelBatch: (() => void) | undefined;

  async function flushTyped(): Promise<void> {
    cancelBatch?.();
    cancelBatch = undefined;
    if (typed === undefined) return;
    const text = typed;
    typed = undefined;
    try {
      await deps.device.writeTyped(text);
    } catch (cause) {
      deps.report('remembering typed text', cause);
    }
  }

  return {
    keep: async (text) => {
      if (text.trim() === '') return err('blank');
      if (text.length > limits.captureLength) return err('tooLong');
      const kept = await deps.keep(text);
      if (!kept.ok) return kept;
      typed = '';
      void flushTyped();
      return kept;
    },
    takeBack: async (id) => {
      const taken = await deps.store.takeBack(id);
      return taken.ok && taken.value;
    },
    readTyped: async () => typed ?? (await deps.device.readTyped()),
    rememberTyped: (text) => {
      typed = text;
      cancelBatch ??= deps.setTimer(typedBatchMs, () => void flushTyped());
    },
    flushTyped,
  };
}
