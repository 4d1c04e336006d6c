/** Capture as screens use it: refuses what is blank or too long, keeps the rest, remembers what is typed. */
import { limits } from '../../shared/domain/improvement.ts';
import { err } from '../../shared/result.ts';
import type { DeviceDatabase } from '../local/device-database.ts';
import type { ReportDep } from '../local/deps.ts';
import type { ReplicaStore } from '../local/replica-store.ts';
import type { CaptureService } from '../services.ts';
import type { keepImprovement } from './keep-improvement.ts';

export type CaptureDeps = ReportDep & {
  readonly device: Pick<DeviceDatabase, 'readTyped' | 'writeTyped'>;
  readonly store: Pick<ReplicaStore, 'takeBack'>;
  /** Loads what it needs when first called. */
  readonly keep: (text: string) => ReturnType<typeof keepImprovement>;
};

export type Capture = CaptureService & {
  /** Resolves when the newest typed text is stored, or could not be. */
  readonly flushTyped: () => Promise<void>;
};

export function createCapture(deps: CaptureDeps): Capture {
  let typed: string | undefined;
  let isStored = true;
  let storing: Promise<void> | undefined;

  /** One write at a time and none in vain: whatever was typed meanwhile goes with the next. */
  function flushTyped(): Promise<void> {
    storing ??= storeTyped().finally(() => {
      storing = undefined;
    });
    return storing;
  }

  async function storeTyped(): Promise<void> {
    while (typed !== undefined && !isStored) {
      isStored = true;
      try {
        await deps.device.writeTyped(typed);
      } catch (cause) {
        isStored = false;
        return deps.report('remembering typed text', cause);
      }
    }
  }

  function rememberTyped(text: string): void {
    typed = text;
    isStored = false;
    // At once, not after a pause: a phone that dies keeps all but the last key stroke.
    void flushTyped();
  }

  return {
    keep: async (text) => {
      if (text.trim() === '') return err('blank');
      if (text.length > limits.captureLength) return err('tooLong');
      const kept = await deps.keep(text);
      if (!kept.ok) return kept;
      rememberTyped('');
      return kept;
    },
    takeBack: async (id) => {
      const taken = await deps.store.takeBack(id);
      return taken.ok && taken.value;
    },
    readTyped: async () => typed ?? (await deps.device.readTyped()),
    rememberTyped,
    flushTyped,
  };
}
